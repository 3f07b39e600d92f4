import { Anchor, Button, Group } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { MeetingStatus } from './meeting-status.tsx'
import { OwnCheckOut } from './own-check-in.tsx'
import { RoomKeys } from './room-keys.tsx'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'

export function RoomHead() {
  const { t } = useTranslation('meetings')
  const { state, personName, connection } = useMeeting()
  const names = (ids: readonly string[]) => ids.map(personName).join(t('meetings:and'))
  const fraction = state.grade === 'major' ? state.rules.majorQuorum : state.rules.ordinaryQuorum
  return (
    <header className={classes.head}>
      <div className={classes.headLine}>
        <h1 className={classes.title}>{state.title}</h1>
        <MeetingStatus status={state.status} />
        <span className={classes.spacer} />
        <Group gap="xs" className="no-print">
          <OwnCheckOut />
          <Button component={Link} to={`/meetings/${state.id}/screen`} target="_blank" variant="default">
            {t('meetings:head.screen')}
          </Button>
          <RoomKeys />
        </Group>
      </div>
      {connection === 'offline' ? (
        <p className={classes.offline}>{t('meetings:connection.offlineHint')}</p>
      ) : null}
      <details className={classes.facts}>
        <summary>
          {t('meetings:head.facts')} · <DateTime value={state.startsAt} /> · {state.place} ·{' '}
          {t('common:fact', { label: t('meetings:head.chair'), value: personName(state.chairId) })}
        </summary>
        <dl>
          <dt>{t('meetings:head.when')}</dt>
          <dd>
            <DateTime value={state.startsAt} />
          </dd>
          <dt>{t('meetings:head.where')}</dt>
          <dd>{state.place}</dd>
          <dt>{t('meetings:head.chair')}</dt>
          <dd>{personName(state.chairId)}</dd>
          <dt>{t('meetings:head.secretary')}</dt>
          <dd>{names(state.secretaryIds)}</dd>
          <dt>{t('meetings:head.scrutineers')}</dt>
          <dd>{names(state.scrutineerIds) || '—'}</dd>
          <dt>{t('meetings:head.grade')}</dt>
          <dd>
            {t(`meetings:grade.${state.grade}`)}
            {t('meetings:clause')}
            {t(`meetings:gradeNote.${state.grade}`, fraction)}
          </dd>
          <dt>{t('meetings:record.title')}</dt>
          <dd>
            <Anchor component={Link} to={`/meetings/${state.id}/record`}>
              {t('meetings:head.record')}
            </Anchor>
          </dd>
        </dl>
      </details>
    </header>
  )
}
