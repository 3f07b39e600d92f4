import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { isAttendee, isMemberDue, isPresent, isSecretary } from '#domain/meetings/participants.ts'
import { isCutOff } from '#domain/meetings/recusals.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { OwnCheckIn } from './own-check-in.tsx'
import { numberOf } from './next-step.ts'
import { Papers } from './papers.tsx'
import { Fold } from './fold.tsx'
import { ReasonForm } from './forms.ts'
import { RecusalPanel } from './recusal-panel.tsx'
import { useMeeting } from './room-context.tsx'
import { hasEnded } from '#domain/meetings/items.ts'
import classes from './room.module.css'

function capacity(state: MeetingState, personId: string) {
  if (state.chairId === personId) return 'youAreChair'
  if (isMemberDue(state, personId)) return 'youAreDue'
  if (isAttendee(state, personId)) return 'youAttend'
  return isSecretary(state, personId) ? 'youServe' : 'youLook'
}

/** Before the opening: in what capacity I am here, check-in or leave, and the papers to read. */
export function Lobby() {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  const leave = state.leaves.find((one) => one.personId === me.personId)
  const here = isPresent(state, me.personId)
  const mine = capacity(state, me.personId)
  return (
    <>
      {state.status === 'cancelled' ? null : (
        <section className={classes.part} aria-labelledby="lobby-title">
          <h2 id="lobby-title" className={classes.stageTitle}>
            {t('meetings:lobby.title')}
          </h2>
          <p>{t(`meetings:lobby.${mine}`)}</p>
          <dl className={classes.whenWhere}>
            <dt>{t('meetings:head.when')}</dt>
            <dd>
              <DateTime value={state.startsAt} />
            </dd>
            <dt>{t('meetings:head.where')}</dt>
            <dd>{state.place}</dd>
          </dl>
          <div>
            <Button component="a" href={`/meetings/${state.id}/calendar.ics`} download variant="default">
              {t('meetings:head.calendar')}
            </Button>
          </div>
          {here ? <p className={classes.good}>✓ {t('meetings:lobby.checkedIn')}</p> : null}
          <OwnCheckIn />
          {leave && !here ? (
            <p className={classes.notice}>{t('meetings:lobby.leaveTaken', { reason: leave.reason })}</p>
          ) : null}
          {mine !== 'youLook' && !here && !leave ? (
            <Fold title={t('meetings:lobby.leave')}>
              <ReasonForm
                label={t('meetings:lobby.leaveReason')}
                hint={t('meetings:lobby.leaveHint')}
                submit={t('meetings:lobby.leaveSubmit')}
                command={(reason) => ({ type: 'take-leave', personId: null, reason })}
              />
            </Fold>
          ) : null}
        </section>
      )}
      {state.items.map((item) => (
        <article key={item.id} className={classes.part}>
          <p className={classes.quiet}>{t('meetings:agenda.itemN', { n: numberOf(state, item.id) })}</p>
          {isCutOff(state, item, me.personId) ? (
            <p>{t('meetings:agenda.recused')}</p>
          ) : (
            <>
              <h3 className={classes.partTitle}>
                {item.caseNumber} {item.caseTitle}
              </h3>
              {item.deferral ? (
                <p>{t('meetings:agenda.deferred', { reason: item.deferral.reason })}</p>
              ) : null}
              <Papers item={item} />
              {hasEnded(item) ? null : <RecusalPanel item={item} />}
            </>
          )}
        </article>
      ))}
    </>
  )
}
