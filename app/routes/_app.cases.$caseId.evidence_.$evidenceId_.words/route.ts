import type { LoaderFunctionArgs } from '@remix-run/node'
import { showWords } from '#app/http/evidence-response.ts'
import { requireActor } from '#app/http/require-actor.ts'

/** The words of a piece that is a Word file, for its page. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { caseId = '', evidenceId = '' } = params
  const { evidence, wordFiles } = context.services
  return showWords((why) => evidence.open(actor, caseId, evidenceId, why), wordFiles.read)
}
