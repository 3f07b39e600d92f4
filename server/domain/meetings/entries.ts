import type { Recorded } from '#domain/record/entry.ts'
import type { MeetingHappening } from './happenings.ts'
import { itemOf, pollOf } from './items.ts'
import {
  isShutTo,
  redactedLeave,
  redactedPoll,
  redactedRecusal,
  seesBehind,
  type Sight,
} from './redaction.ts'
import type { AgendaItem, MeetingState } from './types.ts'
import type { MeetingViewer } from './view.ts'

type Entry = Recorded<MeetingHappening>

/** The item an entry belongs to, by its payload or by what the payload names. */
function itemBehind(state: MeetingState, entry: Entry): AgendaItem | undefined {
  switch (entry.type) {
    case 'agenda/item-added':
      return itemOf(state, entry.payload.item.id)
    case 'recusal/ruled': {
      const { recusalId } = entry.payload
      const recusal = state.recusals.find((one) => one.id === recusalId)
      return recusal && itemOf(state, recusal.itemId)
    }
    case 'ballot/hands-entered':
    case 'ballot/count-confirmed':
    case 'ballot/closed':
    case 'ballot/void-asked':
    case 'ballot/void-declined':
    case 'ballot/voided':
    case 'ballot/announced':
      return pollOf(state, entry.payload.pollId)?.item
    default:
      return 'itemId' in entry.payload ? itemOf(state, entry.payload.itemId) : undefined
  }
}

/** Recusals are told to the recused too: his own he knows, and that others are is no content of the item. */
function isOfClosedItem(sees: Sight, state: MeetingState, entry: Entry): boolean {
  if (entry.type.startsWith('recusal/')) return false
  const item = itemBehind(state, entry)
  if (item) return isShutTo(sees, state, item)
  // Floor entries name no item: while one that is up is closed to the viewer, all since its opening are.
  const up = state.items.find((one) => one.id === state.currentItemId)
  return (
    entry.type.startsWith('floor/') &&
    up !== undefined &&
    isShutTo(sees, state, up) &&
    up.openedAt !== null &&
    entry.at >= up.openedAt
  )
}

function recusalOf(state: MeetingState, entry: Entry) {
  const id = 'recusalId' in entry.payload ? entry.payload.recusalId : null
  return state.recusals.find((recusal) => recusal.id === id)
}

/**
 * A record entry as a viewer may see it, by the state as it is now: null when it is not for him at all, the entry
 * itself when nothing in it is private, else a copy with the private parts blank. Same rules as the view.
 */
export function meetingEntryFor(viewer: MeetingViewer, state: MeetingState, entry: Entry): Entry | null {
  const sees = seesBehind(viewer, state)
  if (isOfClosedItem(sees, state, entry)) return null
  const told = toldTo(sees, state, entry)
  return told && sees.screen ? withoutReason(told) : told
}

/** Reasons are people's words about people: never on the projector. */
function withoutReason(entry: Entry): Entry {
  if (!('reason' in entry.payload) || entry.payload.reason === '') return entry
  return { ...entry, payload: { ...entry.payload, reason: '' } } as Entry
}

function toldTo(sees: Sight, state: MeetingState, entry: Entry): Entry | null {
  const over = state.status === 'closed' || state.status === 'cancelled'
  switch (entry.type) {
    case 'meeting/convened': {
      const { payload } = entry
      const hidden = payload.items.some((item) => isHidden(sees, state, item.id))
      if (!hidden && (over || sees.officer)) return entry
      const items = payload.items.map((item) =>
        isHidden(sees, state, item.id)
          ? { id: item.id, caseId: '', caseNumber: '', caseTitle: '', subjects: [], papers: [] }
          : item,
      )
      return {
        ...entry,
        payload: { ...payload, items, checkInCode: over || sees.officer ? payload.checkInCode : '' },
      }
    }
    case 'meeting/code-renewed':
      return over || sees.officer ? entry : { ...entry, payload: { checkInCode: '' } }
    case 'meeting/leave-taken': {
      const leave = { ...entry.payload, at: entry.at }
      return redactedLeave(sees, leave) === leave ? entry : withoutReason(entry)
    }
    case 'agenda/item-proposed':
      if (sees.closedCaseIds.includes(entry.payload.caseId)) return null
      return sees.officer || (!sees.screen && entry.actorId === sees.personId) ? entry : null
    case 'agenda/item-declined':
      return sees.officer ? entry : withoutReason(entry)
    case 'statement/corrected':
      return sees.screen ? null : entry
    case 'recusal/declared':
    case 'recusal/applied-for':
    case 'recusal/ruled': {
      const recusal = recusalOf(state, entry)
      const seen = recusal && redactedRecusal(sees, recusal)
      if (!seen) return null
      return seen === recusal ? entry : withoutReason(entry)
    }
    case 'ballot/hands-entered': {
      const poll = pollOf(state, entry.payload.pollId)?.poll
      return poll && redactedPoll(sees, poll).hands ? entry : null
    }
    case 'ballot/closed':
      return closedFor(sees, state, entry)
    default:
      return entry
  }
}

function isHidden(sees: Sight, state: MeetingState, itemId: string): boolean {
  const item = itemOf(state, itemId)
  return item !== undefined && isShutTo(sees, state, item)
}

/** The close of a ballot is told with what of its result the viewer may know; before the announcement, to few. */
function closedFor(
  sees: Sight,
  state: MeetingState,
  entry: Extract<Entry, { type: 'ballot/closed' }>,
): Entry | null {
  const poll = pollOf(state, entry.payload.pollId)?.poll
  const seen = poll && redactedPoll(sees, { ...poll, ...entry.payload })
  const result = seen?.result
  if (!seen || !result) return null
  const whole =
    result === entry.payload.result &&
    seen.votedIds === entry.payload.votedIds &&
    (seen.choices === entry.payload.choices || Object.keys(entry.payload.choices).length === 0)
  if (whole) return entry
  return { ...entry, payload: { ...entry.payload, votedIds: seen.votedIds, choices: seen.choices, result } }
}

/** Whether an entry may be shown to a viewer as it stands, nothing blanked. Whoever can show copies takes `meetingEntryFor`. */
export function meetingEntryVisible(viewer: MeetingViewer, state: MeetingState, entry: Entry): boolean {
  return meetingEntryFor(viewer, state, entry) === entry
}
