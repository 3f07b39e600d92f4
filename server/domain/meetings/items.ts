import type { Poll } from '#domain/ballots/types.ts'
import type { AgendaItem, MeetingState, Reconsideration } from './types.ts'

export function itemOf(state: MeetingState, itemId: string): AgendaItem | undefined {
  return state.items.find((item) => item.id === itemId)
}

export function currentItem(state: MeetingState): AgendaItem | undefined {
  return state.currentItemId === null ? undefined : itemOf(state, state.currentItemId)
}

/** Decided and deferred items have ended; a decided one may be taken up again (F-09). */
export function hasEnded(item: AgendaItem): boolean {
  return item.phase === 'decided' || item.phase === 'deferred'
}

export function pollOf(state: MeetingState, pollId: string): { poll: Poll; item: AgendaItem } | undefined {
  for (const item of state.items) {
    const poll = item.polls.find((candidate) => candidate.id === pollId)
    if (poll) return { poll, item }
  }
  return undefined
}

export function pollsOn(item: AgendaItem, subjectId: string): readonly Poll[] {
  return item.polls.filter((poll) => poll.subjectId === subjectId && poll.status !== 'void')
}

export function openPoll(state: MeetingState): Poll | undefined {
  return state.items.flatMap((item) => item.polls).find((poll) => poll.status === 'open')
}

/** Counted but not announced yet. */
export function unannouncedPoll(state: MeetingState): Poll | undefined {
  return state.items.flatMap((item) => item.polls).find((poll) => poll.status === 'closed')
}

/** A ballot of the item is open, or its result is not announced. */
export function ballotUnderWay(item: AgendaItem): boolean {
  return item.polls.some((poll) => poll.status === 'open' || poll.status === 'closed')
}

/** Consent to vote anew that no ballot has used; a void ballot does not use it up (F-09). */
export function unusedConsent(item: AgendaItem, subjectId: string): Reconsideration | undefined {
  const granted = item.reconsiderations.filter((one) => one.subjectId === subjectId && one.granted)
  const used = pollsOn(item, subjectId).filter((poll) => poll.reconsiders !== null && poll.round === 1)
  return granted.length > used.length ? granted.at(-1) : undefined
}

/**
 * The ballot that decides a subject: the last announced one that passed. While a granted reconsideration waits
 * for its ballot nothing stands; when the new ballot passes nothing either, the earlier decision stays (F-09).
 */
export function standingPoll(item: AgendaItem, subjectId: string): Poll | null {
  if (unusedConsent(item, subjectId)) return null
  const passed = pollsOn(item, subjectId).filter((poll) => poll.status === 'announced' && poll.result?.passed)
  return passed.at(-1) ?? null
}

/** Whether every subject has its announced, passed result. An item without subjects is never decided by votes. */
export function isFullyDecided(item: AgendaItem): boolean {
  return item.subjects.length > 0 && item.subjects.every((subject) => standingPoll(item, subject.id) !== null)
}
