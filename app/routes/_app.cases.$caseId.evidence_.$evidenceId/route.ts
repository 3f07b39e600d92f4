import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { saveEvidence, showEvidence } from '#app/http/evidence-response.ts'
import { requireActor } from '#app/http/require-actor.ts'

function asking({ context, request, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const { caseId = '', evidenceId = '' } = params
  return (why: Parameters<typeof context.services.evidence.open>[3]) =>
    context.services.evidence.open(actor, caseId, evidenceId, why)
}

export const loader = (args: LoaderFunctionArgs) => showEvidence(args.request, asking(args))
export const action = (args: ActionFunctionArgs) => saveEvidence(args.request, asking(args))
