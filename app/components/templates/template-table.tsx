import { Anchor, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { Table } from '#app/components/ui/table.tsx'
import type { TemplateRow } from '#server/services/templates.ts'
import { useTemplateNames } from './names.ts'

interface TemplateTableProps {
  readonly rows: readonly TemplateRow[]
  readonly people: Readonly<Record<string, string>>
  /** The id of the heading above. */
  readonly labelledBy: string
}

/** The templates of one kind of case: what is in force, since when and by whom. */
export function TemplateTable({ rows, people, labelledBy }: TemplateTableProps) {
  const { t } = useTranslation('templates')
  const names = useTemplateNames()
  return (
    <Table cards aria-labelledby={labelledBy}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('templates:document')}</Table.Th>
          <Table.Th>{t('templates:state')}</Table.Th>
          <Table.Th>{t('templates:since')}</Table.Th>
          <Table.Th>{t('templates:by')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ kind, part, inForce }) => (
          <Table.Tr key={part}>
            <Table.Td data-label={t('templates:document')}>
              <Anchor component={Link} to={`/templates/${kind}/${part}`}>
                {names.document(part)}
              </Anchor>
            </Table.Td>
            <Table.Td data-label={t('templates:state')}>
              {inForce ? (
                names.version(inForce.number)
              ) : (
                <Text span c="dimmed" size="sm">
                  {t('templates:none')}
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label={inForce ? t('templates:since') : ''}>
              {inForce ? <DateTime value={inForce.at} /> : null}
            </Table.Td>
            <Table.Td data-label={inForce ? t('templates:by') : ''}>
              {inForce ? (people[inForce.by] ?? inForce.by) : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
