import type { Actor } from '#domain/people/actor.ts'
import { leaveFloor } from '#domain/proceedings/floor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustNotBeClosed, mustNotHaveOpened } from './guards.ts'
import { mayPrepare } from './may.ts'
import type { Orders, Rules } from './order.ts'
import { active, holderOf, inCapacity, isChair, isTribunal, lineOf, participantOf } from './people.ts'
import { GUEST_CAPACITIES, MOST_REPRESENTATIVES } from './rules.ts'
import type { Capacity, HearingState } from './types.ts'

/** The office names the tribunal; who else must come the chair decides too (F-41). */
function mustMayName(state: HearingState, actor: Actor, capacity: Capacity): Refusal | null {
  if (mayPrepare(actor, state)) return null
  return isChair(state, actor.personId) && !isTribunal(capacity) ? null : refuse('access/denied')
}

/** Nobody hears a case that he handles or that is about him (REQ-072, F-34). */
function mustBeImpartial(state: HearingState, personId: string): Refusal | null {
  if (state.handlerIds.includes(personId)) return refuse('hearing/handler-conflict')
  if (state.concernedIds.includes(personId)) return refuse('hearing/concerned-conflict')
  const recused = state.recusals.some((one) => one.personId === personId && one.ruling?.granted)
  return recused ? refuse('recusal/already-recused') : null
}

function mustFitTribunal(state: HearingState, order: Orders['name-participant']): Refusal | null {
  const { capacity, personId } = order
  if ((capacity === 'chair' || capacity === 'recorder') && holderOf(state, capacity) !== null)
    return refuse('hearing/capacity-taken')
  // Once the notice told who sits, a member comes in only where one dropped out.
  if (capacity === 'member' && state.notice && inCapacity(state, 'member').length % 2 === 1)
    return refuse('hearing/members-even')
  return mustBeImpartial(state, personId)
}

function mustFit(state: HearingState, order: Orders['name-participant']): Refusal | null {
  if (isTribunal(order.capacity)) return mustFitTribunal(state, order)
  switch (order.capacity) {
    case 'representative': {
      const whom = order.represents === null ? undefined : participantOf(state, order.represents)
      if (whom?.capacity !== 'party' && whom?.capacity !== 'third-party')
        return refuse('hearing/nobody-to-represent')
      const others = inCapacity(state, 'representative').filter((one) => one.represents === whom.personId)
      return others.length >= MOST_REPRESENTATIVES ? refuse('hearing/too-many-representatives') : null
    }
    case 'public-seat':
      return order.breadth === '' ? refuse('hearing/breadth-required') : null
    case 'observer':
      return state.closedGround === null ? null : refuse('hearing/closed-to-observers')
    default:
      return null
  }
}

/** Nothing but his name tells a guest from another. Refusals: hearing/guest-capacity, hearing/already-named. */
function mustFitGuest(
  state: HearingState,
  { name, bodyName, capacity }: Orders['name-participant'],
): Refusal | null {
  if (!GUEST_CAPACITIES.some((one) => one === capacity)) return refuse('hearing/guest-capacity')
  const twice = active(state).some((one) => one.name === name && one.bodyName === bodyName)
  return twice ? refuse('hearing/already-named') : null
}

/**
 * Who takes part, and in what capacity (REQ-072, REQ-074). Refusals: access/denied, hearing/ended, hearing/expelled,
 * hearing/already-named, hearing/capacity-taken, hearing/handler-conflict, hearing/concerned-conflict,
 * recusal/already-recused and those above.
 */
export const namingRules: Rules<'name-participant' | 'remove-participant' | 'register-as-observer'> = {
  'name-participant'(state, order, { actor }) {
    const { personId, name, bodyName, capacity, represents, breadth, guest } = order
    const refused =
      mustNotBeClosed(state) ??
      mustMayName(state, actor, capacity) ??
      (guest ? mustFitGuest(state, order) : null)
    if (refused) return refused
    if (participantOf(state, personId)) return refuse('hearing/already-named')
    // Naming anew is no way back in.
    if (lineOf(state, personId)?.expelled) return refuse('hearing/expelled')
    return (
      mustFit(state, order) ?? [
        {
          type: 'participant/named',
          payload: {
            personId,
            name,
            bodyName,
            capacity,
            represents: capacity === 'representative' ? represents : null,
            breadth: capacity === 'public-seat' ? breadth : '',
            ...(guest && { guest }),
          },
        },
      ]
    )
  },

  /**
   * After the opening nobody is taken off who has come: against the tribunal there is recusal, against disturbers room order.
   * Only while it is suspended the office replaces one of the tribunal, lest a hearing hang on a person who is gone.
   * Refusals: access/denied, hearing/not-participant, hearing/ruling-needed, hearing/has-taken-part.
   */
  'remove-participant'(state, { personId, reason }, { actor }) {
    const one = participantOf(state, personId)
    const refused = mustNotBeClosed(state) ?? mustMayName(state, actor, one?.capacity ?? 'chair')
    if (refused) return refused
    if (!one) return refuse('hearing/not-participant')
    const gone = [one, ...inCapacity(state, 'representative').filter((rep) => rep.represents === personId)]
    if (state.openedAt !== null) {
      if (isTribunal(one.capacity)) {
        if (state.status !== 'suspended') return refuse('hearing/ruling-needed')
      } else if (gone.some(({ spans }) => spans.length > 0)) return refuse('hearing/has-taken-part')
    }
    return gone.flatMap((each) => [
      ...leaveFloor(state.floor, each.personId),
      { type: 'participant/removed' as const, payload: { personId: each.personId, reason } },
    ])
  },

  /**
   * Anybody who is signed in comes to listen, from the notice to the opening (H-60). Refusals: hearing/already-opened,
   * hearing/ended, hearing/closed-to-observers, hearing/not-noticed, hearing/already-named, access/denied.
   */
  'register-as-observer'(state, _order, { actor }) {
    const { personId, name, bodyName } = actor
    const refused = mustNotHaveOpened(state)
    if (refused) return refused
    if (state.closedGround !== null) return refuse('hearing/closed-to-observers')
    if (state.notice === null) return refuse('hearing/not-noticed')
    if (participantOf(state, personId)) return refuse('hearing/already-named')
    // Whom the office took off again does not come back by himself.
    if (lineOf(state, personId)) return refuse('access/denied')
    return [
      {
        type: 'participant/named',
        payload: {
          ...{ personId, name, bodyName: bodyName ?? '' },
          ...{ capacity: 'observer', represents: null, breadth: '' },
        },
      },
    ]
  },
}
