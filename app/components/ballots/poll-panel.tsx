import { useTranslation } from 'react-i18next'
import { HandsEntry } from '#app/components/meetings/forms.ts'
import { useMeeting } from '#app/components/meetings/room-context.tsx'
import type { Poll } from '#domain/ballots/types.ts'
import { CountPanel } from './count-panel.tsx'
import { ResultFigure } from './result-figure.tsx'
import { RollList } from './roll-list.tsx'
import { SecondRound } from './second-round.tsx'
import { Turnout } from './turnout.tsx'
import { VoidReview } from './void-review.tsx'
import classes from './poll.module.css'

/** A ballot as everybody in the room follows it; the voter's own paper stands above. */
export function PollPanel({ poll, subjectName }: { poll: Poll; subjectName: string }) {
  const { t } = useTranslation('ballots')
  const { view } = useMeeting()
  return (
    <article
      className={classes.poll}
      aria-label={`${subjectName} ${t(`ballots:method.${poll.method}`)}`}
      data-poll={poll.id}
      data-status={poll.status}
    >
      <header className={classes.head}>
        <h3>
          {subjectName}
          {poll.round === 2 ? t('ballots:result.round2') : ''}
        </h3>
        <span className={classes.quiet}>{t(`ballots:method.${poll.method}`)}</span>
      </header>
      <p className={classes.asked}>{poll.question}</p>
      {poll.status === 'void' ? (
        <p>
          {t('ballots:result.void', {
            reason: [poll.voidGround && t(`ballots:voidGround.${poll.voidGround}`), poll.voidReason]
              .filter(Boolean)
              .join(t('ballots:result.clause')),
          })}
        </p>
      ) : null}
      {poll.status === 'open' ? (
        <>
          {poll.method === 'show-of-hands' ? (
            <p>{t('ballots:bystander.hands')}</p>
          ) : (
            <Turnout turnout={view.turnout.find((line) => line.pollId === poll.id)} />
          )}
          <WhyNotMe poll={poll} />
          <p className={classes.quiet}>{t('ballots:turnout.note')}</p>
          <RollList roll={poll.roll} rule={poll.rule} />
        </>
      ) : null}
      <Counting poll={poll} />
      <VoidReview poll={poll} />
      {poll.result ? <ResultFigure poll={poll} result={poll.result} /> : null}
      <SecondRound poll={poll} />
    </article>
  )
}

function WhyNotMe({ poll }: { poll: Poll }) {
  const { t } = useTranslation('ballots')
  const { me } = useMeeting()
  const line = poll.roll.find((one) => one.personId === me.personId)
  if (line?.entitled) return null
  const why = line?.recused ? 'recused' : line ? 'absent' : 'notEntitled'
  return <p>{t(`ballots:bystander.${why}`)}</p>
}

/** What stands between the vote and its result: hands to enter, counts to confirm, the announcement. */
function Counting({ poll }: { poll: Poll }) {
  const { t } = useTranslation('ballots')
  const { state, me } = useMeeting()
  const hands = poll.method === 'show-of-hands' && poll.status === 'open'
  if (hands) {
    return (
      <>
        {state.secretaryIds.includes(me.personId) ? <HandsEntry poll={poll} /> : null}
        {poll.hands ? (
          <CountPanel poll={poll} />
        ) : (
          <p className={classes.quiet}>{t('ballots:hands.waiting')}</p>
        )}
      </>
    )
  }
  if (poll.status !== 'closed') return null
  if (poll.method === 'secret' && poll.confirmedBy.length < 2) {
    return (
      <>
        <p>{t('ballots:confirmCount.closedWaiting')}</p>
        <CountPanel poll={poll} />
      </>
    )
  }
  return <p>{t('ballots:confirmCount.closedAnnounce')}</p>
}
