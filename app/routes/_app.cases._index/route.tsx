import { Anchor, Button, Paper } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ListFilters } from '#app/components/cases/list-filters.tsx'
import { queryFrom, searchFor } from '#app/components/cases/list-query.ts'
import { ListTable } from '#app/components/cases/list-table.tsx'
import { Paging } from '#app/components/cases/paging.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { mayRegisterCase } from '#domain/cases/may.ts'

export const handle = { i18n: ['cases', 'templates'], title: 'cases:list.title' }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const query = queryFrom(new URL(request.url).searchParams)
  const page = await context.services.cases.list(actor, query)
  return json({ query, page, mayRegister: mayRegisterCase(actor) })
}

export default function Cases() {
  const { query, page, mayRegister } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['cases', 'templates'])
  const navigation = useNavigation()
  const waiting = navigation.state === 'loading' && navigation.location.pathname === '/cases'
  const register = mayRegister ? (
    <Button component={Link} to="/cases/new">
      {t('cases:list.register')}
    </Button>
  ) : null
  const actions = (
    <>
      <Anchor component={Link} to="/templates">
        {t('templates:title')}
      </Anchor>
      {register}
    </>
  )
  const filtered = query.search !== '' || query.stage !== null
  return (
    <>
      <PageHead title={t('cases:list.title')} lead={t('cases:list.lead')} actions={actions} />
      <ListFilters query={query} />
      <div aria-busy={waiting} style={{ opacity: waiting ? 0.6 : 1 }}>
        {page.rows.length > 0 ? (
          <ListTable rows={page.rows} query={query} />
        ) : (
          <Paper>
            <EmptyState
              title={t(filtered ? 'cases:list.noHitTitle' : 'cases:list.emptyTitle')}
              action={
                filtered ? (
                  <Button component={Link} to="/cases" variant="default">
                    {t('cases:list.clear')}
                  </Button>
                ) : (
                  register
                )
              }
            >
              {t(filtered ? 'cases:list.noHitHint' : 'cases:list.emptyHint')}
            </EmptyState>
          </Paper>
        )}
      </div>
      {page.total > 0 ? (
        <Paging
          page={query.page}
          pages={Math.max(1, Math.ceil(page.total / page.pageSize))}
          total={page.total}
          to={(number) => `/cases${searchFor(query, { page: number })}`}
        />
      ) : null}
    </>
  )
}
