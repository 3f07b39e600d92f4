import type { Capacity, HearingRules } from './types.ts'

/**
 * The platform's default where no rulebook says otherwise: notice seven working days before (F-31), late corrections
 * within five after (F-55). Minutes of speech and the rate of comments are the product's own.
 */
export const platformHearingRules: HearingRules = {
  noticeWorkingDays: 7,
  correctionWorkingDays: 5,
  speakingSeconds: { handling: 900, party: 900, third: 300, none: 300 },
  commentLength: 500,
  commentsPerMinute: 6,
}

/** Three to seven hearing members are suggested (F-49): fewer or more are warned of, an even number is refused. */
export const SUGGESTED_MEMBERS = { least: 3, most: 7 } as const

/** A party comes with one or two representatives (F-35). */
export const MOST_REPRESENTATIVES = 2

/** Characters of one issue, and how many there may be. */
export const ISSUE_LIMIT = 500
export const MOST_ISSUES = 20

/** Working days in which a party asks for a hearing after he was told that he may, that day not counted (F-30). */
export const ASKING_WORKING_DAYS = 5

/** What an invitation can make of somebody. Who hears, records or handles the case has an account. */
export const GUEST_CAPACITIES = [
  'party',
  'representative',
  'third-party',
  'witness',
  'expert',
  'public-seat',
  'observer',
] as const satisfies readonly Capacity[]

/** Days after the decision in which those who were heard are told what was adopted (F-55). */
export const FEEDBACK_DAYS = 15
