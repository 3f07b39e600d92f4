import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatDateTime, useDateTime } from '#app/components/ui/date-time.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import type { CorrectionDuty } from '#domain/cases/types.ts'
import { ActDialog } from './act-dialog.tsx'
import { useCase } from './case-room.tsx'
import classes from './facts.module.css'

/** Correction duties with owner, date and whether they are done; the owner reports here. */
export function Duties({ duties }: { duties: readonly CorrectionDuty[] }) {
  const { t } = useTranslation('cases')
  if (duties.length === 0) return <Text c="dimmed">{t('cases:duties.none')}</Text>
  return (
    <ul className={classes.plain}>
      {duties.map((duty) => (
        <li key={duty.id}>
          <Duty duty={duty} />
        </li>
      ))}
    </ul>
  )
}

function Duty({ duty }: { duty: CorrectionDuty }) {
  const { t } = useTranslation('cases')
  const { state, bodyName, personName, may } = useCase()
  const dateTime = useDateTime()
  const done = state.dutiesDone.find(({ dutyId }) => dutyId === duty.id)
  const overdue =
    !done && duty.dueOn < formatDateTime(new Date().toISOString(), 'seconds', 'sv-SE').slice(0, 10)
  const command = { type: 'report-duty-done', dutyId: duty.id, note: '—' } as const
  const refusal = may(command)
  return (
    <Stack gap={4}>
      <Group gap="xs" justify="space-between" align="flex-start" wrap="nowrap">
        <span>{duty.text}</span>
        <StatusBadge tone={done ? 'good' : overdue ? 'waiting' : 'neutral'}>
          {done ? t('cases:duties.isDone') : overdue ? t('cases:duties.overdue') : t('cases:duties.open')}
        </StatusBadge>
      </Group>
      <Text size="sm" c="dimmed">
        {t('cases:duties.owner', { body: bodyName(duty.ownerBodyId) })} ·{' '}
        {t('cases:duties.due', { date: dateTime(duty.dueOn, 'date') })}
      </Text>
      {done ? (
        <Text size="sm" c="dimmed">
          {t('cases:duties.done', { name: personName(done.by), date: dateTime(done.at, 'date') })}
          {done.note ? <span className={classes.note}>{done.note}</span> : null}
        </Text>
      ) : refusal?.refused === 'access/denied' ? null : (
        <div>
          <ActDialog
            label={t('cases:duties.report')}
            records={t('cases:duties.records')}
            reason={{ label: t('cases:duties.note'), required: true }}
            look={{ variant: 'default', size: 'xs' }}
            probe={command}
            command={(note) => ({ type: 'report-duty-done', dutyId: duty.id, note })}
          />
        </div>
      )}
    </Stack>
  )
}
