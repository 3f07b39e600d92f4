import type { Context } from '#domain/record/entry.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { RemarkHappening, RemarkInstruction } from './happenings.ts'
import { isFull, isHasty } from './haste.ts'
import { MOST_WORDS, REMARKS_PER_MINUTE } from './limits.ts'
import type { Outcome, RemarksState } from './types.ts'
import { seesRemark } from './view.ts'

type Decided = readonly RemarkHappening[] | Refusal
type Order<T extends RemarkInstruction['type']> = Extract<RemarkInstruction, { type: T }>

const OUTCOMES = {
  accept: 'accepted',
  refuse: 'refused',
  withdraw: 'withdrawn',
} as const satisfies Record<string, Outcome>

/** Refusals: those that keep from suggesting (case/closed, document/frozen, access/denied), suggestion/nothing, remark/too-many, remark/too-often. */
export function suggest(state: RemarksState, order: Order<'suggest'>, context: Context): Decided {
  const { seat, changes, note } = order
  if (seat.unsuggesting) return refuse(seat.unsuggesting)
  if (changes.some(({ before, text }) => before === text)) return refuse('suggestion/nothing')
  if (isFull(state, context, changes.length)) return refuse('remark/too-many')
  if (isHasty(state, context)) return refuse('remark/too-often', { perMinute: REMARKS_PER_MINUTE })
  const { name: authorName, bodyId, sealed, title } = seat
  return changes.map(({ anchor, before, text }, at) => ({
    type: 'remark/made',
    payload: {
      ...{ number: state.remarks.length + 1 + at, authorName, bodyId, text: note, mentions: [] },
      anchor: { ...anchor, words: before.slice(0, MOST_WORDS) },
      ...{ suggestion: { before, text }, sealed, title },
    },
  }))
}

/**
 * Who writes the text accepts and refuses, its author alone withdraws; of several those that still stand. Refusals: those
 * that silence, remark/unknown, document/read-only, remark/not-yours, remark/already-done.
 */
export function decideSuggestions(
  state: RemarksState,
  { type, numbers, seat }: Order<'accept' | 'refuse' | 'withdraw'>,
  { actor }: Context,
): Decided {
  if (seat.silenced) return refuse(seat.silenced)
  const meant = [...new Set(numbers)].map((number) => state.remarks[number - 1])
  const suggestions = meant.flatMap((one) => (one?.suggestion && seesRemark(seat, one) ? [one] : []))
  if (suggestions.length < meant.length) return refuse('remark/unknown')
  if (type !== 'withdraw' && !seat.writes) return refuse('document/read-only')
  const isOwn = (one: (typeof suggestions)[number]) => one.messages[0]?.authorId === actor.personId
  if (type === 'withdraw' && !suggestions.every(isOwn)) return refuse('remark/not-yours')
  const open = suggestions.filter(({ resolved }) => resolved === null).map(({ number }) => number)
  if (open.length === 0) return refuse('remark/already-done')
  return [{ type: 'remark/decided', payload: { numbers: open, outcome: OUTCOMES[type], name: seat.name } }]
}

/** Nobody has decided on them; a text is not submitted while there are any (D-54). */
export function openSuggestions(state: RemarksState): number {
  return state.remarks.filter(({ suggestion, resolved }) => suggestion !== null && resolved === null).length
}
