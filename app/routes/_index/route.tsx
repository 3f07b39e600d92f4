import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/require-actor.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  const { guestOf } = requireActor(context, request)
  return redirect(guestOf === undefined ? '/workbench' : `/hearings/${guestOf}`)
}
