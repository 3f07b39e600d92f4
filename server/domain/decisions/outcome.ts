/** The forms of decision (REQ-089); also the options put to the vote and the stands of an opinion. */
export const OUTCOMES = [
  'EXEMPT',
  'LIGHTER',
  'MITIGATED',
  'NOT_TOLERATED',
  'SHELVED',
  'TO_HEARING',
  'RETURNED',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Measures that remain after a lighter or mitigated outcome (REQ-091). */
export const MEASURES = [
  'talk-reminder',
  'criticism-education',
  'ordered-self-examination',
  'admonishing-talk',
  'other',
] as const
export type Measure = (typeof MEASURES)[number]

/** Effects of Zhoushan's measure (seed rows 2-18 … 2-23), chosen per outcome. */
export const EFFECTS = [
  'no-deduction',
  'no-veto',
  'bonus-unaffected',
  'promotion-unaffected',
  'rank-unaffected',
  'honours-unaffected',
  'style-accountability-lifted',
  'unit-not-deducted',
] as const
export type Effect = (typeof EFFECTS)[number]
