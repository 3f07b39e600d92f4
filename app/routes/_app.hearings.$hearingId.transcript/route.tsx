import { Stack } from '@mantine/core'
import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { OwnPart, OwnSignature } from '#app/components/hearings/after/own-signature.tsx'
import { PaperProvider } from '#app/components/hearings/after/paper-context.tsx'
import { PaperHead } from '#app/components/hearings/after/paper-head.tsx'
import { PaperText } from '#app/components/hearings/after/paper-text.tsx'
import { Passages } from '#app/components/hearings/after/passages.tsx'
import { Signatures } from '#app/components/hearings/after/signatures.tsx'
import { paperAction } from '#app/http/paper-action.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import type { TimelineLine } from '#app/components/record/timeline.tsx'
import { later } from '#app/components/ui/later.tsx'
import { isRefusal } from '#domain/record/refusal.ts'
import type { Exhibit } from '#server/services/exhibits.ts'
import type { HearingPaper } from '#server/services/hearing-papers.ts'

export const handle = {
  i18n: ['hearingsAfter', 'record', 'dossiers', 'writing'],
  title: 'hearingsAfter:transcript.title',
}

// Words for every kind of entry are many; the text stands before them.
const HearingRecord = later(() =>
  import('#app/components/hearings/after/hearing-record.tsx').then((file) => file.HearingRecord),
)

// The recorder's alone, with what it takes to know what the text lacks.
const Freeze = later(() => import('#app/components/hearings/after/freeze.tsx').then((file) => file.Freeze))
const BringUp = later(() =>
  import('#app/components/hearings/after/bring-up.tsx').then((file) => file.BringUp),
)

const LateCorrections = later(() =>
  import('#app/components/hearings/after/late-corrections.tsx').then((file) => file.LateCorrections),
)

const RECENT = 40
/** Who works on the text has the record beside it. */
const WRITERS: readonly string[] = ['chair', 'tribunal', 'recorder']

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { exhibits, hearingPapers, timeline } = context.services
  const hearingId = params['hearingId'] ?? ''
  const paper = orThrow(await hearingPapers.view(actor, hearingId, 'transcript'))
  const works = paper.view !== null && WRITERS.includes(paper.view.shared.sight)
  const entries = works ? await timeline.of(actor, `hearing/${hearingId}`) : []
  const pieces = paper.view === null ? [] : await exhibits.list(actor, hearingId)
  return json({
    paper,
    exhibits: isRefusal(pieces) ? [] : pieces,
    entries: isRefusal(entries) ? [] : entries.slice(-RECENT),
  })
}

const signed = z
  .object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .transform(({ hash }) => ({ command: { type: 'sign-transcript' as const, hash } }))

export const action = (asked: ActionFunctionArgs) => paperAction(asked, 'transcript', signed)

export default function TranscriptPage() {
  const { paper, exhibits, entries } = useLoaderData<{
    readonly paper: HearingPaper
    readonly exhibits: readonly Exhibit[]
    readonly entries: readonly TimelineLine[]
  }>()
  return (
    <PaperProvider key={paper.head.id} paper={paper} exhibits={exhibits}>
      <PaperHead />
      <Stack gap="lg">
        <BringUp />
        <PaperText />
        <OwnPart />
        <OwnSignature />
        {WRITERS.includes(paper.view?.shared.sight ?? '') && !paper.frozen ? <Freeze /> : null}
        <Signatures />
        <LateCorrections />
        {paper.frozen || paper.access === null ? null : <Passages />}
        <HearingRecord entries={entries} />
      </Stack>
    </PaperProvider>
  )
}
