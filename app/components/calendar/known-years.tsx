import { Anchor } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Table } from '#app/components/ui/table.tsx'
import { Wide } from '#app/components/ui/wide.tsx'
import type { YearOrigin } from '#server/services/calendar.ts'
import classes from './calendar.module.css'
import { Origin } from './origin.tsx'

/** The years that are known, and from where. */
export function KnownYears({ origins }: { origins: readonly YearOrigin[] }) {
  const { t } = useTranslation('calendar')
  return (
    <Wide label={t('calendar:years')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.number ?? ''}>{t('calendar:column.year')}</Table.Th>
            <Table.Th>{t('calendar:column.origin')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {origins.map((origin) => (
            <Table.Tr key={origin.calendar.year}>
              <Table.Td className={classes.number ?? ''}>
                <Anchor component={Link} to={`/calendar?year=${origin.calendar.year}`} size="sm">
                  {origin.calendar.year}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Origin origin={origin} size="sm" />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  )
}
