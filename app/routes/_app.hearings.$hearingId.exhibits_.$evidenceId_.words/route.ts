import type { LoaderFunctionArgs } from '@remix-run/node'
import { showWords } from '#app/http/evidence-response.ts'
import { requireActor } from '#app/http/require-actor.ts'

/** The words of a piece that is a Word file, for its page. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearingId = '', evidenceId = '' } = params
  const { exhibits, wordFiles } = context.services
  return showWords((why) => exhibits.open(actor, hearingId, evidenceId, why), wordFiles.read)
}
