import { platformHearingRules } from './rules.ts'
import type { HearingState } from './types.ts'

/** A hearing nobody has ordered yet: `seq` 0 means that there is no such hearing. */
export function initialHearing(id: string): HearingState {
  return {
    id,
    seq: 0,
    preset: 'case',
    caseId: '',
    caseNumber: '',
    caseTitle: '',
    handlerIds: [],
    concernedIds: [],
    title: '',
    reason: '',
    issues: [],
    orderingBodyId: '',
    orderingBodyName: '',
    officeBodies: { secretaries: [], leaders: [] },
    orderedBy: '',
    orderedAt: '',
    // Of a hearing that says nothing of itself yet nothing is public.
    closedGround: 'privacy',
    openReason: null,
    startsAt: '',
    place: '',
    rules: platformHearingRules,
    status: 'ordered',
    participants: [],
    notice: null,
    phase: null,
    phases: [],
    recusals: [],
    floor: { waiting: [], speaking: null, heard: [] },
    questions: [],
    passages: [],
    opinions: [],
    staged: null,
    observersComment: false,
    stops: [],
    ended: null,
    openedAt: null,
    closedAt: null,
    acting: [],
    transcript: { frozen: null, signatures: [], lateCorrections: [] },
    report: null,
  }
}
