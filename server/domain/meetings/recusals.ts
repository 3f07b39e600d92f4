import { hasEnded, itemOf } from './items.ts'
import type { AgendaItem, MeetingState, Recusal } from './types.ts'

/** In force: on one's own motion at once, on application from the ruling (F-18). */
export function isRecused(state: MeetingState, itemId: string, personId: string): boolean {
  return state.recusals.some(
    (recusal) => recusal.itemId === itemId && recusal.personId === personId && recusal.status === 'in-force',
  )
}

export function recusedIds(state: MeetingState, itemId: string): ReadonlySet<string> {
  return new Set(
    state.recusals
      .filter((recusal) => recusal.itemId === itemId && recusal.status === 'in-force')
      .map((recusal) => recusal.personId),
  )
}

/**
 * Whether the item is closed to the person now: recused, and the item neither ended nor lost with a meeting
 * that was cancelled or closed. With the item's end access comes back.
 */
export function isCutOff(state: MeetingState, item: AgendaItem, personId: string): boolean {
  // In a view: its content was taken out for this viewer, whatever the reason.
  if (item.caseId === '') return true
  if (state.status === 'cancelled' || state.status === 'closed' || hasEnded(item)) return false
  return isRecused(state, item.id, personId)
}

/** Recusals that cut access now: in force, item not ended. What the read table of access is made of. */
export function recusalsInForce(
  state: MeetingState,
): readonly { id: string; itemId: string; caseId: string; personId: string }[] {
  return state.recusals.flatMap(({ id, itemId, personId, status }) => {
    const item = itemOf(state, itemId)
    if (!item || status !== 'in-force' || !isCutOff(state, item, personId)) return []
    return [{ id, itemId, caseId: item.caseId, personId }]
  })
}

/** Applications for an item that nobody has ruled on; one whose person recused himself since needs no ruling. */
export function pendingRecusals(state: MeetingState, itemId: string): readonly Recusal[] {
  return state.recusals.filter(
    (recusal) =>
      recusal.itemId === itemId &&
      recusal.status === 'pending' &&
      !isRecused(state, itemId, recusal.personId),
  )
}
