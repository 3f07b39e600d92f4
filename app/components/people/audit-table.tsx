import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { Table } from '#app/components/ui/table.tsx'
import type { AuditPage } from '#server/services/people.ts'

export function AuditTable({ rows }: { rows: AuditPage['rows'] }) {
  const { t } = useTranslation('people')
  return (
    <Table style={{ minWidth: 720 }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people:log.at')}</Table.Th>
          <Table.Th>{t('people:log.who')}</Table.Th>
          <Table.Th>{t('people:log.action')}</Table.Th>
          <Table.Th>{t('people:log.subject')}</Table.Th>
          <Table.Th>{t('people:log.detail')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <DateTime value={row.at} form="seconds" />
            </Table.Td>
            <Table.Td>{row.personName || t('people:log.nobody')}</Table.Td>
            <Table.Td>{t(`people:log.do.${row.action}`, { defaultValue: row.action })}</Table.Td>
            <Table.Td>
              <Text span size="sm" ff="monospace">
                {row.subjectName}
              </Text>
            </Table.Td>
            <Table.Td>{row.detail}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
