import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { HearingHappening } from './happenings.ts'
import { maskName } from './masked-name.ts'
import { lineOf } from './people.ts'
import { PHASE_RULES } from './phases.ts'
import { isOfClosedRoom } from './redaction.ts'
import { isMaskedTo, withReferences } from './references.ts'
import { SEES, sightOf, type HearingViewer, type Sees, type SightClass } from './sight.ts'
import type { HearingState } from './types.ts'

type Entry = Recorded<HearingHappening>
type Of<T extends HearingHappening['type']> = Extract<Entry, { type: T }>

/** A type of entry and the share of `Sees` that it is told with; what it says of oneself one is told anyway. */
type Told = (entry: Entry, sees: Sees, state: HearingState) => Entry | null

const whole: Told = (entry) => entry

/** Words about people blank unless the class is told reasons. */
const reasonOf =
  (share: 'reasons' | 'people'): Told =>
  (entry, sees) => {
    if (sees[share] || !('reason' in entry.payload) || entry.payload.reason === '') return entry
    return { ...entry, payload: { ...entry.payload, reason: '' } } as Entry
  }

const only =
  (share: 'people' | 'transcript' | 'history' | 'closedRoom' | 'report'): Told =>
  (entry, sees) =>
    sees[share] ? entry : null

/** Comings and goings of observers are told to who keeps the room. */
const coming: Told = (entry, sees, state) => {
  const who = 'personId' in entry.payload ? entry.payload.personId : entry.actorId
  return sees.people || lineOf(state, who)?.capacity !== 'observer' ? entry : null
}

const called: Told = (entry, sees, state) =>
  coming(entry, sees, state) && reasonOf('people')(entry, sees, state)

/** Of a passage, by the phase it was written in, whenever it is confirmed. */
const passage: Told = (entry, sees, state) => {
  const id = 'passageId' in entry.payload ? entry.payload.passageId : null
  const found = state.passages.find((one) => one.id === id)
  if (!sees.transcript || !found) return null
  return sees.closedRoom || !isOfClosedRoom(found) ? entry : null
}

/** Why, between him and the tribunal alone. */
const unsigned: Told = (entry, sees, state) =>
  sees.transcript ? reasonOf('people')(entry, sees, state) : null

const TOLD: Readonly<Record<HearingHappening['type'], Told>> = {
  'hearing/ordered': (told, sees) => {
    const entry = told as Of<'hearing/ordered'>
    if (sees.people) return entry
    const papers = sees.papers ? {} : { caseId: '', caseNumber: '', caseTitle: '', reason: '' }
    const { officeBodies: _, ...payload } = entry.payload
    return { ...entry, payload: { ...payload, ...papers, handlerIds: [], concernedIds: [] } }
  },
  'hearing/notice-served': (told, sees) => {
    const entry = told as Of<'hearing/notice-served'>
    return sees.papers ? entry : { ...entry, payload: { ...entry.payload, text: '', shortReason: null } }
  },
  // Who got what is between each and the office; a person's own papers stand in his view.
  'papers/served': (told, sees) => {
    const entry = told as Of<'papers/served'>
    if (sees.people) return entry
    return sees.papers ? { ...entry, payload: { ...entry.payload, papers: [] } } : null
  },
  'hearing/notice-read': only('people'),
  'hearing/cancelled': reasonOf('reasons'),
  'hearing/opened': whole,
  'hearing/postponed': reasonOf('reasons'),
  'hearing/suspended': reasonOf('reasons'),
  'hearing/resumed': whole,
  'hearing/terminated': reasonOf('reasons'),
  'hearing/closed': whole,
  'hearing/feedback-given': whole,
  'phase/entered': (told, sees) => {
    const entry = told as Of<'phase/entered'>
    if (sees.reasons || entry.payload.backReason === null) return entry
    return { ...entry, payload: { ...entry.payload, backReason: '' } }
  },
  'participant/named': (told, sees) => {
    const entry = told as Of<'participant/named'>
    const { capacity, name } = entry.payload
    if (sees.people) return entry
    if (capacity === 'observer') return null
    const masked = sees.masks.includes(capacity) ? { name: maskName(name), bodyName: '' } : {}
    const { guest: _, ...payload } = entry.payload
    return { ...entry, payload: { ...payload, breadth: '', ...masked } }
  },
  'invitation/issued': only('people'),
  'invitation/entered': only('people'),
  'invitation/revoked': only('people'),
  'participant/removed': called,
  'participant/came-in': coming,
  'participant/went-out': coming,
  'participant/identity-checked': whole,
  'witness/called': whole,
  'witness/released': whole,
  'recusal/applied-for': reasonOf('reasons'),
  'recusal/ruled': reasonOf('reasons'),
  'floor/hand-raised': only('history'),
  'floor/hand-withdrawn': only('history'),
  'floor/granted': whole,
  'floor/extended': whole,
  'floor/ended': whole,
  'question/put': only('history'),
  'question/marked': only('history'),
  'order/warned': called,
  'order/muted': called,
  'order/unmuted': called,
  'order/expelled': called,
  'order/observers-comment': whole,
  'stage/shown': (told, sees) => {
    const entry = told as Of<'stage/shown'>
    if (sees.papers || entry.payload.toHall) return entry
    return { ...entry, payload: { evidenceId: '', page: 1, zone: null } }
  },
  'stage/cleared': whole,
  'deliberation/opinion-given': (entry, sees, state) =>
    sees.closedRoom || (sees.people && state.status === 'finished') ? entry : null,
  'transcript/passage-written': passage,
  'transcript/passage-confirmed': passage,
  'transcript/passage-corrected': passage,
  'transcript/frozen': whole,
  'transcript/signed': (told, sees, state) => {
    if (!sees.transcript) return null
    const entry = told as Of<'transcript/signed'>
    return isMaskedTo(sees, state, entry.actorId)
      ? { ...entry, payload: { hash: entry.payload.hash } }
      : entry
  },
  'transcript/signature-refused': unsigned,
  'transcript/signature-missing': unsigned,
  'tribunal/acting-appointed': reasonOf('reasons'),
  'transcript/corrected-late': only('transcript'),
  'report/signed': (told, sees) => {
    const entry = told as Of<'report/signed'>
    if (sees.report) return entry
    return { ...entry, payload: { hash: entry.payload.hash, versionId: '', suggestion: '' } }
  },
}

