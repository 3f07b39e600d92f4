import { platformMeetingRules } from './rules.ts'
import type { MeetingState } from './types.ts'

/** A meeting nobody has convened yet: `seq` 0 means that there is no such meeting. */
export function initialMeeting(id: string): MeetingState {
  return {
    id,
    seq: 0,
    title: '',
    place: '',
    convenedAt: '',
    startsAt: '',
    grade: 'major',
    rules: platformMeetingRules,
    status: 'convened',
    chairId: '',
    handOvers: [],
    secretaryIds: [],
    scrutineerIds: [],
    membersDue: [],
    attendees: [],
    requiredBodyIds: [],
    presences: [],
    leaves: [],
    checkInCode: '',
    items: [],
    currentItemId: null,
    recusals: [],
    floor: { waiting: [], speaking: null, heard: [] },
    proposedItems: [],
    openedAt: null,
    closedAt: null,
    adjournments: [],
    minutesId: null,
  }
}
