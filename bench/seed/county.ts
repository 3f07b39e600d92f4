/** The invented county that the benchmarks run in. */
export const PEOPLE = 1_000
export const CASES = 350
/** Members of the meeting. */
export const SEATS = 1_000
export const BODIES = ['discipline', 'organization', 'political'] as const
export const SECRETARY = 'secretary'
export const MEETING = 'meeting-bench'

export const personId = (index: number) => `person-${index % PEOPLE}`
export const caseId = (index: number) => `case-bench-${index}`

/** The parts that members of the participating departments write together. */
const PARTS = ['facts', 'verification-report', 'condition-matrix', 'draft-decision'] as const

/**
 * The n-th document that nobody has written in. Case 0 is on the agenda of the meeting and left out: who may
 * read it depends on a thousand people.
 */
export function documentName(n: number): string {
  const part = PARTS[Math.floor(n / (CASES - 1))]
  if (part === undefined) throw new Error('the seeded county has no fresh document left')
  return `case/${caseId(1 + (n % (CASES - 1)))}/${part}`
}
