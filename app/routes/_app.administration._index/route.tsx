import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { sectionsOf } from '#app/components/people/sections.ts'
import { requireActor } from '#app/http/require-actor.ts'
import { throwRefusal } from '#app/http/respond-to-refusal.ts'
import { refuse } from '#domain/record/refusal.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  const [first] = sectionsOf(requireActor(context, request))
  if (!first) throwRefusal(refuse('access/denied'))
  return redirect(first.to)
}

/** Never seen; with it a refusal is a page and not a line of JSON. */
export default function AdministrationIndex() {
  return null
}
