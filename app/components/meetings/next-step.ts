import { secondRoundOptions } from '#domain/ballots/rules.ts'
import { figuresWithheld } from '#domain/ballots/reveal.ts'
import type { Poll } from '#domain/ballots/types.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import {
  currentItem,
  hasEnded,
  openPoll,
  pollsOn,
  standingPoll,
  unannouncedPoll,
  unusedConsent,
} from '#domain/meetings/items.ts'
import { isRecused, pendingRecusals } from '#domain/meetings/recusals.ts'
import { yetToState } from '#domain/meetings/statements.ts'
import type { AgendaItem, MeetingState } from '#domain/meetings/types.ts'

/** Two scrutineers confirm a secret count and a show of hands (architecture §5). */
export const SCRUTINEERS_NEEDED = 2

/**
 * What the course of the meeting asks for next. A `command` step is one press; `put`, `state`, `rule`, `defer`
 * and `hand-over` lead to a form on the page; `wait` says whose turn it is when it is not the chair's.
 */
export type NextStep =
  | { readonly kind: 'command'; readonly command: MeetingCommand; readonly n?: number }
  | { readonly kind: 'put'; readonly subjectId: string; readonly name: string }
  | { readonly kind: 'state' }
  | { readonly kind: 'rule'; readonly recusalId: string }
  | { readonly kind: 'defer'; readonly itemId: string }
  | { readonly kind: 'hand-over' }
  | { readonly kind: 'wait'; readonly what: 'hands' | 'count' | 'statements' }
  | { readonly kind: 'done' }

export function nextStep(state: MeetingState, viewerId: string): NextStep {
  if (state.status === 'convened') return { kind: 'command', command: { type: 'open' } }
  if (state.status === 'adjourned') return { kind: 'command', command: { type: 'resume' } }
  if (state.status !== 'open') return { kind: 'done' }
  const item = currentItem(state)
  return item ? stepOfItem(state, item, viewerId) : stepBetweenItems(state)
}

function stepBetweenItems(state: MeetingState): NextStep {
  const anew = (item: AgendaItem) =>
    item.phase === 'decided' && item.subjects.some((subject) => unusedConsent(item, subject.id))
  const next = state.items.find((item) => !hasEnded(item) || anew(item))
  if (!next) return { kind: 'command', command: { type: 'close' } }
  if (isRecused(state, next.id, state.chairId)) return { kind: 'hand-over' }
  return {
    kind: 'command',
    command: { type: 'open-item', itemId: next.id, presenterId: null },
    n: numberOf(state, next.id),
  }
}

function stepOfItem(state: MeetingState, item: AgendaItem, viewerId: string): NextStep {
  const counting = openPoll(state) ?? unannouncedPoll(state)
  if (counting) return stepOfPoll(counting, seesHands(state, viewerId))
  if (isRecused(state, item.id, state.chairId)) return { kind: 'hand-over' }
  if (item.phase === 'presented')
    return { kind: 'command', command: { type: 'enter-phase', phase: 'questions' } }
  if (item.phase === 'questions')
    return { kind: 'command', command: { type: 'enter-phase', phase: 'statements' } }
  const pending = pendingRecusals(state, item.id)[0]
  if (pending) return { kind: 'rule', recusalId: pending.id }
  if (item.phase === 'statements') {
    const silent = yetToState(state, item)
    if (silent.some((personId) => personId !== state.chairId)) return { kind: 'wait', what: 'statements' }
    if (silent.length > 0) return { kind: 'state' }
  }
  return stepOfSubjects(item)
}

/** Subject by subject; what failed finally is deferred once nothing else is left to vote on (F-08, F-14). */
function stepOfSubjects(item: AgendaItem): NextStep {
  const open = item.subjects.filter((subject) => standingPoll(item, subject.id) === null)
  const unasked = open.find(
    (subject) => pollsOn(item, subject.id).length === 0 || unusedConsent(item, subject.id),
  )
  const again = open
    .map((subject) => pollsOn(item, subject.id).at(-1))
    .find((poll) => poll && mayHaveSecondRound(poll))
  if (again && !unasked) return { kind: 'command', command: { type: 'open-second-round', pollId: again.id } }
  if (unasked) return { kind: 'put', subjectId: unasked.id, name: unasked.name }
  if (open.length > 0 || item.subjects.length === 0) return { kind: 'defer', itemId: item.id }
  return { kind: 'command', command: { type: 'finish-item' } }
}

/** Where the figures are withheld from this viewer the server alone can tell; then it is worth asking. */
function mayHaveSecondRound({ status, round, result, options }: Poll): boolean {
  if (status !== 'announced' || round !== 1 || !result || result.passed) return false
  return figuresWithheld(result) || secondRoundOptions(options, result.counts).length > 1
}

/** A show of hands before its close: for those who enter and confirm it, not for the chair. */
function seesHands(state: MeetingState, viewerId: string): boolean {
  return (
    state.secretaryIds.includes(viewerId) ||
    (state.scrutineerIds.includes(viewerId) && viewerId !== state.chairId)
  )
}

function stepOfPoll(poll: Poll, hands: boolean): NextStep {
  const pollId = poll.id
  if (poll.status === 'open' && poll.method === 'show-of-hands' && !hands)
    return { kind: 'command', command: { type: 'close-ballot', pollId } }
  if (poll.status === 'open') {
    const confirmed = poll.hands?.confirmedBy.length ?? 0
    if (poll.method === 'show-of-hands' && !poll.hands) return { kind: 'wait', what: 'hands' }
    if (poll.method === 'show-of-hands' && confirmed < SCRUTINEERS_NEEDED)
      return { kind: 'wait', what: 'count' }
    return { kind: 'command', command: { type: 'close-ballot', pollId } }
  }
  if (poll.method === 'secret' && poll.confirmedBy.length < SCRUTINEERS_NEEDED)
    return { kind: 'wait', what: 'count' }
  return { kind: 'command', command: { type: 'announce-result', pollId } }
}

/** 1, 2, 3 … as the agenda counts. */
export function numberOf(state: MeetingState, itemId: string): number {
  return state.items.findIndex((item) => item.id === itemId) + 1
}
