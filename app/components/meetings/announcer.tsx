import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { mayVoteIn } from '#app/components/ballots/own-paper.ts'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { currentItem } from '#domain/meetings/items.ts'
import type { Poll } from '#domain/ballots/types.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { numberOf } from './next-step.ts'
import { quorumStands, useQuorum } from './quorum-meter.tsx'
import { useMeeting } from './room-context.tsx'

/** Says what changed, in order, to who cannot see it: opening, closing and result of a vote first of all. */
export function Announcer() {
  const { t } = useTranslation(['meetings', 'ballots'])
  const { state, me, recused, connection, personName } = useMeeting()
  const announce = useAnnounce()
  const quorate = quorumStands(useQuorum())
  const before = useRef({ state, recused, connection, quorate })

  useEffect(() => {
    const was = before.current
    before.current = { state, recused, connection, quorate }
    const words: string[] = []
    const say = (key: string, values: Record<string, string | number> = {}) => words.push(t(key, values))
    if (was.connection !== connection && (connection === 'offline' || was.connection === 'offline')) {
      say(connection === 'offline' ? 'meetings:live.offline' : 'meetings:live.online')
    }
    if (was.state !== state) {
      if (was.state.status !== state.status) sayStatus(was.state, state, say)
      if (was.recused !== recused) say(recused ? 'meetings:live.recused' : 'meetings:live.restored')
      if (was.state.chairId !== state.chairId) say('meetings:live.chair', { name: personName(state.chairId) })
      if (!recused) {
        sayItem(was.state, state, say, t)
        sayFloor(was.state, state, me.personId, personName, say)
        for (const poll of currentItem(state)?.polls ?? [])
          sayPoll(statusOf(was.state, poll.id), poll, state, me.personId, say, t)
      }
    }
    if (state.status === 'open' && was.quorate !== quorate)
      say(quorate ? 'meetings:live.quorumMet' : 'meetings:live.quorumLost')
    if (words.length > 0) announce(words.join(' '))
  }, [state, recused, connection, quorate, me.personId, announce, personName, t])

  return null
}

type Say = (key: string, values?: Record<string, string | number>) => void
type Words = (key: string) => string

function sayStatus(was: MeetingState, { status }: MeetingState, say: Say): void {
  if (status === 'open') say(was.status === 'adjourned' ? 'meetings:live.resumed' : 'meetings:live.opened')
  if (status === 'adjourned' || status === 'closed') say(`meetings:live.${status}`)
}

function sayItem(was: MeetingState, state: MeetingState, say: Say, t: Words): void {
  const item = currentItem(state)
  if (!item) return
  if (was.currentItemId !== item.id)
    say('meetings:live.item', { n: numberOf(state, item.id), title: item.caseTitle })
  else if (currentItem(was)?.phase !== item.phase)
    say('meetings:live.phase', { phase: t(`meetings:phase.${item.phase}`) })
}

function sayFloor(
  was: MeetingState,
  state: MeetingState,
  me: string,
  personName: (id: string) => string,
  say: Say,
): void {
  const { speaking } = state.floor
  if (!speaking || was.floor.speaking?.id === speaking.id) return
  if (speaking.personId === me) say('meetings:live.yourFloor')
  else say('meetings:live.floor', { name: personName(speaking.personId) })
}

function statusOf(state: MeetingState, pollId: string): Poll['status'] | null {
  return state.items.flatMap((item) => item.polls).find((poll) => poll.id === pollId)?.status ?? null
}

function sayPoll(
  was: Poll['status'] | null,
  poll: Poll,
  state: MeetingState,
  me: string,
  say: Say,
  t: Words,
): void {
  if (was === poll.status) return
  const subject = currentItem(state)?.subjects.find((one) => one.id === poll.subjectId)?.name ?? ''
  if (poll.status === 'open') {
    say('ballots:live.opened', { question: poll.question, method: t(`ballots:method.${poll.method}`) })
    if (mayVoteIn(poll, me)) say('ballots:live.mine')
  }
  if (poll.status === 'closed') say('ballots:live.closed')
  if (poll.status === 'void') say('ballots:live.void')
  if (poll.status !== 'announced' || !poll.result) return
  const { passed, counts, rule } = poll.result
  if (passed === null) {
    say('ballots:live.announcedNotPassed', { subject })
    return
  }
  const outcome = t(`ballots:choice.${passed}`)
  const votes = counts[passed]
  if (votes === undefined) say('ballots:live.announcedPassedHidden', { subject, outcome })
  else say('ballots:live.announcedPassed', { subject, outcome, votes, due: rule.base })
}
