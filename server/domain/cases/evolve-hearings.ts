import type { Recorded } from '#domain/record/entry.ts'
import type { CaseHappening } from './happenings.ts'
import type { HearingAnswer } from './hearing-types.ts'
import type { CaseHearing, CaseState } from './types.ts'

export type HearingEntry = Extract<CaseHappening, { type: `case/hearing-${string}` }>

export function isHearingEntry(entry: Recorded<CaseHappening>): entry is Recorded<HearingEntry> {
  return entry.type.startsWith('case/hearing-')
}

function withHearing(
  state: CaseState,
  hearingId: string,
  change: (hearing: CaseHearing) => CaseHearing,
): CaseState {
  return {
    ...state,
    hearings: state.hearings.map((hearing) => (hearing.hearingId === hearingId ? change(hearing) : hearing)),
  }
}

function answered(state: CaseState, requestId: string, answer: HearingAnswer): CaseState {
  const right = state.hearingRight
  if (!right) return state
  const requests = right.requests.map((one) => (one.id === requestId ? { ...one, answer } : one))
  return { ...state, hearingRight: { ...right, requests } }
}

/** What an entry about a hearing, ordered or asked for, makes of a case. */
export function evolveHearings(state: CaseState, entry: Recorded<HearingEntry>): CaseState {
  const { at, actorId: by } = entry
  switch (entry.type) {
    case 'case/hearing-ordered': {
      const hearing = { ...entry.payload, orderedAt: at, ended: false, report: null, answered: false }
      return { ...state, hearings: [...state.hearings, hearing] }
    }
    case 'case/hearing-ended':
      return withHearing(state, entry.payload.hearingId, (hearing) => ({ ...hearing, ended: true }))
    case 'case/hearing-reported': {
      const { hearingId, ...report } = entry.payload
      return withHearing(state, hearingId, (hearing) => ({
        ...hearing,
        report: { ...report, reportedAt: at },
      }))
    }
    case 'case/hearing-answered':
      return withHearing(state, entry.payload.hearingId, (hearing) => ({ ...hearing, answered: true }))
    case 'case/hearing-right-told':
      return { ...state, hearingRight: { ...entry.payload, by, at, requests: [] } }
    case 'case/hearing-asked': {
      const right = state.hearingRight
      if (!right) return state
      const { requestId: id, reason, registeredFor = null } = entry.payload
      const request = { id, reason, by, at, registeredFor, answer: null }
      return { ...state, hearingRight: { ...right, requests: [...right.requests, request] } }
    }
    case 'case/hearing-request-granted': {
      const { requestId, hearingId } = entry.payload
      return answered(state, requestId, { hearingId, reason: '', by, at })
    }
    case 'case/hearing-request-refused': {
      const { requestId, reason } = entry.payload
      return answered(state, requestId, { hearingId: null, reason, by, at })
    }
  }
}
