import { Button, Group } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useActor } from '#app/components/shell/root-data.ts'
import { DateTime } from '#app/components/ui/date-time.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { mustNotBeClosed } from '#domain/hearings/guards.ts'
import { mustMayInvite } from '#domain/hearings/invitations.ts'
import { holderOf, isPresent } from '#domain/hearings/people.ts'
import { HearingStatus } from './hearing-status.tsx'
import { CommandButton, useHearing } from './room-context.tsx'
import { RoomKeys } from './room-keys.tsx'

export function RoomHead() {
  const { t } = useTranslation('hearings')
  const { state, mine, shared, personName, connection } = useHearing()
  const actor = useActor()
  const chairId = holderOf(state, 'chair')
  return (
    <header className={rooms.head}>
      <div className={rooms.headLine}>
        <h1 className={rooms.title}>{state.title}</h1>
        <HearingStatus status={state.status} words="hearings" />
        <span className={rooms.spacer} />
        <Group gap="xs" className="no-print">
          {mine && isPresent(mine) && mustNotBeClosed(state) === null ? (
            <CommandButton
              variant="default"
              command={{ type: 'go-out' }}
              records={t('hearings:head.goOutRecords')}
            >
              {t('hearings:head.goOut')}
            </CommandButton>
          ) : null}
          {mustMayInvite(state, actor) === null ? (
            <Button component={Link} to={`/hearings/${state.id}/guests`} variant="default">
              {t('hearings:head.guests')}
            </Button>
          ) : null}
          {shared.sight === 'witness-outside' || actor.guestOf !== undefined ? null : (
            <Button component={Link} to={`/hearings/${state.id}/screen`} target="_blank" variant="default">
              {t('hearings:head.screen')}
            </Button>
          )}
          <RoomKeys />
        </Group>
      </div>
      {connection === 'offline' ? <p className={rooms.offline}>{t('hearings:head.offline')}</p> : null}
      <details className={rooms.facts}>
        <summary>
          {t('hearings:head.facts')} · <DateTime value={state.startsAt} /> · {state.place}
        </summary>
        <dl>
          {state.caseNumber === '' ? null : (
            <>
              <dt>{t('hearings:head.case')}</dt>
              <dd>
                {state.caseNumber} {state.caseTitle}
              </dd>
            </>
          )}
          {state.issues.length > 0 ? (
            <>
              <dt>{t('hearings:head.issues')}</dt>
              <dd>
                <ol>
                  {state.issues.map((issue) => (
                    <li key={issue.id}>{issue.text}</li>
                  ))}
                </ol>
              </dd>
            </>
          ) : null}
          <dt>{t('hearings:head.publicity')}</dt>
          <dd>
            {state.closedGround === null
              ? t('hearings:head.open')
              : t('hearings:head.closed', { ground: t(`hearings:closedGround.${state.closedGround}`) })}
          </dd>
          {chairId === null ? null : (
            <>
              <dt>{t('hearings:capacity.chair')}</dt>
              <dd>{personName(chairId)}</dd>
            </>
          )}
          {state.orderingBodyName === '' ? null : (
            <>
              <dt>{t('hearings:head.body')}</dt>
              <dd>{state.orderingBodyName}</dd>
            </>
          )}
        </dl>
      </details>
    </header>
  )
}
