import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OutcomeBadge } from '#app/components/ui/outcome-badge.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { decisionsInForce } from '#domain/cases/inquiries.ts'
import { useCase } from './case-room.tsx'
import { Section } from './section.tsx'

/** Everybody the case is about, each with the outcome that is in force. */
export function SubjectsTable() {
  const { t } = useTranslation('cases')
  const { state } = useCase()
  const decisions = decisionsInForce(state.decisions)
  return (
    <Section title={t('cases:subjects.title')}>
      {state.subjects.length === 0 ? (
        <Text c="dimmed">{t('cases:subjects.none')}</Text>
      ) : (
        <Table cards>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('cases:subjects.name')}</Table.Th>
              <Table.Th>{t('cases:subjects.post')}</Table.Th>
              <Table.Th>{t('cases:subjects.role')}</Table.Th>
              <Table.Th>{t('cases:subjects.outcome')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {state.subjects.map((subject) => {
              const outcome = decisions.find(({ subjectId }) => subjectId === subject.id)?.outcome
              const post = [subject.unit, subject.position].filter(Boolean).join(' ')
              return (
                <Table.Tr key={subject.id}>
                  <Table.Td data-label={t('cases:subjects.name')}>
                    <strong>{subject.name}</strong>
                  </Table.Td>
                  <Table.Td data-label={t('cases:subjects.post')}>
                    {post || t('cases:particulars.untold')}
                  </Table.Td>
                  <Table.Td data-label={t('cases:subjects.role')}>
                    {t(`cases:subjectRole.${subject.role}`)}
                  </Table.Td>
                  <Table.Td data-label={t('cases:subjects.outcome')}>
                    {outcome ? (
                      <OutcomeBadge outcome={outcome} />
                    ) : (
                      <Text span c="dimmed" size="sm">
                        {t('cases:subjects.undecided')}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  )
}
