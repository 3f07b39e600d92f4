import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

/** The pieces of evidence this person may open in the hearing now, or the screen; asked anew when another is put on stage. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const screen = new URL(request.url).searchParams.get('audience') === 'screen'
  const exhibits = orThrow(
    await context.services.exhibits.list(actor, params['hearingId'] ?? '', screen ? 'screen' : 'person'),
  )
  return json({ exhibits }, { headers: { 'Cache-Control': 'private, no-store' } })
}
