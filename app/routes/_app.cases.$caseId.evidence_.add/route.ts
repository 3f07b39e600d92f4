import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/require-actor.ts'
import { orThrow, respondToRefusal } from '#app/http/respond-to-refusal.ts'
import { isRefusal, refuse } from '#domain/record/refusal.ts'
import { seen } from '#domain/record/words.ts'
import { commandId } from '#protocol/messages.ts'
import { receiveUpload } from './receive-upload.server.ts'

const TITLE_LENGTH = 200

/** A visitor whose upload ended in an error reloads the address: the form is on the list's page. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { state } = orThrow(await context.services.cases.view(actor, params['caseId'] ?? ''))
  return redirect(`/cases/${state.id}/evidence`)
}

/** No longer than a title may be, and without half a sign at the end, which no database keeps. */
const cut = (text: string) => text.slice(0, TITLE_LENGTH).replace(/[\ud800-\udbff]$/, '')

/** Takes one piece of evidence. A script gets JSON (and shows progress), a plain form is led back to the list. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const caseId = params['caseId'] ?? ''
  const answer = await receiveUpload(request, ({ fields, fileName, stream }) => {
    const id = commandId.safeParse(fields.get('commandId'))
    if (!id.success) return Promise.resolve(refuse('input/invalid'))
    const name = cut(seen(fileName))
    const title = cut(seen(fields.get('title') ?? '').trim()) || name
    return context.services.evidence.add(actor, caseId, id.data, { title, fileName: name, stream })
  })
  if (isRefusal(answer)) return respondToRefusal(answer)
  const wantsPage = request.headers.get('Accept')?.includes('text/html') ?? false
  return wantsPage ? redirect(`/cases/${caseId}/evidence`) : json({ ok: true as const, ...answer })
}
