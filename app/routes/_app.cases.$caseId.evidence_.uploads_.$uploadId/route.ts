import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { describedIn } from '#app/http/evidence-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { respondToRefusal, throwRefusal } from '#app/http/respond-to-refusal.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'

/** HEAD of the protocol: how much has arrived. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { caseId = '', uploadId = '' } = params
  // What lies there has not been looked at, and a file leaves the register alone, where every opening is recorded.
  if (request.method !== 'HEAD') throwRefusal(refuse('access/not-found'))
  const answer = await context.services.uploads.goOn(actor, caseId, uploadId, request)
  return isRefusal(answer) ? respondToRefusal(answer) : answer
}

/** To the end of what nobody read, so that the browser gets the refusal and not a broken line. */
async function readOn({ body, bodyUsed }: Request): Promise<void> {
  if (!body || bodyUsed) return
  await body.pipeTo(new WritableStream()).catch(() => undefined)
}

/** PATCH and DELETE are the protocol's; POST hands in what has arrived whole. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const { caseId = '', uploadId = '' } = params
  const { uploads } = context.services
  if (request.method !== 'POST') {
    const answer = await uploads.goOn(actor, caseId, uploadId, request)
    await readOn(request)
    return isRefusal(answer) ? respondToRefusal(answer) : answer
  }
  const form = await request.formData().catch(() => null)
  const described = form && describedIn((name) => form.getAll(name))
  if (!described) return respondToRefusal(refuse('input/invalid'))
  const answer = await uploads.handIn(actor, caseId, uploadId, described)
  return isRefusal(answer) ? respondToRefusal(answer) : json({ ok: true as const, ...answer })
}
