import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BallotCard } from '#app/components/ballots/ballot-card.tsx'
import { paperOf } from '#app/components/ballots/own-paper.ts'
import { Turnout } from '#app/components/ballots/turnout.tsx'
import { useOwnVote } from '#app/components/ballots/use-own-vote.ts'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import type { Poll } from '#domain/ballots/types.ts'
import { useMeeting } from './room-context.tsx'
import classes from './ballot-place.module.css'

/**
 * Where my paper lies: alone before everything else while I have not voted, then its receipt in the same place
 * until the item goes on. The paper is keyed by its ballot, so nothing others do makes it anew.
 */
export function BallotPlace() {
  const { view, state, me } = useMeeting()
  const [unsettled, setUnsettled] = useState<string | null>(null)
  const voted = (pollId: string) => view.own.some((own) => own.pollId === pollId && own.voted)
  const paper = paperOf(state, me.personId, { voted, unsettled })
  if (!paper) return null
  const { poll, item } = paper
  return (
    <Place
      key={poll.id}
      poll={poll}
      subjectName={item.subjects.find((one) => one.id === poll.subjectId)?.name ?? ''}
      onUnsettled={setUnsettled}
    />
  )
}

function isTyping(): boolean {
  const at = document.activeElement
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable ||
      /^(textarea|select)$/i.test(at.tagName) ||
      (at instanceof HTMLInputElement && at.type !== 'radio' && at.type !== 'checkbox'))
  )
}

interface PlaceProps {
  readonly poll: Poll
  readonly subjectName: string
  /** The ballot of a vote that is on its way or came too late: its paper stays. Null: none. */
  readonly onUnsettled: (pollId: string | null) => void
}

function Place({ poll, subjectName, onUnsettled }: PlaceProps) {
  const { t } = useTranslation('ballots')
  const { view } = useMeeting()
  const vote = useOwnVote(poll)
  const tooLate = vote.step === 'too-late'
  const unsettled = tooLate || vote.step === 'sending' || vote.step === 'kept'
  const waits = poll.status === 'open' && vote.step !== 'counted' && !tooLate
  useEffect(() => {
    onUnsettled(unsettled ? poll.id : null)
    // What this paper knows goes with it: shown anew it would ask for a vote again.
    return () => onUnsettled(null)
  }, [unsettled, poll.id, onUnsettled])
  const announce = useAnnounce()
  useEffect(() => {
    if (tooLate) announce(t('ballots:tooLate.title'), true)
  }, [tooLate, announce, t])
  // Who is typing as the ballot opens goes on typing; the paper waits behind a bar that says so.
  const [cover, setCover] = useState<'ballot' | 'papers' | 'typing'>(() =>
    typeof document !== 'undefined' && isTyping() ? 'typing' : 'ballot',
  )
  const place = useRef<HTMLDivElement>(null)
  // The page behind must not scroll under the paper on a phone.
  useEffect(() => {
    document.documentElement.toggleAttribute('data-balloting', waits && cover === 'ballot')
    return () => document.documentElement.removeAttribute('data-balloting')
  }, [waits, cover])

  return (
    <div ref={place} className={classes.place} data-covering={waits && cover === 'ballot'}>
      {waits && cover !== 'ballot' ? (
        <div className={classes.bar}>
          <span>{t(cover === 'typing' ? 'ballots:card.typing' : 'ballots:card.asideNote')}</span>
          <Button
            onClick={() => {
              setCover('ballot')
              place.current?.querySelector<HTMLElement>('input')?.focus()
            }}
          >
            {t('ballots:card.return')}
          </Button>
        </div>
      ) : null}
      <div className={classes.paper} hidden={waits && cover !== 'ballot'}>
        <BallotCard
          poll={poll}
          vote={vote}
          subjectName={subjectName}
          aside={
            <Button size="lg" variant="subtle" onClick={() => setCover('papers')}>
              {t('ballots:card.aside')}
            </Button>
          }
          onSeen={() => onUnsettled(null)}
        />
        {waits ? (
          <div className={classes.turnout}>
            <Turnout turnout={view.turnout.find((line) => line.pollId === poll.id)} />
          </div>
        ) : null}
      </div>
    </div>
  )
}
