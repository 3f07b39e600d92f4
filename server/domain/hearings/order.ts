import type { Context } from '#domain/record/entry.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { HearingCommand } from './commands.ts'
import type { HearingHappening, HearingInstruction } from './happenings.ts'
import type { HearingState } from './types.ts'

/** What `decideHearing` takes: where a command and an instruction share a type, the instruction. */
export type HearingDecidable =
  Exclude<HearingCommand, { type: HearingInstruction['type'] }> | HearingInstruction

export type OrderType = HearingDecidable['type']
export type Orders = { [T in OrderType]: Extract<HearingDecidable, { type: T }> }

export type Decided = readonly HearingHappening[] | Refusal

/** One rule per kind of order: may it happen, and what then happened. */
export type Rule<T extends OrderType> = (state: HearingState, order: Orders[T], context: Context) => Decided
export type Rules<T extends OrderType = OrderType> = { readonly [K in T]: Rule<K> }

type HappeningType = HearingHappening['type']
export type Payloads = { [T in HappeningType]: Extract<HearingHappening, { type: T }>['payload'] }

/** Who and when: what evolving needs of an entry besides its payload. */
export interface Moment {
  readonly at: string
  readonly actorId: string
}

/** One step per kind of happening: what it makes of the state. Never refuses, never throws. */
export type Step<T extends HappeningType> = (
  state: HearingState,
  payload: Payloads[T],
  moment: Moment,
) => HearingState
export type Steps<T extends HappeningType = HappeningType> = { readonly [K in T]: Step<K> }