/** Spoken, staged and asked while the tribunal was alone. A tie of clocks at its borders is taken for inside. */
function isOfDeliberation(state: HearingState, { type, at }: Entry): boolean {
  if (!/^(floor|stage|question|order)\//.test(type)) return false
  return state.phases.some(
    ({ phase, from, until }) =>
      Object.hasOwn(PHASE_RULES, phase) &&
      PHASE_RULES[phase].closedRoom &&
      from <= at &&
      (until === null || at <= until),
  )
}

/** What an entry tells of the person himself: that he was named, warned, what he said. */
function isOwn(state: HearingState, personId: string, entry: Entry): boolean {
  const { payload } = entry
  if (entry.actorId === personId) return entry.type !== 'hearing/ordered' && entry.type !== 'phase/entered'
  if ('personId' in payload) return payload.personId === personId
  if ('to' in payload) return payload.to === personId
  if ('passageId' in payload)
    return state.passages.some((one) => one.id === payload.passageId && one.personId === personId)
  return false
}

/** Who waits outside is told how far the hearing as a whole is, and no more. */
function toldOutside(entry: Entry, sees: Sees, state: HearingState): Entry | null {
  if (entry.type === 'hearing/ordered' || !entry.type.startsWith('hearing/')) return null
  return TOLD[entry.type](entry, sees, state)
}

function toldTo(sight: SightClass, state: HearingState, entry: Entry): Entry | null {
  const sees = SEES[sight]
  if (sight === 'witness-outside') return toldOutside(entry, sees, state)
  if (!sees.closedRoom && isOfDeliberation(state, entry)) return null
  return TOLD[entry.type](entry, sees, state)
}

/**
 * A record entry as a viewer may see it, by the state as it is now: null when it is not for him at all, the entry itself when
 * nothing in it is private, else a copy with the private parts blank. Same rules as the view. Of kinds that a later
 * release wrote nothing is told.
 */
export function hearingEntryFor(viewer: HearingViewer, state: HearingState, entry: Entry): Entry | null {
  const sight = sightOf(state, viewer)
  if (isRefusal(sight) || !Object.hasOwn(TOLD, entry.type)) return null
  const own = viewer.audience === 'person' && isOwn(state, viewer.personId, entry)
  const told = own ? entry : toldTo(sight, state, entry)
  return told && withReferences(sight, state, told)
}
