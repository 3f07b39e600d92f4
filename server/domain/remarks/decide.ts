import type { Context } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { RemarkHappening, RemarkInstruction, Seat } from './happenings.ts'
import { isFull, isHasty } from './haste.ts'
import { MOST_CORRECTIONS, MOST_MESSAGES, REMARKS_PER_MINUTE } from './limits.ts'
import { decideSuggestions, suggest } from './suggesting.ts'
import type { Remark, RemarksState } from './types.ts'

type Decided = readonly RemarkHappening[] | Refusal
type Order<T extends RemarkInstruction['type']> = Extract<RemarkInstruction, { type: T }>

/** Only who may read it may be called to it, and nobody calls himself (D-45). */
function calledTo(
  order: Order<'remark' | 'reply' | 'correct'>,
  sealed: boolean,
): readonly string[] | Refusal {
  const called = [...new Set(order.mentions)]
  const reads = (personId: string) =>
    order.readers.some((reader) => reader.personId === personId && (reader.own || !sealed))
  return called.every(reads) ? called : refuse('remark/cannot-read')
}

/** Refusals: those that silence (case/closed, access/denied), remark/too-many, remark/too-often, remark/cannot-read. */
function make(state: RemarksState, order: Order<'remark'>, context: Context): Decided {
  const { seat, anchor, text } = order
  if (seat.silenced) return refuse(seat.silenced)
  if (isFull(state, context, 1)) return refuse('remark/too-many')
  if (isHasty(state, context)) return refuse('remark/too-often', { perMinute: REMARKS_PER_MINUTE })
  const mentions = calledTo(order, seat.sealed)
  if (isRefusal(mentions)) return mentions
  const number = state.remarks.length + 1
  const { name: authorName, bodyId, sealed, title } = seat
  return [
    { type: 'remark/made', payload: { number, authorName, bodyId, text, mentions, anchor, sealed, title } },
  ]
}

/** Refusals: as `make`, and remark/resolved. */
function reply(state: RemarksState, remark: Remark, order: Order<'reply'>, context: Context): Decided {
  const { seat, text } = order
  if (seat.silenced) return refuse(seat.silenced)
  if (remark.resolved) return refuse('remark/resolved')
  if (remark.messages.length >= MOST_MESSAGES) return refuse('remark/too-many')
  if (isHasty(state, context)) return refuse('remark/too-often', { perMinute: REMARKS_PER_MINUTE })
  const mentions = calledTo(order, remark.sealed)
  if (isRefusal(mentions)) return mentions
  const { name: authorName, bodyId } = seat
  return [{ type: 'remark/replied', payload: { number: remark.number, authorName, bodyId, text, mentions } }]
}

/** Refusals: those that silence, remark/unknown, remark/not-yours, remark/already-done, remark/too-many, remark/cannot-read. */
function correct(remark: Remark, order: Order<'correct'>, { actor }: Context): Decided {
  const { seat, message, text } = order
  const said = remark.messages[message]
  if (seat.silenced) return refuse(seat.silenced)
  if (!said) return refuse('remark/unknown')
  if (said.authorId !== actor.personId) return refuse('remark/not-yours')
  if (said.text === text) return refuse('remark/already-done')
  if (said.earlier.length >= MOST_CORRECTIONS) return refuse('remark/too-many')
  const mentions = calledTo(order, remark.sealed)
  if (isRefusal(mentions)) return mentions
  return [{ type: 'remark/corrected', payload: { number: remark.number, message, text, mentions } }]
}

const mayResolve = (remark: Remark, seat: Seat, personId: string) =>
  seat.settles || remark.messages[0]?.authorId === personId

/** Refusals: those that silence, suggestion/to-be-decided, remark/not-yours, remark/already-done. */
function settle(remark: Remark, { type, seat }: Order<'resolve' | 'reopen'>, { actor }: Context): Decided {
  if (seat.silenced) return refuse(seat.silenced)
  if (remark.suggestion) return refuse('suggestion/to-be-decided')
  if (!mayResolve(remark, seat, actor.personId)) return refuse('remark/not-yours')
  if ((remark.resolved === null) === (type === 'reopen')) return refuse('remark/already-done')
  const { number } = remark
  return type === 'resolve'
    ? [{ type: 'remark/resolved', payload: { number, name: seat.name } }]
    : [{ type: 'remark/reopened', payload: { number } }]
}

/** Where the words went, as the editor of whoever moved them knows it; what it says twice happens once. */
function rebind(state: RemarksState, { seat, places }: Order<'rebind'>): Decided {
  if (!seat.writes) return refuse('document/read-only')
  const moved = places.filter(({ number, start, end }) => {
    const anchor = state.remarks[number - 1]?.anchor
    return anchor && (anchor.start !== start || anchor.end !== end)
  })
  return moved.length === 0 ? [] : [{ type: 'remark/rebound', payload: { places: moved } }]
}

/**
 * What a command makes happen among the remarks on a document, or why it may not (D-40 … D-56). Pure. A remark made
 * while an opinion was sealed does not exist for anybody else.
 */
export function decideRemarks(state: RemarksState, order: RemarkInstruction, context: Context): Decided {
  if (order.type === 'remark') return make(state, order, context)
  if (order.type === 'rebind') return rebind(state, order)
  if (order.type === 'suggest') return suggest(state, order, context)
  if ('numbers' in order) return decideSuggestions(state, order, context)
  const remark = state.remarks[order.number - 1]
  if (!remark || (remark.sealed && !order.seat.own)) return refuse('remark/unknown')
  switch (order.type) {
    case 'reply':
      return reply(state, remark, order, context)
    case 'correct':
      return correct(remark, order, context)
    case 'resolve':
    case 'reopen':
      return settle(remark, order, context)
    case 'acknowledge':
      return remark.waiting.some(({ personId }) => personId === context.actor.personId)
        ? [{ type: 'remark/acknowledged', payload: { number: remark.number } }]
        : refuse('remark/already-done')
  }
}
