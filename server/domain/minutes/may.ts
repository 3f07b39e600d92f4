import { holds, type Actor } from '#domain/people/actor.ts'
import { bodyActedFor } from '#domain/people/acts-for.ts'
import type { Recorded } from '#domain/record/entry.ts'
import type { MinutesHappening } from './happenings.ts'
import type { MinutesState } from './types.ts'

/** Beyond the minutes' own record: whether the person sees all of every case these minutes are about. */
export interface MinutesGrounds {
  readonly readsCases?: boolean
}

/** Secretaries write the minutes (REQ-239, N-02). */
export function writesMinutes(actor: Actor, state: Pick<MinutesState, 'secretaryIds'>): boolean {
  return holds(actor, 'secretary') || state.secretaryIds.includes(actor.personId)
}

function attended(actor: Actor, state: MinutesState): boolean {
  return state.attendedIds.includes(actor.personId)
}

/** Who had a hand in them, whatever the step: these read the way they came about. */
export function tookPart(actor: Actor, state: MinutesState): boolean {
  return (
    writesMinutes(actor, state) ||
    actor.personId === state.chairId ||
    holds(actor, 'leader') ||
    attended(actor, state) ||
    bodyActedFor(actor, state.bodyIds) !== null
  )
}

/**
 * The circle widens with the steps (N-03): a draft is the secretaries' and the chair's; in review those who
 * attended and the leader read it; from countersigning on the departments too; issued minutes also whoever
 * sees all of their cases. Administrators read none by office.
 */
export function mayReadMinutes(actor: Actor, state: MinutesState, grounds: MinutesGrounds = {}): boolean {
  if (state.seq === 0) return false
  const core = writesMinutes(actor, state) || actor.personId === state.chairId
  switch (state.step) {
    case 'draft':
      return core
    case 'in-review':
      return core || attended(actor, state) || holds(actor, 'leader')
    case 'countersigning':
    case 'signing':
      return tookPart(actor, state)
    case 'issued':
      return tookPart(actor, state) || grounds.readsCases === true
  }
}

/** The text: written by secretaries until it goes out for countersigning, then nobody's to write (N-04). */
export function minutesAccess(
  actor: Actor,
  state: MinutesState,
  grounds: MinutesGrounds = {},
): 'write' | 'read' | 'none' {
  if (!mayReadMinutes(actor, state, grounds)) return 'none'
  const open = state.step === 'draft' || state.step === 'in-review'
  return open && writesMinutes(actor, state) ? 'write' : 'read'
}

/** The minutes as one reader may see them: outsiders without how they came about (N-05). Ask `mayReadMinutes` first. */
export function minutesViewFor(actor: Actor, state: MinutesState): MinutesState {
  if (tookPart(actor, state)) return state
  return {
    ...state,
    bodyIds: [],
    attendedIds: [],
    proposals: [],
    details: [],
    departures: [],
    countersignatures: [],
    returns: [],
  }
}

/**
 * Whether somebody who may read the minutes may see one of their entries: outsiders who read issued minutes
 * see that they were issued, not how they came about (N-05).
 */
export function minutesEntryVisible(
  actor: Actor,
  state: MinutesState,
  entry: Recorded<MinutesHappening>,
  grounds: MinutesGrounds = {},
): boolean {
  if (!mayReadMinutes(actor, state, grounds)) return false
  return tookPart(actor, state) || entry.type === 'minutes/issued'
}
