import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { Table } from '#app/components/ui/table.tsx'
import type { Body } from '#domain/people/actor.ts'
import type { PersonRow } from '#server/services/people.ts'
import { AccountActions } from './account-actions.tsx'
import { AccountName } from './account-name.tsx'
import { useRoleWords } from './role-words.ts'

interface PeopleTableProps {
  readonly people: readonly PersonRow[]
  readonly bodies: readonly Body[]
}

export function PeopleTable({ people, bodies }: PeopleTableProps) {
  const { t } = useTranslation('people')
  const words = useRoleWords(bodies)
  return (
    <Table cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people:field.name')}</Table.Th>
          <Table.Th>{t('people:field.body')}</Table.Th>
          <Table.Th>{t('people:field.roles')}</Table.Th>
          <Table.Th>{t('people:field.state')}</Table.Th>
          <Table.Th>
            <span className="visually-hidden">{t('people:account.reset')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <Table.Tr key={person.id}>
            <Table.Td data-label={t('people:field.name')}>
              <AccountName person={person} />
            </Table.Td>
            <Table.Td data-label={t('people:field.body')}>
              <div>
                <Text size="sm">{person.bodyName}</Text>
                <Text c="dimmed" size="xs">
                  {person.office}
                </Text>
              </div>
            </Table.Td>
            <Table.Td data-label={t('people:field.roles')}>
              <div>
                {person.roles.map((held) => (
                  <Text key={held.id} size="sm">
                    {words(held)}
                  </Text>
                ))}
              </div>
            </Table.Td>
            <Table.Td data-label={t('people:field.state')}>
              <StatusBadge tone={person.active ? 'good' : 'neutral'}>
                {t(person.active ? 'people:field.active' : 'people:field.disabled')}
              </StatusBadge>
            </Table.Td>
            <Table.Td data-label="">
              <AccountActions person={person} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
