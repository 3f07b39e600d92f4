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
import { paperAction } from '#app/http/paper-action.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import type { HearingPaper } from '#server/services/hearing-papers.ts'

export const handle = { i18n: ['hearingsAfter', 'dossiers', 'writing'], title: 'hearingsAfter:report.title' }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearingPapers } = context.services
  return json({ paper: orThrow(await hearingPapers.view(actor, params['hearingId'] ?? '', 'report')) })
}

const signed = z
  .object({ suggestion: z.string().trim().min(1).max(2000) })
  .transform(({ suggestion }) => ({ command: { type: 'sign-report' as const, suggestion } }))

export const action = (asked: ActionFunctionArgs) => paperAction(asked, 'report', signed)

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
