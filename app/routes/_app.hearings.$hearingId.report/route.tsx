import { Stack } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BringUp } from '#app/components/hearings/after/bring-up.tsx'
import { Opinions } from '#app/components/hearings/after/opinions.tsx'
import { PaperProvider } from '#app/components/hearings/after/paper-context.tsx'
import { PaperHead } from '#app/components/hearings/after/paper-head.tsx'
import { PaperText } from '#app/components/hearings/after/paper-text.tsx'
import { SignedNote, SignReport } from '#app/components/hearings/after/sign-report.tsx'
import { drawnPicture } from '#app/http/drawn-picture.ts'
import { parseForm } from '#app/http/parse-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { commandId } from '#protocol/messages.ts'
import type { HearingPaper } from '#server/services/hearing-papers.ts'

export const handle = { i18n: ['hearingsAfter', 'dossiers'], title: 'hearingsAfter:report.title' }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearingPapers } = context.services
  return json({ paper: orThrow(await hearingPapers.view(actor, params['hearingId'] ?? '', 'report')) })
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('bring-up') }),
  z.object({
    intent: z.literal('sign'),
    commandId,
    password: z.string().min(1).max(1000),
    drawn: drawnPicture,
    suggestion: z.string().trim().min(1).max(2000),
  }),
])

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const hearingId = params['hearingId'] ?? ''
  const parsed = await parseForm(request, form)
  if (!parsed.ok) return respondToRefusal(refuse('input/invalid'))
  const { data } = parsed
  const { hearings, hearingPapers } = context.services
  if (data.intent === 'bring-up') {
    const done = await hearingPapers.bringUp(actor, hearingId, 'report')
    return isRefusal(done) ? respondToRefusal(done) : json({ ok: true as const, added: done.added })
  }
  const { suggestion, password } = data
  const proof = { password, address: context.address }
  const command = { type: 'sign-report', suggestion } as const
  const done = await hearings.sign(actor, hearingId, data.commandId, command, proof, data.drawn)
  return isRefusal(done) ? respondToRefusal(done) : json({ ok: true as const })
}

export default function ReportPage() {
  const { paper } = useLoaderData<{ readonly paper: HearingPaper }>()
  return (
    <PaperProvider key={paper.head.id} paper={paper}>
      <PaperHead />
      <Stack gap="lg">
        <SignedNote />
        <BringUp />
        <PaperText />
        <Opinions />
        <SignReport />
      </Stack>
    </PaperProvider>
  )
}
