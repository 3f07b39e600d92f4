import type { Capacity } from './types.ts'

/** The order of a hearing (REQ-075, F-37, F-49). */
export const PHASES = [
  'identity',
  'rights',
  'investigation',
  'defence',
  'third-parties',
  'questions',
  'debate',
  'deliberation',
  'final-statements',
  'closing',
  'signing',
] as const
export type Phase = (typeof PHASES)[number]

export const HEARING_PRESETS = ['case', 'consultation'] as const
/** A case hearing is closed unless ordered otherwise; a consultation hearing is for the public (process.md 12). */
export type HearingPreset = (typeof HEARING_PRESETS)[number]

/** Why a hearing is closed (REQ-071, F-33). */
export const CLOSED_GROUNDS = [
  'cadre-case',
  'state-secret',
  'work-secret',
  'business-secret',
  'privacy',
] as const
export type ClosedGround = (typeof CLOSED_GROUNDS)[number]

/** F-44, F-45, F-36 */
export const POSTPONE_GROUNDS = ['person-prevented', 'papers-late', 'recusal', 'other'] as const
export const SUSPEND_GROUNDS = ['new-witness', 'new-evidence', 're-appraisal', 'recusal', 'other'] as const
export const TERMINATE_GROUNDS = [
  'withdrawn',
  'absent',
  'left',
  'death-or-dissolution',
  'disorder',
  'other',
] as const

interface PhaseRule {
  /** May be given the floor; the chair always may speak. */
  readonly speak: readonly Capacity[]
  /** May put questions to a person. */
  readonly ask: readonly Capacity[]
  /** Comments are taken. */
  readonly comments: boolean
  /** What is said is for the tribunal alone: chair, members, recorder. */
  readonly closedRoom: boolean
}

const TRIBUNAL: readonly Capacity[] = ['chair', 'member', 'recorder']
const PARTIES: readonly Capacity[] = ['investigator', 'party', 'representative', 'third-party']

/** What each phase allows: the one table behind the rules, the pages and their tests. */
export const PHASE_RULES: Readonly<Record<Phase, PhaseRule>> = {
  identity: { speak: [...TRIBUNAL, ...PARTIES], ask: ['recorder'], comments: false, closedRoom: false },
  rights: { speak: [...TRIBUNAL, ...PARTIES], ask: [], comments: false, closedRoom: false },
  investigation: { speak: ['investigator'], ask: [], comments: true, closedRoom: false },
  defence: { speak: ['party', 'representative'], ask: [], comments: true, closedRoom: false },
  'third-parties': {
    speak: ['third-party', 'witness', 'expert', 'public-seat'],
    ask: [],
    comments: true,
    closedRoom: false,
  },
  questions: {
    speak: [...TRIBUNAL, ...PARTIES, 'witness', 'expert', 'public-seat'],
    ask: ['chair', 'member', ...PARTIES],
    comments: true,
    closedRoom: false,
  },
  debate: {
    speak: [...PARTIES, 'expert', 'public-seat'],
    ask: ['chair', 'member', ...PARTIES],
    comments: true,
    closedRoom: false,
  },
  deliberation: { speak: TRIBUNAL, ask: [], comments: false, closedRoom: true },
  'final-statements': {
    speak: ['investigator', 'party', 'representative', 'third-party'],
    ask: [],
    comments: false,
    closedRoom: false,
  },
  closing: { speak: TRIBUNAL, ask: [], comments: false, closedRoom: false },
  signing: { speak: [], ask: [], comments: false, closedRoom: false },
}
