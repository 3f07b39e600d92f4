import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { toldRecord } from '#app/components/meetings/told-record.ts'
import { languageOf, sentencesFor } from '#app/http/language.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

/** The record's entries after `?after=` in words, for the room's right-hand side; filtered for the viewer by the service. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const meetingId = params['meetingId'] ?? ''
  const after = Number(new URL(request.url).searchParams.get('after') ?? 0)
  const view = orThrow(await context.services.meetings.view(actor, meetingId, 'person'))
  const entries = orThrow(await context.services.timeline.of(actor, `meeting/${meetingId}`))
  const later = Number.isSafeInteger(after) ? entries.filter((entry) => entry.seq > after) : entries
  const t = await sentencesFor(context, request, 'record', 'meetings')
  return json(
    { entries: toldRecord(later, view, t, await languageOf(context, request)) },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
