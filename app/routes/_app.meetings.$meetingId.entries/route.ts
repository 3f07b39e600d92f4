import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

/** The record's entries after `?after=`, for the room's right-hand side; filtered for the viewer by the service. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const after = Number(new URL(request.url).searchParams.get('after') ?? 0)
  const entries = orThrow(await context.services.timeline.of(actor, `meeting/${params['meetingId'] ?? ''}`))
  return json(
    { entries: Number.isSafeInteger(after) ? entries.filter((entry) => entry.seq > after) : entries },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
