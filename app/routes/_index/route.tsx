import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '#app/http/require-actor.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  requireActor(context, request)
  return redirect('/workbench')
}
