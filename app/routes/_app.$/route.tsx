import { refuse } from '#domain/record/refusal.ts'
import { throwRefusal } from '#app/http/respond-to-refusal.ts'

/** An address nobody has: as a route, so that the frame around the answer knows who is signed in. */
export function loader() {
  throwRefusal(refuse('access/not-found'))
}

export default function NotFound() {
  return null
}
