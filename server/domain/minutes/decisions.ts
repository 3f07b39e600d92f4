import type { Poll, Result } from '#domain/ballots/types.ts'
import { calendarDay } from '#domain/calendar/dates.ts'
import type { WorkingCalendar } from '#domain/calendar/types.ts'
import type { Decision, DecisionVote } from '#domain/cases/types.ts'
import type { Outcome } from '#domain/decisions/outcome.ts'
import { needsMeasure, refusalOfTerms } from '#domain/decisions/rules.ts'
import { standingPoll } from '#domain/meetings/items.ts'
import type { AgendaItem, MeetingState } from '#domain/meetings/types.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { figuresOf } from './figures.ts'
import type { DecisionDetail, MinutesState } from './types.ts'

/** What a meeting decided on one subject: the ballot that stands and the outcome it passed. */
export interface Verdict {
  readonly item: AgendaItem
  readonly subjectId: string
  readonly poll: Poll
  readonly result: Result
  readonly outcome: Outcome
  /** When the chair announced it: that is when it was decided (F-13). */
  readonly decidedAt: string
}

/**
 * Every decision of a meeting, item by item (F-14). Subjects of a deferred item that were decided before the
 * deferral keep their decision; subjects without one are not named.
 */
export function verdictsOf(meeting: MeetingState): readonly Verdict[] {
  return meeting.items.flatMap((item) =>
    item.subjects.flatMap(({ id: subjectId }) => {
      const poll = standingPoll(item, subjectId)
      if (!poll?.result?.passed || !poll.announcedAt) return []
      const { result } = poll
      return [{ item, subjectId, poll, result, outcome: poll.result.passed, decidedAt: poll.announcedAt }]
    }),
  )
}

const nothingSaid = (verdict: Verdict): DecisionDetail => ({
  caseId: verdict.item.caseId,
  itemId: verdict.item.id,
  subjectId: verdict.subjectId,
  clauses: [],
  measure: null,
  measureText: '',
  effects: [],
  shelvedUntil: null,
  duties: [],
})

/** What the secretary filled in for a verdict, or nothing at all. */
export function detailFor(details: readonly DecisionDetail[], verdict: Verdict): DecisionDetail {
  const found = details.find(
    (detail) => detail.itemId === verdict.item.id && detail.subjectId === verdict.subjectId,
  )
  return found ?? nothingSaid(verdict)
}

/**
 * Whether everything that belongs to the decisions is said (N-10, N-11, N-12).
 * Refusals: meeting/undecided-items, minutes/measure-required, minutes/decision-incomplete (also for a detail
 * of something the meeting did not decide), calendar/year-missing.
 */
export function refusalOfDetails(
  details: readonly DecisionDetail[],
  meeting: MeetingState,
  calendar: WorkingCalendar,
): Refusal | null {
  const open = meeting.items.some((item) => item.phase !== 'decided' && item.phase !== 'deferred')
  if (open) return refuse('meeting/undecided-items')
  const verdicts = verdictsOf(meeting)
  for (const verdict of verdicts) {
    const terms = { ...detailFor(details, verdict), outcome: verdict.outcome }
    const refusal = refusalOfTerms(terms, calendarDay(verdict.decidedAt), calendar)
    if (refusal) return refusal
  }
  const about = (detail: DecisionDetail) =>
    verdicts.some((verdict) => detailFor([detail], verdict) === detail)
  return details.every(about) ? null : refuse('minutes/decision-incomplete')
}

/** The vote of a verdict; its counts are null where they would tell a secret vote (N-41). */
export function voteOf({ poll, result, outcome }: Verdict): DecisionVote {
  const figures = figuresOf(poll, outcome)
  return {
    pollId: poll.id,
    method: poll.method,
    for: figures?.for ?? null,
    against: figures?.against ?? null,
    deferred: figures === null ? null : (figures.deferred ?? 0),
    abstained: figures?.abstained ?? null,
    due: result.due,
    present: result.present,
    recused: poll.roll.filter((line) => line.recused).length,
    rule: result.rule,
  }
}

function decisionOf(
  verdict: Verdict,
  minutes: MinutesState,
  issue: { readonly number: string; readonly hash: string },
): Decision {
  const detail = detailFor(minutes.details, verdict)
  const { item, subjectId, outcome, decidedAt } = verdict
  const measured = needsMeasure(outcome)
  return {
    subjectId,
    outcome,
    clauses: detail.clauses,
    vote: voteOf(verdict),
    // What was filled in before a reconsideration changed the outcome says nothing of the new one.
    measure: measured ? detail.measure : null,
    measureText: measured ? detail.measureText : '',
    effects: detail.effects,
    duties: detail.duties,
    shelvedUntil: outcome === 'SHELVED' ? detail.shelvedUntil : null,
    meetingId: minutes.meetingId,
    itemId: item.id,
    minutesId: minutes.id,
    minutesNumber: issue.number,
    minutesHash: issue.hash,
    decidedAt,
  }
}

/**
 * What issuing these minutes writes back, per case id (REQ-103, REQ-245; N-40): a case without a decision,
 * because its item was deferred, is not in the answer. `hash` is that of the issued text (SHA-256, hex).
 * Refusals: minutes/wrong-step (another meeting's minutes), and those of `refusalOfDetails`.
 */
export function decisionsFrom(
  minutes: MinutesState,
  meeting: MeetingState,
  issue: { readonly number: string; readonly hash: string; readonly calendar: WorkingCalendar },
): Readonly<Record<string, readonly Decision[]>> | Refusal {
  if (minutes.meetingId !== meeting.id) return refuse('minutes/wrong-step')
  const refusal = refusalOfDetails(minutes.details, meeting, issue.calendar)
  if (isRefusal(refusal)) return refusal
  const byCase: Record<string, Decision[]> = {}
  for (const verdict of verdictsOf(meeting)) {
    const decision = decisionOf(verdict, minutes, issue)
    ;(byCase[verdict.item.caseId] ??= []).push(decision)
  }
  return byCase
}
