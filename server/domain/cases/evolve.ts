import { emptyDossier } from '#domain/dossiers/parts.ts'
import { draftOpinion } from '#domain/opinions/evolve.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { evolveDossier, type DossierHappening } from './evolve-dossier.ts'
import { evolveHearings, isHearingEntry, type HearingEntry } from './evolve-hearings.ts'
import type { CaseHappening } from './happenings.ts'
import type { CaseState, Listing } from './types.ts'

type CourseEntry = Recorded<Exclude<CaseHappening, DossierHappening | HearingEntry>>

function register(state: CaseState, entry: Extract<CourseEntry, { type: 'case/registered' }>): CaseState {
  const { particulars, number, year, ordinal, applicantIds, bodyIds } = entry.payload
  return {
    ...state,
    ...particulars,
    number,
    year,
    ordinal,
    applicantIds,
    bodyIds,
    registeredAt: entry.at,
    registeredBy: entry.actorId,
    documents: emptyDossier(),
    opinions: bodyIds.map(draftOpinion),
    stageHistory: [{ stage: state.stage, at: entry.at, by: entry.actorId, reason: null }],
  }
}

function endedWhere(meetings: readonly Listing[], ends: (listing: Listing) => boolean): readonly Listing[] {
  return meetings.map((listing) => (ends(listing) ? { ...listing, ended: true } : listing))
}

function move(state: CaseState, entry: Extract<CourseEntry, { type: 'case/moved' }>): CaseState {
  const { from, to, reason, until } = entry.payload
  const leaves = from === 'in-consultation'
  return {
    ...state,
    stage: to,
    stageReason: reason,
    stageHistory: [
      ...state.stageHistory,
      { stage: to, at: entry.at, by: entry.actorId, reason, ...(until !== undefined && { until }) },
    ],
    meetings: leaves ? endedWhere(state.meetings, () => true) : state.meetings,
  }
}

/** One agenda more; what an earlier meeting has open it keeps (C-12, D-11). */
function list(state: CaseState, payload: { meetingId: string; itemId: string }): CaseState {
  return { ...state, meetings: [...state.meetings, { ...payload, opened: false, ended: false }] }
}

function openItem(state: CaseState, payload: { meetingId: string; itemId: string }): CaseState {
  return {
    ...state,
    meetings: state.meetings.map((listing) =>
      listing.meetingId === payload.meetingId && listing.itemId === payload.itemId
        ? { ...listing, opened: true }
        : listing,
    ),
  }
}

function course(state: CaseState, entry: CourseEntry): CaseState {
  switch (entry.type) {
    case 'case/registered':
      return register(state, entry)
    case 'case/templates-taken':
      return { ...state, templates: entry.payload.templates }
    case 'case/amended':
      return { ...state, ...entry.payload.particulars }
    case 'case/moved':
      return move(state, entry)
    case 'case/handlers-assigned':
      return { ...state, handlerIds: entry.payload.handlerIds }
    case 'case/body-invited': {
      const { bodyId } = entry.payload
      return {
        ...state,
        bodyIds: [...state.bodyIds, bodyId],
        opinions: [...state.opinions, draftOpinion(bodyId)],
      }
    }
    case 'case/linked':
      return { ...state, linkedCaseIds: [...state.linkedCaseIds, entry.payload.caseId] }
    case 'case/listed':
      return list(state, entry.payload)
    case 'case/item-opened':
      return openItem(state, entry.payload)
    case 'case/item-put-off': {
      const { meetingId, itemId } = entry.payload
      const isThis = (listing: Listing) => listing.meetingId === meetingId && listing.itemId === itemId
      return { ...state, meetings: endedWhere(state.meetings, isThis) }
    }
    case 'case/decision-recorded': {
      const { decisions } = entry.payload
      const decidedIn = new Set(decisions.map((decision) => decision.meetingId))
      return {
        ...state,
        decisions: [...state.decisions, ...decisions],
        meetings: endedWhere(state.meetings, (listing) => decidedIn.has(listing.meetingId)),
      }
    }
    case 'case/duty-reported': {
      const done = { ...entry.payload, at: entry.at, by: entry.actorId }
      return { ...state, dutiesDone: [...state.dutiesDone, done] }
    }
  }
}

/** What an entry makes of a case. Total: an entry stands, so it is never refused here. */
export function evolveCase(state: CaseState, entry: Recorded<CaseHappening>): CaseState {
  return { ...stepped(state, entry), seq: entry.seq, updatedAt: entry.at }
}

function stepped(state: CaseState, entry: Recorded<CaseHappening>): CaseState {
  if (isDossierEntry(entry)) return evolveDossier(state, entry)
  return isHearingEntry(entry) ? evolveHearings(state, entry) : course(state, entry)
}

const DOSSIER_ENTRIES: ReadonlySet<CaseHappening['type']> = new Set<DossierHappening['type']>([
  'case/finding-recorded',
  'case/condition-set',
  'case/document-submitted',
  'case/document-reopened',
  'case/document-pinned',
  'case/opinion-submitted',
  'case/opinion-withdrawn',
  'case/evidence-added',
  'case/evidence-described',
  'case/evidence-withdrawn',
  'case/evidence-marked',
  'case/evidence-mark-withdrawn',
  'case/examination-chosen',
  'case/examination-called-off',
])

function isDossierEntry(entry: Recorded<CaseHappening>): entry is Recorded<DossierHappening> {
  return DOSSIER_ENTRIES.has(entry.type)
}
