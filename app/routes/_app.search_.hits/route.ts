import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { searchFrom } from '#app/components/search/query.ts'
import type { QuickHits } from '#app/components/search/use-quick-search.ts'
import { requireActor } from '#app/http/require-actor.ts'

const QUICK = 8

/** The first hits, for the dialog on every page. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { words } = searchFrom(new URL(request.url).searchParams)
  const filter = { kind: null, state: null, year: null, bodyId: null }
  const { hits } = await context.services.search.find(actor, { words, filter, after: null, limit: QUICK })
  const named = hits.some(({ id }) => id.includes('/opinion-')) ? await context.services.people.bodies() : []
  const answer: QuickHits = { hits, bodies: Object.fromEntries(named.map(({ id, name }) => [id, name])) }
  return json(answer, { headers: { 'Cache-Control': 'no-store' } })
}
