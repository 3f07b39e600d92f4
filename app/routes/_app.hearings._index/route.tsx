import { Anchor, Button } from '@mantine/core'
import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HearingLines, type HearingLine } from '#app/components/hearings-before/hearing-lines.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { PageHead } from '#app/components/ui/page-head.tsx'
import { requireActor } from '#app/http/require-actor.ts'
import { mayOrderHearing } from '#domain/hearings/may.ts'
import type { HearingStatus } from '#domain/hearings/types.ts'

export const handle = { i18n: 'hearings-before', title: 'hearings-before:list.title' }

const NOW: readonly HearingStatus[] = ['open', 'suspended']
const COMING: readonly HearingStatus[] = ['ordered', 'noticed', 'postponed']

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const ordersAll = mayOrderHearing(actor, [])
  const rows = (await context.services.hearings.list(actor)).map((row): HearingLine => ({
    ...row,
    toPrepare:
      COMING.some((status) => status === row.status) && (ordersAll || row.chairId === actor.personId),
  }))
  const of = (statuses: readonly string[]) => rows.filter(({ status }) => statuses.includes(status))
  return json({
    mayOrder: ordersAll,
    now: of(NOW),
    coming: of(COMING).sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
    past: rows.filter(({ status }) => ![...NOW, ...COMING].some((one) => one === status)),
  })
}

export default function Hearings() {
  const { t } = useTranslation('hearings-before')
  const { mayOrder, now, coming, past } = useLoaderData<typeof loader>()
  const none = now.length + coming.length + past.length === 0
  const order = mayOrder ? (
    <Button component={Link} to="/hearings/new">
      {t('hearings-before:list.order')}
    </Button>
  ) : null
  return (
    <>
      <PageHead
        title={t('hearings-before:list.title')}
        lead={
          <>
            {t('hearings-before:list.about')}{' '}
            <Anchor component={Link} to="/public/hearings" underline="always">
              {t('hearings-before:list.publicPage')}
            </Anchor>
          </>
        }
        actions={none ? null : order}
      />
      {none ? (
        <EmptyState title={t('hearings-before:list.emptyTitle')} action={order}>
          {t('hearings-before:list.emptyHint')}
        </EmptyState>
      ) : (
        <>
          <HearingLines title={t('hearings-before:list.now')} rows={now} />
          <HearingLines
            title={t('hearings-before:list.coming')}
            rows={coming}
            empty={t('hearings-before:list.comingEmpty')}
          />
          <HearingLines title={t('hearings-before:list.past')} rows={past} />
        </>
      )}
    </>
  )
}
