import type { LoaderFunctionArgs } from '@remix-run/node'
import { evidenceResponse } from '#app/http/evidence-response.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow } from '#app/http/respond-to-refusal.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { hearingId = '', sha256 = '' } = params
  return evidenceResponse(
    orThrow(await context.services.hearings.drawnSignature(actor, hearingId, sha256)),
    request,
  )
}
