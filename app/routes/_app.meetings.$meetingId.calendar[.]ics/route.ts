import type { LoaderFunctionArgs } from '@remix-run/node'
import { createEvent, type DateArray } from 'ics'
import { sentencesFor } from '#app/http/language.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

/** A meeting has no planned end; calendars want one. Two hours is the platform's default, nothing hangs on it. */
const HOURS = 2

function utc(iso: string): DateArray {
  const at = new Date(iso)
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes()]
}

/** The meeting for a calendar. Case titles stay out of it: calendars travel to servers that are not ours. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { state } = orThrow(await context.services.meetings.view(actor, params['meetingId'] ?? '', 'person'))
  const t = await sentencesFor(context, request, 'meetings')
  const url = new URL(`/meetings/${state.id}`, request.url).href
  const { value, error } = createEvent({
    uid: `meeting-${state.id}@huishang`,
    productId: 'huishang',
    title: state.title,
    location: state.place,
    description: `${t('meetings:list.enter')}: ${url}`,
    url,
    start: utc(state.startsAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { hours: HOURS },
    status: state.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    sequence: state.seq,
    alarms: [{ action: 'display', description: state.title, trigger: { minutes: 30, before: true } }],
  })
  if (error || value === undefined) throw error ?? new Error('no calendar event')
  return new Response(value, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="meeting.ics"; filename*=UTF-8''${encodeURIComponent(`${state.title}.ics`)}`,
      'Cache-Control': 'no-store',
    },
  })
}
