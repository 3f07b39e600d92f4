import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

/** First words of the papers this person may open; asked anew when another was served. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const openings = orThrow(await context.services.servedPapers.openings(actor, params['hearingId'] ?? ''))
  return json({ openings }, { headers: { 'Cache-Control': 'private, no-store' } })
}
