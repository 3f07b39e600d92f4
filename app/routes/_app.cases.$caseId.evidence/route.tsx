import { Stack } from '@mantine/core'
import { useCase } from '#app/components/cases/case-room.tsx'
import { EvidenceList } from '#app/components/evidence/evidence-list.tsx'
import { UploadForm } from '#app/components/evidence/upload-form.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { mayAddEvidence } from '#domain/cases/may.ts'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export const handle = { i18n: 'evidence' }

/** The list itself is part of the case's live state; here only whether the page opens at all. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  orThrow(await context.services.cases.view(actor, params['caseId'] ?? ''))
  return json({ uploadLimitBytes: context.uploadLimitBytes })
}

export default function Evidence() {
  const { uploadLimitBytes } = useLoaderData<typeof loader>()
  const { state, me } = useCase()
  return (
    <Stack>
      <EvidenceList />
      {mayAddEvidence(me, state, { recused: false }) ? (
        <UploadForm key={state.id} caseId={state.id} limitBytes={uploadLimitBytes} />
      ) : null}
    </Stack>
  )
}
