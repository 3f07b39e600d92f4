import { json, type LoaderFunctionArgs } from '@remix-run/node'
import type { FoundCase } from '#app/components/meetings/use-case-search.ts'
import { requireActor } from '#app/http/require-actor.ts'

/** Cases for an agenda: what the person may read by number, title or subject; decided ones are over. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const search = new URL(request.url).searchParams.get('search')?.trim().slice(0, 200) ?? ''
  const page = await context.services.cases.list(actor, {
    search,
    stage: null,
    sort: 'updated',
    descending: true,
    page: 1,
  })
  const cases: readonly FoundCase[] = page.rows
    .filter((row) => row.stage !== 'decided')
    .map(({ id, number, title, subjects, stage }) => ({ id, number, title, subjects, stage }))
  return json({ cases }, { headers: { 'Cache-Control': 'no-store' } })
}
