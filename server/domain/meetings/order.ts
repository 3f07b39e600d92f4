import type { Context } from '#domain/record/entry.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { MeetingCommand } from './commands.ts'
import type { MeetingHappening, MeetingInstruction } from './happenings.ts'
import type { MeetingState } from './types.ts'

/** What `decideMeeting` takes: where a command and an instruction share a type, the instruction. */
export type MeetingOrder = Exclude<MeetingCommand, { type: MeetingInstruction['type'] }> | MeetingInstruction

export type OrderType = MeetingOrder['type']
export type Orders = { [T in OrderType]: Extract<MeetingOrder, { type: T }> }

export type Decided = readonly MeetingHappening[] | Refusal

/** One rule per kind of order: may it happen, and what then happened. */
export type Rule<T extends OrderType> = (state: MeetingState, order: Orders[T], context: Context) => Decided
export type Rules<T extends OrderType = OrderType> = { readonly [K in T]: Rule<K> }

type HappeningType = MeetingHappening['type']
export type Payloads = { [T in HappeningType]: Extract<MeetingHappening, { type: T }>['payload'] }

/** Who and when: what evolving needs of an entry besides its payload. */
export interface Moment {
  readonly at: string
  readonly actorId: string
}

/** One step per kind of happening: what it makes of the state. Never refuses, never throws. */
export type Step<T extends HappeningType> = (
  state: MeetingState,
  payload: Payloads[T],
  moment: Moment,
) => MeetingState
export type Steps<T extends HappeningType = HappeningType> = { readonly [K in T]: Step<K> }
