import { useTranslation } from 'react-i18next'
import { Table } from '#app/components/ui/table.tsx'
import { Wide } from '#app/components/ui/wide.tsx'
import type { CalendarYear } from '#domain/calendar/types.ts'
import { useHolidayName } from './holiday-name.ts'
import { holidaysOf } from './holidays.ts'

/** The notice of a year in words: what one would ask a colleague. */
export function HolidayTable({ calendar }: { calendar: CalendarYear }) {
  const { t, i18n } = useTranslation('calendar')
  const nameOf = useHolidayName()
  const format = new Intl.DateTimeFormat(i18n.language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  })
  const dayOf = (day: string) => format.format(new Date(`${day}T00:00:00Z`))
  return (
    <Wide label={t('calendar:holidays')}>
      <Table cards>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('calendar:column.holiday')}</Table.Th>
            <Table.Th>{t('calendar:column.off')}</Table.Th>
            <Table.Th>{t('calendar:column.worked')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {holidaysOf(calendar).map(({ name, from, until, days, worked }) => (
            <Table.Tr key={from}>
              <Table.Td data-label={t('calendar:column.holiday')}>
                {name.split('、').map(nameOf).join(t('calendar:and'))}
              </Table.Td>
              <Table.Td data-label={days > 0 ? t('calendar:column.off') : ''}>
                {days > 0
                  ? t('calendar:span', {
                      days: from === until ? dayOf(from) : `${dayOf(from)} – ${dayOf(until)}`,
                      count: days,
                    })
                  : null}
              </Table.Td>
              <Table.Td data-label={worked.length > 0 ? t('calendar:column.worked') : ''}>
                {worked.map(dayOf).join(t('calendar:and'))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  )
}
