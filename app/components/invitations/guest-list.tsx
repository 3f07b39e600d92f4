import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/components/cases/section.tsx'
import { ReasonDialog } from '#app/components/hearings-before/reason-dialog.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'
import { useActor } from '#app/components/shell/root-data.ts'
import { decideHearing } from '#domain/hearings/decide.ts'
import {
  endOfInvitation,
  standingOfInvitation,
  type InvitationStanding,
} from '#domain/hearings/invitations.ts'
import type { HearingDecidable } from '#domain/hearings/order.ts'
import { active, lineOf } from '#domain/hearings/people.ts'
import type { Participant } from '#domain/hearings/types.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { Guests } from './guests.ts'
import classes from './guest-list.module.css'

const TONES: Readonly<Record<InvitationStanding, Tone>> = {
  none: 'neutral',
  issued: 'waiting',
  entered: 'active',
  'in-room': 'good',
  revoked: 'neutral',
  expired: 'neutral',
}

interface GuestListProps {
  readonly guests: Guests
  readonly busy: boolean
  readonly onIssue: (personId: string) => void
}

/** Those without an account, and how it stands with the invitation of each. */
export function GuestList({ guests, busy, onIssue }: GuestListProps) {
  const { t } = useTranslation('invitations')
  const people = active(guests.state).filter((one) => one.invitation !== null)
  return (
    <Section title={t('invitations:list')}>
      {people.length === 0 ? (
        <Text c="dimmed">{t('invitations:nobody')}</Text>
      ) : (
        <ul className={classes.list}>
          {people.map((one) => (
            <Line key={one.personId} one={one} guests={guests} busy={busy} onIssue={onIssue} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Line({ one, guests, busy, onIssue }: GuestListProps & { one: Participant }) {
  const { t } = useTranslation(['invitations', 'hearings-before'])
  const format = useDateTime()
  const actor = useActor()
  const { state, contacts, now } = guests
  const { personId, name, invitation } = one
  const at = new Date(now)
  const standing = standingOfInvitation(state, one, at) ?? 'none'
  const holds = standing === 'issued' || standing === 'entered' || standing === 'in-room'
  const contact = contacts[personId] ?? ''
  const represented = one.represents === null ? undefined : lineOf(state, one.represents)
  const refusalOf = (order: HearingDecidable): Refusal | null => {
    const decided = decideHearing(state, order, {
      ...{ actor, now: at, newId: () => '-', chance: () => 0.5, calendar: {} },
    })
    return isRefusal(decided) ? decided : null
  }
  const act = standing === 'none' ? 'issue' : 'reissue'
  return (
    <li>
      <span className={classes.capacity}>{t(`invitations:capacity.${one.capacity}`)}</span>
      <div className={classes.who}>
        <Text span fw={600}>
          {name}
        </Text>{' '}
        <Text span c="dimmed" size="sm">
          {[
            one.bodyName,
            represented ? t('hearings-before:prepare.represents', { name: represented.name }) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {contact ? (
          <Text c="dimmed" size="sm">
            {t('invitations:contact', { contact })}
          </Text>
        ) : null}
      </div>
      <div className={classes.standing}>
        <StatusBadge tone={TONES[standing]}>{t(`invitations:standing.${standing}`)}</StatusBadge>
        {holds && invitation ? (
          <Text c="dimmed" size="xs">
            {invitation.enteredAt === null
              ? t('invitations:until', { date: format(endOfInvitation(state, personId, invitation)) })
              : t('invitations:enteredAt', { date: format(invitation.enteredAt) })}
          </Text>
        ) : null}
      </div>
      <Group gap="xs" className={classes.acts ?? ''}>
        <LegalActButton
          legal={false}
          size="compact-sm"
          variant={standing === 'none' ? 'filled' : 'default'}
          busy={busy}
          records={t(`invitations:${act}Records`)}
          refusal={refusalOf({ type: 'issue-invitation', personId })}
          onAct={() => onIssue(personId)}
          aria-label={t(`invitations:${act}Name`, { name })}
        >
          {t(`invitations:${act}`)}
        </LegalActButton>
        {holds ? (
          <ReasonDialog
            intent="revoke"
            label={t('invitations:revoke')}
            name={t('invitations:revokeName', { name })}
            records={t('invitations:revokeRecords')}
            reason={t('invitations:revokeReason')}
            refusal={refusalOf({ type: 'revoke-invitation', personId, reason: '-' })}
            look={{ variant: 'subtle', size: 'compact-sm' }}
          >
            <input type="hidden" name="personId" value={personId} />
          </ReasonDialog>
        ) : null}
      </Group>
    </li>
  )
}
