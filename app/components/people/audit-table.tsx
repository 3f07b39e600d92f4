import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { Table } from '#app/components/ui/table.tsx'
import type { AuditPage } from '#server/services/people.ts'

const PARTS: Readonly<Record<string, string>> = { account: 'partAccount', content: 'partContent' }

export function AuditTable({ rows }: { rows: AuditPage['rows'] }) {
  const { t } = useTranslation('people')
  return (
    <Table cards>
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
            <Table.Td data-label={t('people:log.at')}>
              <DateTime value={row.at} form="seconds" />
            </Table.Td>
            <Table.Td data-label={t('people:log.who')}>{row.personName || t('people:log.nobody')}</Table.Td>
            <Table.Td data-label={t('people:log.action')}>
              {t(`people:log.do.${row.action}`, { defaultValue: row.action })}
            </Table.Td>
            <Table.Td data-label={t('people:log.subject')}>
              <Text span size="sm" ff="monospace">
                {row.action === 'audit/read'
                  ? t(`people:log.${PARTS[row.subject] ?? 'partAll'}`)
                  : row.subjectName}
              </Text>
            </Table.Td>
            <Table.Td data-label={row.detail ? t('people:log.detail') : ''}>{row.detail}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
