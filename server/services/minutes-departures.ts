import { heardMajority } from '#domain/cases/inquiries.ts'
import type { CaseState, HearingMajority } from '#domain/cases/types.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { departingCases } from '#domain/minutes/departures.ts'
import type { RecordPort } from './ports.ts'

/** A case that a meeting decided against most members of its hearing (REQ-081). */
export interface DepartingCase {
  readonly caseId: string
  readonly caseNumber: string
  readonly caseTitle: string
  readonly hearingId: string
  readonly majority: HearingMajority
}

/** Asked of the cases as they are now: a hearing may have reported after the meeting took the case up. */
export async function departuresIn<Tx>(
  record: Pick<RecordPort<Tx>, 'load'>,
  meeting: MeetingState,
): Promise<readonly DepartingCase[]> {
  const caseIds = [...new Set(meeting.items.map((item) => item.caseId))]
  const cases = await Promise.all(caseIds.map((caseId) => record.load<CaseState>(`case/${caseId}`)))
  const heard = cases.flatMap((state) => {
    const majority = heardMajority(state)
    return majority === null ? [] : [{ state, majority }]
  })
  const departing = departingCases(
    meeting,
    Object.fromEntries(heard.map(({ state, majority }) => [state.id, majority])),
  )
  return heard
    .filter(({ state }) => departing.includes(state.id))
    .map(({ state, majority }) => ({
      caseId: state.id,
      caseNumber: state.number,
      caseTitle: state.title,
      hearingId: state.hearings.findLast(({ report }) => report !== null)?.hearingId ?? '',
      majority,
    }))
}
