import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

/** The pieces of evidence this person may open in the hearing now; asked anew when another is put on stage. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const exhibits = orThrow(await context.services.exhibits.list(actor, params['hearingId'] ?? ''))
  return json({ exhibits }, { headers: { 'Cache-Control': 'private, no-store' } })
}
