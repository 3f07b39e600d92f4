import { NativeSelect, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem, Recusal } from '#domain/meetings/types.ts'
import { numberOf } from './next-step.ts'
import { ReasonForm } from './reason-form.tsx'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'

/** An application and, for whoever rules on it, the ruling. */
export function Ruling({ recusal }: { recusal: Recusal }) {
  const { t } = useTranslation('meetings')
  const { state, me, personName } = useMeeting()
  const [granted, setGranted] = useState<boolean | null>(null)
  const mayRule =
    recusal.personId === state.chairId
      ? state.secretaryIds.includes(me.personId)
      : state.chairId === me.personId
  return (
    <div className={classes.notice} id={`recusal-${recusal.id}`}>
      <p>
        {t('meetings:recusal.pending', {
          name: personName(recusal.personId),
          n: numberOf(state, recusal.itemId),
          reason: recusal.reason,
          by: personName(recusal.appliedBy),
        })}
      </p>
      {mayRule ? (
        <ReasonForm
          label={t('meetings:recusal.rulingReason')}
          records={t('meetings:recusal.rulingRecords')}
          submit={t(granted === false ? 'meetings:recusal.reject' : 'meetings:recusal.grant')}
          command={(reason) => ({
            type: 'rule-on-recusal',
            recusalId: recusal.id,
            granted: granted !== false,
            reason,
          })}
        >
          <Radio.Group
            value={granted === false ? 'no' : 'yes'}
            onChange={(value) => setGranted(value === 'yes')}
            aria-label={t('meetings:recusal.title')}
          >
            <Stack gap="xs">
              <Radio value="yes" label={t('meetings:recusal.grant')} />
              <Radio value="no" label={t('meetings:recusal.reject')} />
            </Stack>
          </Radio.Group>
        </ReasonForm>
      ) : null}
    </div>
  )
}

/** Recusing oneself, at once, or asking for the recusal of another. */
export function RecusalForms({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  const [who, setWho] = useState<'own' | 'other'>('own')
  const others = [...state.membersDue, ...state.attendees].filter((person) => person.personId !== me.personId)
  const [personId, setPersonId] = useState(others[0]?.personId ?? '')
  const base = t(state.rules.recusedCountAsDue ? 'meetings:recusal.baseDue' : 'meetings:recusal.baseNotDue')
  return (
    <Stack gap="sm">
      <Radio.Group
        value={who}
        onChange={(value) => setWho(value === 'other' ? 'other' : 'own')}
        aria-label={t('meetings:recusal.title')}
      >
        <Stack gap="xs">
          <Radio value="own" label={t('meetings:recusal.own')} />
          <Radio value="other" label={t('meetings:recusal.other')} />
        </Stack>
      </Radio.Group>
      <Text c="dimmed">
        {who === 'own' ? t('meetings:recusal.ownMeans', { base }) : t('meetings:recusal.otherMeans')}
      </Text>
      <ReasonForm
        label={t('meetings:recusal.reason')}
        hint={t('meetings:recusal.reasonHint')}
        submit={t(who === 'own' ? 'meetings:recusal.submitOwn' : 'meetings:recusal.submitOther')}
        command={(reason) =>
          who === 'own'
            ? { type: 'recuse-myself', itemId: item.id, reason }
            : { type: 'apply-for-recusal', itemId: item.id, personId, reason }
        }
      >
        {who === 'other' ? (
          <NativeSelect
            label={t('meetings:recusal.person')}
            value={personId}
            onChange={(event) => setPersonId(event.currentTarget.value)}
            data={others.map((person) => ({
              value: person.personId,
              label: `${person.name}（${person.bodyName}）`,
            }))}
          />
        ) : null}
      </ReasonForm>
    </Stack>
  )
}
