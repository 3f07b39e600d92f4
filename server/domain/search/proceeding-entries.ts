import type { CaseState } from '#domain/cases/types.ts'
import { HEARING_PARTS, type HearingPart } from '#domain/hearings/documents.ts'
import { officeRoles } from '#domain/hearings/may.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { MinutesState } from '#domain/minutes/types.ts'
import { caseReaders } from './case-entries.ts'
import type { IndexedEntry, SearchEntry } from './entry.ts'
import { body, hearing, meeting, office, OFFICE, person, unlessRecused } from './readers.ts'

const yearOf = (at: string) => Number(at.slice(0, 4))
const distinct = (ids: readonly string[]) => [...new Set(ids)]

/** Title and place alone: what is on the agenda is not the same for all who come. */
export function meetingEntry(state: MeetingState): SearchEntry {
  return {
    id: `meeting/${state.id}`,
    kind: 'meeting',
    title: state.title,
    text: state.place,
    state: state.status,
    year: yearOf(state.startsAt),
    bodyIds: distinct(state.membersDue.map(({ bodyId }) => bodyId)),
    at: state.startsAt,
  }
}

export function meetingEntries(state: MeetingState): readonly IndexedEntry[] {
  if (state.seq === 0) return []
  return [{ ...meetingEntry(state), readers: [...OFFICE, meeting(state.id)], without: [] }]
}

/** What every participant of a hearing sees, the witness who waits outside too. */
export function hearingEntry(state: HearingState): SearchEntry {
  return {
    id: `hearing/${state.id}`,
    kind: 'hearing',
    title: state.title,
    text: state.place,
    state: state.status,
    year: yearOf(state.startsAt),
    bodyIds: [state.orderingBodyId],
    at: state.startsAt,
  }
}

export function hearingPaper(state: HearingState, part: HearingPart, text: string): SearchEntry {
  return { ...hearingEntry(state), id: `hearing/${state.id}/${part}`, kind: 'document', title: '', text }
}

/** What stands frozen in place of the live text; null: the text as it is. */
export function frozenPaper(state: HearingState, part: HearingPart): string | null {
  return (part === 'transcript' ? state.transcript.frozen?.versionId : state.report?.versionId) ?? null
}

/** Those by office, and everybody who takes part. */
export function hearingReaders(state: HearingState): readonly string[] {
  return [...officeRoles(state.officeBodies).map(office), hearing(state.id)]
}

/** The papers of a finished hearing are part of its case's dossier (F-48). */
export function hearingEntries(
  state: HearingState,
  about: CaseState,
  texts: ReadonlyMap<string, string>,
): readonly IndexedEntry[] {
  if (state.seq === 0) return []
  const own = hearingReaders(state)
  const papers = state.status === 'finished' ? distinct([...own, ...caseReaders(about)]) : own
  return [
    { ...hearingEntry(state), readers: own, without: [] },
    ...HEARING_PARTS.flatMap((part) => {
      const text = texts.get(part) ?? ''
      return text === '' ? [] : [{ ...hearingPaper(state, part, text), readers: papers, without: [] }]
    }),
  ]
}

export function minutesEntry(state: MinutesState): SearchEntry {
  return {
    id: `minutes/${state.id}`,
    kind: 'minutes',
    title: state.number === null ? state.meetingTitle : `${state.number} ${state.meetingTitle}`,
    text: '',
    state: state.step,
    year: yearOf(state.draftedAt),
    // Which departments were there is not for all who read issued minutes (N-05).
    bodyIds: [],
    at: state.draftedAt,
  }
}

export function minutesText(state: MinutesState, text: string): SearchEntry {
  return { ...minutesEntry(state), id: `minutes/${state.id}/text`, title: '', text }
}

/** The circle of N-03, step by step; of issued minutes whoever sees one of the cases is asked further. */
function minutesReaders(state: MinutesState, cases: readonly CaseState[]): readonly string[] {
  const core = ['role:secretary', ...state.secretaryIds.map(person), person(state.chairId)]
  if (state.step === 'draft') return core
  const reviewers = [...core, 'role:leader', meeting(state.meetingId)]
  if (state.step === 'in-review') return reviewers
  const signing = [...reviewers, ...state.bodyIds.map(body)]
  return state.step === 'issued' ? distinct([...signing, ...cases.flatMap(caseReaders)]) : signing
}

export function minutesEntries(
  state: MinutesState,
  cases: readonly CaseState[],
  text: string,
): readonly IndexedEntry[] {
  if (state.seq === 0) return []
  const readers = minutesReaders(state, cases)
  const without = state.caseIds.map(unlessRecused)
  return [
    { ...minutesEntry(state), readers, without },
    ...(text === '' ? [] : [{ ...minutesText(state, text), readers, without }]),
  ]
}
