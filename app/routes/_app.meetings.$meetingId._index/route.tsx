import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Room } from '#app/components/meetings/room.tsx'
import { MeetingProvider } from '#app/components/meetings/room-context.tsx'
import { toldRecord } from '#app/components/meetings/told-record.ts'
import { languageOf, sentencesFor } from '#app/http/language.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'
import { isRefusal } from '#domain/record/refusal.ts'

export const handle = { i18n: ['meetings', 'ballots'], title: 'meetings:list.title' }

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const meetingId = params['meetingId'] ?? ''
  const view = orThrow(await context.services.meetings.view(actor, meetingId, 'person'))
  const entries = await context.services.timeline.of(actor, `meeting/${meetingId}`)
  const t = await sentencesFor(context, request, 'record', 'meetings')
  const told = toldRecord(isRefusal(entries) ? [] : entries, view, t, await languageOf(context, request))
  return { view, entries: told, loadedAt: new Date().toISOString() }
}

/** The invitation, the room and the result: one page for the whole life of a meeting. */
export default function MeetingPage() {
  const { view, entries, loadedAt } = useLoaderData<typeof loader>()
  return (
    <MeetingProvider key={view.state.id} initial={view} loadedAt={loadedAt}>
      <Room entries={entries} />
    </MeetingProvider>
  )
}
