import type { LoaderFunctionArgs } from '@remix-run/node'
import { evidenceResponse } from '#app/http/evidence-response.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearingId = '', evidenceId = '' } = params
  return evidenceResponse(
    orThrow(await context.services.exhibits.open(actor, hearingId, evidenceId)),
    request,
  )
}
