import { Button, Group, Paper } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Filters } from '#app/components/search/filters.tsx'
import { HitList } from '#app/components/search/hit-list.tsx'
import { searchFrom, searchTo } from '#app/components/search/query.ts'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { requireActor } from '#app/http/require-actor.ts'

export const handle = { i18n: 'search', title: 'search:title' }

const A_PAGE = 20

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const query = searchFrom(new URL(request.url).searchParams)
  const { words, after, ...filter } = query
  const [page, bodies] = await Promise.all([
    context.services.search.find(actor, { words, filter, after, limit: A_PAGE }),
    context.services.people.bodies(),
  ])
  const names = Object.fromEntries(bodies.map(({ id, name }) => [id, name]))
  return json({ query, page, bodies: names, thisYear: new Date().getFullYear() })
}

export default function Search() {
  const { query, page, bodies, thisYear } = useLoaderData<typeof loader>()
  const { t } = useTranslation('search')
  const navigation = useNavigation()
  const waiting = navigation.state === 'loading' && navigation.location.pathname === '/search'
  return (
    <>
      <PageHead title={t('search:title')} lead={t('search:lead')} />
      <Filters query={query} bodies={bodies} thisYear={thisYear} />
      <div aria-busy={waiting} style={{ opacity: waiting ? 0.6 : 1 }}>
        <Paper>
          {page.hits.length > 0 ? (
            <HitList hits={page.hits} bodies={bodies} />
          ) : (
            <EmptyState title={t(query.words.trim() === '' ? 'search:startTitle' : 'search:noneTitle')}>
              {t(query.words.trim() === '' ? 'search:fieldHint' : 'search:noneHint')}
            </EmptyState>
          )}
        </Paper>
      </div>
      <Group mt="md">
        {query.after ? (
          <Button component={Link} to={searchTo({ ...query, after: null })} variant="default">
            {t('search:first')}
          </Button>
        ) : null}
        {page.next ? (
          <Button component={Link} to={searchTo({ ...query, after: page.next })} variant="default">
            {t('search:more')}
          </Button>
        ) : null}
      </Group>
    </>
  )
}
