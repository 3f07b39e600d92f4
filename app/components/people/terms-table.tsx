import { useFetcher } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { Table } from '#app/components/ui/table.tsx'
import type { Body } from '#domain/people/actor.ts'
import type { PersonRow, RoleTermRow } from '#server/services/people.ts'
import type { AccountAnswer } from './account-answer.ts'
import { AccountName } from './account-name.tsx'
import { useRoleWords } from './role-words.ts'

interface TermsTableProps {
  readonly people: readonly PersonRow[]
  readonly bodies: readonly Body[]
  readonly today: string
}

function when(term: RoleTermRow, today: string): 'past' | 'future' | 'current' {
  if (term.until !== null && (term.until < today || term.until < term.from)) return 'past'
  return today < term.from ? 'future' : 'current'
}

function EndButton({ person, term, role }: { person: PersonRow; term: RoleTermRow; role: string }) {
  const { t } = useTranslation('people')
  const fetcher = useFetcher<AccountAnswer>()
  const formId = useId()
  return (
    <fetcher.Form method="post" id={formId}>
      <input type="hidden" name="intent" value="end" />
      <input type="hidden" name="roleTermId" value={term.id} />
      <LegalActButton
        legal={false}
        size="compact-sm"
        variant="default"
        records={t('people:grant.endRecords', { name: person.name, role })}
        form={formId}
        busy={fetcher.state !== 'idle'}
      >
        {t('people:grant.end')}
      </LegalActButton>
      <RefusalAlert refusal={fetcher.data?.refusal} />
    </fetcher.Form>
  )
}

function TermRow({
  person,
  term,
  words,
  today,
}: {
  person: PersonRow
  term: RoleTermRow
  words: string
  today: string
}) {
  const { t } = useTranslation('people')
  const state = when(term, today)
  return (
    <Table.Tr>
      <Table.Td data-label={t('people:field.person')}>
        <AccountName person={person} />
      </Table.Td>
      <Table.Td data-label={t('people:field.role')}>{words}</Table.Td>
      <Table.Td data-label={t('people:field.term')}>
        <span>
          <DateTime value={term.from} form="date" /> –{' '}
          {term.until === null ? t('people:field.open') : <DateTime value={term.until} form="date" />}
        </span>
      </Table.Td>
      <Table.Td data-label={t('people:field.state')}>
        <StatusBadge tone={state === 'current' ? 'good' : 'neutral'}>
          {t(`people:grant.${state}`)}
        </StatusBadge>
      </Table.Td>
      <Table.Td data-label="">
        {state === 'past' ? null : <EndButton person={person} term={term} role={words} />}
      </Table.Td>
    </Table.Tr>
  )
}

export function TermsTable({ people, bodies, today }: TermsTableProps) {
  const { t } = useTranslation('people')
  const words = useRoleWords(bodies)
  const rows = people.flatMap((person) => person.roles.map((term) => ({ person, term })))
  if (rows.length === 0)
    return <EmptyState title={t('people:grant.none')}>{t('people:grant.noneMeans')}</EmptyState>
  return (
    <Table cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('people:field.person')}</Table.Th>
          <Table.Th>{t('people:field.role')}</Table.Th>
          <Table.Th>{t('people:field.term')}</Table.Th>
          <Table.Th>{t('people:field.state')}</Table.Th>
          <Table.Th>
            <span className="visually-hidden">{t('people:grant.end')}</span>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ person, term }) => (
          <TermRow key={term.id} person={person} term={term} words={words(term)} today={today} />
        ))}
      </Table.Tbody>
    </Table>
  )
}
