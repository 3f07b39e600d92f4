import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { describedIn, titleFrom } from '#app/http/evidence-form.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { commandId } from '#protocol/messages.ts'
import { receiveUpload } from '#app/http/receive-upload.server.ts'

/** A visitor whose upload ended in an error reloads the address: the form is on the list's page. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { state } = orThrow(await context.services.cases.view(actor, params['caseId'] ?? ''))
  return redirect(`/cases/${state.id}/evidence`)
}

/** Takes one piece of evidence. A script gets JSON (and shows progress), a plain form is led back to the list. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const caseId = params['caseId'] ?? ''
  const answer = await receiveUpload(request, ({ fields, fileName, stream }) => {
    const id = commandId.safeParse(fields.get('commandId')?.[0])
    const described = describedIn((name) => fields.get(name) ?? [])
    if (!id.success || !described) return Promise.resolve(refuse('input/invalid'))
    const name = titleFrom(fileName)
    const { title, register } = described
    const upload = { title: title || name, fileName: name, stream, register }
    return context.services.evidence.add(actor, caseId, id.data, upload)
  })
  if (isRefusal(answer)) return respondToRefusal(answer)
  const wantsPage = request.headers.get('Accept')?.includes('text/html') ?? false
  return wantsPage ? redirect(`/cases/${caseId}/evidence`) : json({ ok: true as const, ...answer })
}
