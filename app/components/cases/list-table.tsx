import { Anchor } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { Table } from '#app/components/ui/table.tsx'
import type { CaseListRow, CaseQuery } from '#server/services/cases.ts'
import classes from './list.module.css'
import { searchFor } from './list-query.ts'
import { StageBadge } from './stage-badge.tsx'

/** A dense table on a desktop, a card for each case on a phone. */
export function ListTable({ rows, query }: { rows: readonly CaseListRow[]; query: CaseQuery }) {
  const { t } = useTranslation('cases')
  const heading = (sort: CaseQuery['sort'], words: string) => {
    const is = query.sort === sort
    const descending = is ? !query.descending : sort !== 'title'
    return (
      <Table.Th
        {...(is ? { 'aria-sort': query.descending ? ('descending' as const) : ('ascending' as const) } : {})}
      >
        <Anchor
          component={Link}
          to={`/cases${searchFor(query, { sort, descending })}`}
          c="inherit"
          fw={600}
          size="sm"
          preventScrollReset
        >
          {words}
          {is ? <span aria-hidden>{query.descending ? ' ↓' : ' ↑'}</span> : null}
        </Anchor>
      </Table.Th>
    )
  }
  return (
    <Table className={classes.table ?? ''} highlightOnHover>
      <caption className="visually-hidden">
        {t('cases:list.caption', { sort: t(`cases:list.sortBy.${query.sort}`) })}
      </caption>
      <Table.Thead>
        <Table.Tr>
          {heading('number', t('cases:list.number'))}
          {heading('title', t('cases:list.name'))}
          <Table.Th>{t('cases:list.subjects')}</Table.Th>
          <Table.Th>{t('cases:list.stage')}</Table.Th>
          {heading('updated', t('cases:list.updated'))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id} className={classes.row ?? ''}>
            <Table.Td className={classes.number ?? ''}>{row.number}</Table.Td>
            <Table.Td className={classes.title ?? ''}>
              <Anchor component={Link} to={`/cases/${row.id}`}>
                {row.title}
              </Anchor>
            </Table.Td>
            <Table.Td className={classes.subjects ?? ''}>{row.subjects}</Table.Td>
            <Table.Td>
              <StageBadge stage={row.stage} />
            </Table.Td>
            <Table.Td className={classes.updated ?? ''}>
              <DateTime value={row.updatedAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
