import { useTranslation } from 'react-i18next'
import { Table } from '#app/components/ui/table.tsx'
import { Wide } from '#app/components/ui/wide.tsx'
import type { TableProblem } from '#domain/calendar/table.ts'
import classes from './calendar.module.css'

/** Every line that is wrong, with its number: nothing is imported until there is none. */
export function Problems({ problems }: { problems: readonly TableProblem[] }) {
  const { t } = useTranslation('calendar')
  if (problems.length === 0) return null
  return (
    <Wide label={t('calendar:problems')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.number ?? ''}>{t('calendar:column.line')}</Table.Th>
            <Table.Th>{t('calendar:column.problem')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map(({ line, problem, about }, index) => (
            <Table.Tr key={index}>
              <Table.Td className={classes.number ?? ''}>{line ?? '–'}</Table.Td>
              <Table.Td>{t(`calendar:problem.${problem}`, { about })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  )
}
