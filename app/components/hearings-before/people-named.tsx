import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { active, inCapacity, lineOf } from '#domain/hearings/people.ts'
import { SUGGESTED_MEMBERS } from '#domain/hearings/rules.ts'
import { CAPACITIES, type Participant } from '#domain/hearings/types.ts'
import classes from './before.module.css'
import { NamingForm } from './naming-form.tsx'
import { asRefusal, type Preparing } from './preparing.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** Who takes part, by capacity; the form that names another. */
export function PeopleNamed({ preparing }: { preparing: Preparing }) {
  const { t } = useTranslation('hearings-before')
  const { state, membersOutsideSuggested } = preparing
  const people = [...active(state)].sort(
    (a, b) => CAPACITIES.indexOf(a.capacity) - CAPACITIES.indexOf(b.capacity),
  )
  const count = inCapacity(state, 'member').length
  return (
    <Section title={t('hearings-before:prepare.people')}>
      {people.length === 0 ? (
        <Text c="dimmed">{t('hearings-before:prepare.nobody')}</Text>
      ) : (
        <ul className={classes.people}>
          {people.map((one) => (
            <Line key={one.personId} one={one} preparing={preparing} />
          ))}
        </ul>
      )}
      {membersOutsideSuggested || count % 2 === 0 ? (
        <Text mt="sm" c="var(--ochre)" role="status">
          {t('hearings-before:prepare.members', { count, ...SUGGESTED_MEMBERS })}
        </Text>
      ) : null}
      <NamingForm preparing={preparing} />
    </Section>
  )
}

function Line({ one, preparing }: { one: Participant; preparing: Preparing }) {
  const { t } = useTranslation('hearings-before')
  const { state, may } = preparing
  const represented = one.represents === null ? undefined : lineOf(state, one.represents)
  const notes = [
    one.invitation ? t('hearings-before:prepare.guest') : '',
    represented ? t('hearings-before:prepare.represents', { name: represented.name }) : '',
    one.breadth,
  ].filter(Boolean)
  return (
    <li>
      <span className={classes.capacity}>{t(`hearings-before:capacity.${one.capacity}`)}</span>
      <span className={classes.who}>
        <Text span fw={600}>
          {one.name}
        </Text>{' '}
        <Text span c="dimmed" size="sm">
          {one.bodyName}
        </Text>
        {notes.map((note) => (
          <Text key={note} c="dimmed" size="sm">
            {note}
          </Text>
        ))}
      </span>
      {/* Observers owe no receipt. */}
      <span className={classes.receipt}>{one.capacity === 'observer' ? null : <Receipt one={one} />}</span>
      <span className={classes.act}>
        <ReasonDialog
          intent="remove"
          label={t('hearings-before:prepare.remove')}
          name={t('hearings-before:prepare.removeName', { name: one.name })}
          records={t('hearings-before:prepare.removeRecords')}
          reason={t('hearings-before:prepare.removeReason')}
          refusal={asRefusal(may['remove-participant'])}
          look={{ variant: 'subtle', size: 'compact-sm' }}
        >
          <input type="hidden" name="personId" value={one.personId} />
        </ReasonDialog>
      </span>
    </li>
  )
}

/** Delivery and reading of the notice. */
function Receipt({ one }: { one: Participant }) {
  const { t } = useTranslation('hearings-before')
  const format = useDateTime()
  if (one.noticeReadAt !== null) {
    return (
      <StatusBadge tone="good">
        {t('hearings-before:prepare.read', { date: format(one.noticeReadAt) })}
      </StatusBadge>
    )
  }
  return one.noticeServedAt === null ? (
    <StatusBadge>{t('hearings-before:prepare.unserved')}</StatusBadge>
  ) : (
    <StatusBadge tone="waiting">{t('hearings-before:prepare.unread')}</StatusBadge>
  )
}
