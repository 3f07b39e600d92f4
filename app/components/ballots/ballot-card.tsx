import { Button, Text } from '@mantine/core'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMeeting } from '#app/components/meetings/room-context.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { Choice, Poll } from '#domain/ballots/types.ts'
import classes from './ballot-card.module.css'
import { Receipt } from './receipt.tsx'
import type { OwnVoting, VoteStep } from './use-own-vote.ts'

interface BallotCardProps {
  readonly poll: Poll
  readonly vote: OwnVoting
  readonly subjectName: string
  /** Beside the buttons while I have not voted: the way to the papers. */
  readonly aside?: ReactNode
  /** Puts away the paper whose vote came too late. */
  readonly onSeen: () => void
}

/** The paper: question, options, what is recorded about me, check, confirm; then the receipt in its place. */
export function BallotCard({ poll, vote, subjectName, aside, onSeen }: BallotCardProps) {
  const { t } = useTranslation('ballots')
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useFollowOwnStep(vote.step, heading)
  return (
    <section className={classes.card} aria-labelledby={titleId} data-step={vote.step} data-ballot={poll.id}>
      <p className={classes.over}>
        {[
          t(`ballots:method.${poll.method}`),
          poll.round === 2 ? t('ballots:card.round2') : null,
          poll.reconsiders ? t('ballots:card.anew') : null,
          subjectName,
        ]
          .filter((word) => word !== null)
          .join(' · ')}
      </p>
      <h2 id={titleId} ref={heading} tabIndex={-1} className={classes.question}>
        {poll.question}
      </h2>
      {vote.step === 'counted' ? (
        <Receipt method={poll.method} receipt={vote.receipt} choice={vote.recorded} />
      ) : vote.step === 'too-late' ? (
        <div className={classes.tooLate} data-too-late>
          <p className={classes.tooLateTitle}>{t('ballots:tooLate.title')}</p>
          <p>{t('ballots:tooLate.body')}</p>
          <Button variant="default" onClick={onSeen}>
            {t('ballots:tooLate.seen')}
          </Button>
        </div>
      ) : vote.step === 'choosing' ? (
        <Choosing poll={poll} choice={vote.choice} onChoose={vote.choose} onNext={vote.check} aside={aside} />
      ) : (
        <Checking poll={poll} vote={vote} />
      )}
    </section>
  )
}

/** Focus follows only my own press: from choosing to checking, from confirming to the receipt. */
function useFollowOwnStep(step: VoteStep, heading: React.RefObject<HTMLElement>) {
  const before = useRef(step)
  useEffect(() => {
    const from = before.current
    before.current = step
    if (from === step || step === 'kept') return
    // The pressed button is gone, so focus fell to the page; if I am typing somewhere else it stays there.
    if (
      document.activeElement === document.body ||
      heading.current?.parentElement?.contains(document.activeElement)
    ) {
      heading.current?.focus({ preventScroll: true })
      heading.current?.scrollIntoView({ block: 'nearest' })
    }
  }, [step, heading])
}

interface ChoosingProps {
  readonly poll: Poll
  readonly choice: Choice | null
  readonly onChoose: (choice: Choice) => void
  readonly onNext: () => void
  readonly aside: ReactNode
}

function Choosing({ poll, choice, onChoose, onNext, aside }: ChoosingProps) {
  const { t } = useTranslation('ballots')
  const name = useId()
  const hintId = useId()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (choice !== null) onNext()
      }}
    >
      <fieldset className={classes.options}>
        <legend>{t('ballots:card.choose')}</legend>
        {[...poll.options, 'ABSTAIN' as const].map((option) => (
          <label key={option} className={classes.option} data-chosen={choice === option}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={choice === option}
              onChange={() => onChoose(option)}
            />
            <span>{t(`ballots:choice.${option}`)}</span>
          </label>
        ))}
      </fieldset>
      <Recorded poll={poll} />
      <div className={classes.actions}>
        <Button
          type="submit"
          size="lg"
          {...(choice === null
            ? { 'aria-disabled': true, 'data-disabled': true, 'aria-describedby': hintId }
            : {})}
        >
          {t('ballots:card.next')}
        </Button>
        {aside}
        {choice === null ? (
          <Text span c="dimmed" id={hintId}>
            {t('ballots:card.chooseFirst')}
          </Text>
        ) : null}
      </div>
    </form>
  )
}

function Recorded({ poll }: { poll: Poll }) {
  const { t } = useTranslation('ballots')
  return (
    <div className={classes.recorded}>
      <h3>{t('ballots:card.recordedTitle')}</h3>
      {poll.method === 'secret' ? (
        <>
          <p>{t('ballots:card.recordedSecret')}</p>
          <p>{t('ballots:card.recordedHonest')}</p>
        </>
      ) : (
        <p>{t('ballots:card.recordedNamed')}</p>
      )}
      <p>{t('ballots:card.noUndo')}</p>
    </div>
  )
}

function Checking({ poll, vote }: { poll: Poll; vote: OwnVoting }) {
  const { t } = useTranslation('ballots')
  const { connection } = useMeeting()
  const waiting = vote.step === 'sending' || vote.step === 'kept'
  const kept = vote.step === 'kept' || (waiting && connection !== 'online')
  const choice = vote.choice === null ? '' : t(`ballots:choice.${vote.choice}`)
  return (
    <div>
      <p className={classes.over}>{t('ballots:card.confirmTitle')}</p>
      <p className={classes.chosen}>{t('ballots:card.yourChoice', { choice })}</p>
      {kept ? (
        <p className={classes.kept} role="status">
          {t(connection === 'online' ? 'ballots:card.keptSending' : 'ballots:card.kept')}
        </p>
      ) : (
        <Recorded poll={poll} />
      )}
      {vote.refusal ? (
        <div className={classes.refused}>
          <strong>{t('ballots:card.refusedTitle')}</strong>
          <RefusalAlert refusal={vote.refusal} />
        </div>
      ) : null}
      <div className={classes.actions}>
        <Button size="lg" loading={waiting} onClick={vote.confirm}>
          {t(vote.refusal ? 'ballots:card.retry' : 'ballots:card.confirm')}
        </Button>
        {waiting ? null : (
          <Button size="lg" variant="default" onClick={vote.back}>
            {t('ballots:card.back')}
          </Button>
        )}
      </div>
    </div>
  )
}
