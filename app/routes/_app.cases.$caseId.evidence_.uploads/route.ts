import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { isRefusal } from '#domain/record/refusal.ts'

/** What this person has under way in the case: from another page, or from another machine. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const uploads = orThrow(await context.services.uploads.unfinished(actor, params['caseId'] ?? ''))
  const told = uploads.map(({ id, fileName, fingerprint, bytes, arrived }) => ({
    ...{ id, fileName, fingerprint, bytes, arrived },
  }))
  return json({ uploads: told }, { headers: { 'Cache-Control': 'private, no-store' } })
}

/** Begins a file by the tus protocol. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const answer = await context.services.uploads.begin(actor, params['caseId'] ?? '', request)
  return isRefusal(answer) ? respondToRefusal(answer) : answer
}
