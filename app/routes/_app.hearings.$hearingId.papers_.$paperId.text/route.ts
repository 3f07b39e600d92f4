import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

/** The words of a paper, for reading it in the room. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearingId = '', paperId = '' } = params
  const { content } = orThrow(await context.services.servedPapers.open(actor, hearingId, paperId))
  return json({ content }, { headers: { 'Cache-Control': 'private, no-store' } })
}
