import type { MinutesState } from './types.ts'

/** Minutes before their first entry; `seq` 0 says that there are none yet. */
export function initialMinutes(id: string): MinutesState {
  return {
    id,
    seq: 0,
    meetingId: '',
    meetingTitle: '',
    step: 'draft',
    bodyIds: [],
    attendedIds: [],
    secretaryIds: [],
    chairId: '',
    caseIds: [],
    proposals: [],
    details: [],
    departures: [],
    countersignatures: [],
    frozen: null,
    signedBy: null,
    signedAt: null,
    number: null,
    issuedAt: null,
    returns: [],
    refersTo: null,
    draftedAt: '',
    stepSince: '',
  }
}
