import { Button } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { hasEnded } from '#domain/meetings/items.ts'
import { isCutOff } from '#domain/meetings/recusals.ts'
import { ItemStage, Votes } from './item-stage.tsx'
import { Lobby } from './lobby.tsx'
import { numberOf } from './next-step.ts'
import { Papers } from './papers.tsx'
import { PhaseWord } from './phase-word.tsx'
import { quorumStands, useQuorum } from './quorum-meter.tsx'
import { useMeeting } from './room-context.tsx'
import { OwnCheckIn } from './own-check-in.tsx'
import classes from './room.module.css'

/** The middle of the room: what is going on now. */
export function Stage() {
  const { t } = useTranslation('meetings')
  const { state, item } = useMeeting()
  const quorum = useQuorum()
  switch (state.status) {
    case 'convened':
      return <Lobby />
    case 'cancelled':
      return <Lobby />
    case 'closed':
      return <Closed />
    case 'adjourned':
      return (
        <>
          <Adjourned />
          {item ? <ItemStage item={item} /> : null}
        </>
      )
    case 'open':
      return (
        <>
          {quorumStands(quorum) ? null : <p className={classes.notice}>{t('meetings:stage.noQuorum')}</p>}
          <OwnCheckIn />
          {item ? <ItemStage item={item} /> : <BetweenItems />}
        </>
      )
  }
}

function Adjourned() {
  const { t } = useTranslation('meetings')
  const { state } = useMeeting()
  return (
    <div className={classes.notice}>
      <h2 className={classes.stageTitle}>
        {t('meetings:stage.adjourned', { reason: state.adjournments.at(-1)?.reason ?? '' })}
      </h2>
      <p>{t('meetings:stage.adjournedHint')}</p>
    </div>
  )
}

function BetweenItems() {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  const next = state.items.find((item) => !hasEnded(item))
  if (!next) return <h2 className={classes.stageTitle}>{t('meetings:stage.allDone')}</h2>
  return (
    <>
      <h2 className={classes.stageTitle}>{t('meetings:stage.waiting')}</h2>
      {isCutOff(state, next, me.personId) ? (
        <p>{t('meetings:agenda.recused')}</p>
      ) : (
        <>
          <p>{t('meetings:stage.waitingNext', { title: `${next.caseNumber} ${next.caseTitle}` })}</p>
          <Papers item={next} />
        </>
      )}
    </>
  )
}

function Closed() {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  const format = useDateTime()
  return (
    <>
      <h2 className={classes.stageTitle}>{t('meetings:stage.closed')}</h2>
      {state.closedAt ? (
        <p className={classes.quiet}>{t('meetings:stage.closedAt', { time: format(state.closedAt) })}</p>
      ) : null}
      {state.minutesId ? (
        <div>
          <Button component={Link} to={`/minutes/${state.minutesId}`} size="lg">
            {t('meetings:stage.toMinutes')}
          </Button>
        </div>
      ) : state.secretaryIds.includes(me.personId) ? (
        <div>
          <Button component={Link} to={`/minutes/new?meeting=${state.id}`} size="lg">
            {t('meetings:stage.draftMinutes')}
          </Button>
        </div>
      ) : null}
      <section className={classes.items} aria-label={t('meetings:stage.result')}>
        {state.items.map((item) => (
          <article key={item.id} className={classes.part}>
            <h3 className={classes.partTitle}>
              {t('meetings:agenda.itemN', { n: numberOf(state, item.id) })} {item.caseNumber} {item.caseTitle}
            </h3>
            <PhaseWord phase={item.phase} />
            {item.deferral ? <p>{t('meetings:agenda.deferred', { reason: item.deferral.reason })}</p> : null}
            <Votes item={item} />
          </article>
        ))}
      </section>
    </>
  )
}
