import type { NewItem } from './happenings.ts'
import type { Steps } from './order.ts'
import type { AgendaItem, MeetingState } from './types.ts'

/** An item that nobody has taken up yet. */
export function newItem(item: NewItem): AgendaItem {
  return {
    ...item,
    phase: 'pending',
    presenterId: null,
    statements: [],
    polls: [],
    reconsiderations: [],
    deferral: null,
    openedAt: null,
    endedAt: null,
  }
}

export function withItem(
  state: MeetingState,
  itemId: string,
  change: (item: AgendaItem) => AgendaItem,
): MeetingState {
  return { ...state, items: state.items.map((item) => (item.id === itemId ? change(item) : item)) }
}

/** The item that was up is not up any more, and nobody waits to speak on it. */
function takenDown(state: MeetingState, itemId: string): MeetingState {
  if (state.currentItemId !== itemId) return state
  return { ...state, currentItemId: null, floor: { ...state.floor, waiting: [] } }
}

/** Pending items in the order named, in the places where pending items stand. */
function reordered(items: readonly AgendaItem[], itemIds: readonly string[]): readonly AgendaItem[] {
  const next = itemIds.flatMap((id) => items.find((item) => item.id === id && item.phase === 'pending') ?? [])
  if (next.length !== items.filter((item) => item.phase === 'pending').length) return items
  return items.map((item) => (item.phase === 'pending' ? (next.shift() ?? item) : item))
}

export const agendaSteps: Steps<
  | 'agenda/reordered'
  | 'agenda/item-proposed'
  | 'agenda/item-added'
  | 'agenda/item-declined'
  | 'agenda/item-opened'
  | 'agenda/phase-entered'
  | 'agenda/item-deferred'
  | 'agenda/item-finished'
> = {
  'agenda/reordered': (state, { itemIds }) => ({ ...state, items: reordered(state.items, itemIds) }),

  'agenda/item-proposed': (state, { proposalId, caseId, caseTitle }, { actorId }) => ({
    ...state,
    proposedItems: [...state.proposedItems, { id: proposalId, caseId, caseTitle, by: actorId }],
  }),

  /** A proposal of the same case is answered by it, whichever way the item came on. */
  'agenda/item-added': (state, { item }) => ({
    ...state,
    items: [...state.items, newItem(item)],
    proposedItems: state.proposedItems.filter((proposed) => proposed.caseId !== item.caseId),
  }),

  'agenda/item-declined': (state, { proposalId }) => ({
    ...state,
    proposedItems: state.proposedItems.filter((proposed) => proposed.id !== proposalId),
  }),

  /** A decided item that is taken up again goes on where it was: at the vote. */
  'agenda/item-opened': (state, { itemId, presenterId }, { at }) => ({
    ...withItem(state, itemId, (item) => ({
      ...item,
      phase: item.phase === 'decided' ? 'voting' : 'presented',
      presenterId: presenterId ?? item.presenterId,
      openedAt: item.openedAt ?? at,
      endedAt: null,
    })),
    currentItemId: itemId,
  }),

  'agenda/phase-entered': (state, { itemId, phase }) =>
    withItem(state, itemId, (item) => ({ ...item, phase })),

  'agenda/item-deferred': (state, { itemId, reason }, { at }) =>
    takenDown(
      withItem(state, itemId, (item) => ({
        ...item,
        phase: 'deferred',
        deferral: { reason, at },
        endedAt: at,
      })),
      itemId,
    ),

  'agenda/item-finished': (state, { itemId }, { at }) =>
    takenDown(
      withItem(state, itemId, (item) => ({ ...item, phase: 'decided', endedAt: at })),
      itemId,
    ),
}
