import { calendarDay, daysAfter } from '#domain/calendar/dates.ts'
import { shelvingMonths } from '#domain/decisions/rules.ts'
import { examinationPart } from '#domain/dossiers/parts.ts'
import { FEEDBACK_DAYS } from '#domain/hearings/rules.ts'
import type { TaskDraft, TaskKind } from '#domain/tasks/types.ts'
import {
  decisionsInForce,
  isBeingConsulted,
  isClosed,
  openDuties,
  openRequests,
  runningHearing,
  standingListing,
} from './inquiries.ts'
import type { CaseState } from './types.ts'

type Addressee = Pick<TaskDraft, 'personId' | 'bodyId' | 'role'>

const secretary: Addressee = { role: 'secretary' }

function taskOf(
  state: CaseState,
  kind: TaskKind,
  to: Addressee,
  tab: string,
  dueAt: string | null = null,
): TaskDraft {
  return {
    kind,
    ...to,
    subject: `/cases/${state.id}${tab === '' ? '' : `/${tab}`}`,
    title: `${state.number} ${state.title}`,
    dueAt,
    openedAt: state.stageHistory.at(-1)?.at ?? state.registeredAt,
  }
}

function toHandlers(state: CaseState): readonly Addressee[] {
  return state.handlerIds.length > 0 ? state.handlerIds.map((personId) => ({ personId })) : [secretary]
}

/** Bodies that were asked for an opinion and have not given it (C-50). */
function opinionTasks(state: CaseState): readonly TaskDraft[] {
  if (!isBeingConsulted(state)) return []
  return state.opinions
    .filter((opinion) => opinion.status === 'draft')
    .map(({ bodyId }) => taskOf(state, 'write-opinion', { bodyId }, 'opinions'))
}

/** On no agenda, or put off from one: it waits to be convened, so that nothing deferred is left hanging (F-08, C-25). */
function consultationTasks(state: CaseState): readonly TaskDraft[] {
  return standingListing(state) ? [] : [taskOf(state, 'convene-case', secretary, '')]
}

/** The last day of the shelving, as it was recorded: voted, or with the move by hand (REQ-111, K-06). */
function shelvingEnd(state: CaseState): string | null {
  const voted = decisionsInForce(state.decisions)
    .map((decision) => decision.shelvedUntil)
    .filter((until): until is string => until !== null)
    .sort()
  const since = state.stageHistory.at(-1)
  return voted[0] ?? (since ? (since.until ?? shelvingMonths(calendarDay(since.at))) : null)
}

function returnedTasks(state: CaseState): readonly TaskDraft[] {
  const before = state.stageHistory.at(-2)?.stage
  if (before !== 'submitted' && before !== 'accepted')
    return toHandlers(state).map((to) => taskOf(state, 'reverify-case', to, 'dossier'))
  const applicants = state.applicantIds.map((personId) => ({ personId }))
  return [secretary, ...applicants].map((to) => taskOf(state, 'supplement-case', to, ''))
}

/** To be ordered, then nobody's here while the hearing has its own, then back to a consultation with the report (C-73). */
function hearingTasks(state: CaseState): readonly TaskDraft[] {
  if (runningHearing(state)) return []
  const since = state.stageHistory.at(-1)?.at ?? state.registeredAt
  const heard = state.hearings.some(({ report }) => report !== null && report.reportedAt >= since)
  return [taskOf(state, heard ? 'convene-case' : 'arrange-hearing', secretary, '')]
}

/** The party may ask, until the day that was told; whoever orders hearings answers (REQ-069). */
function requestTasks(state: CaseState): readonly TaskDraft[] {
  const right = state.hearingRight
  if (!right || isClosed(state)) return []
  const mayAsk = runningHearing(state) ? [] : state.applicantIds
  const invitations = mayAsk
    .filter((personId) => !right.requests.some(({ by }) => by === personId))
    .map((personId) => ({
      ...taskOf(state, 'ask-for-hearing', { personId }, '', right.latestOn),
      openedAt: right.at,
    }))
  const [oldest] = openRequests(state)
  if (!oldest) return invitations
  const leaders = state.bodyIds.map((bodyId) => ({ bodyId, role: 'leader' }) as const)
  const answers = [secretary, ...leaders].map((to) => ({
    ...taskOf(state, 'answer-hearing-request', to, ''),
    openedAt: oldest.at,
  }))
  return [...invitations, ...answers]
}

/** What a symposium or a third party found out is written down and submitted (REQ-068). */
function examinationTasks(state: CaseState): readonly TaskDraft[] {
  if (isClosed(state)) return []
  return state.examinations.flatMap((examination) => {
    const { way, at } = examination
    const part = examinationPart(examination)
    const result = state.documents.find((document) => document.part === part)
    if (result?.status !== 'open') return []
    const dueAt = way.kind === 'symposium' ? way.startsAt : way.dueOn
    return toHandlers(state).map((to) => ({
      ...taskOf(state, 'write-examination-result', to, `dossier/${part}`, dueAt),
      openedAt: at,
    }))
  })
}

/** Decided on a hearing's report: those who were heard learn what was adopted (REQ-087). */
function feedbackTasks(state: CaseState): readonly TaskDraft[] {
  if (!isClosed(state)) return []
  const decidedAt = state.stageHistory.at(-1)?.at ?? state.registeredAt
  const dueAt = daysAfter(calendarDay(decidedAt), FEEDBACK_DAYS)
  return state.hearings
    .filter(({ report, answered }) => report !== null && !answered)
    .map(({ hearingId }) => ({
      ...taskOf(state, 'give-hearing-feedback', secretary, '', dueAt),
      subject: `/hearings/${hearingId}`,
    }))
}

function stageTasks(state: CaseState): readonly TaskDraft[] {
  switch (state.stage) {
    case 'submitted':
      return [taskOf(state, 'accept-case', secretary, '')]
    case 'accepted': {
      const next = state.handlerIds.length < 2 ? 'assign-handlers' : 'start-verification'
      return [taskOf(state, next, secretary, '')]
    }
    case 'in-verification':
      return toHandlers(state).map((to) => taskOf(state, 'verify-case', to, 'dossier'))
    case 'in-consultation':
      return consultationTasks(state)
    case 'shelved': {
      const end = shelvingEnd(state)
      return [
        taskOf(state, 'resume-shelved-case', secretary, '', end),
        // REQ-112: while it is shelved the facts are verified again.
        ...toHandlers(state).map((to) => taskOf(state, 'reverify-case', to, 'dossier', end)),
      ]
    }
    case 'to-hearing':
      return hearingTasks(state)
    case 'returned':
      return returnedTasks(state)
    case 'decided':
      return []
  }
}

/** What the case lets wait for whom (C-50 … C-53). Duties wait whatever the stage. */
export function caseTasks(state: CaseState): readonly TaskDraft[] {
  if (state.seq === 0) return []
  const duties = openDuties(state).map((duty) =>
    taskOf(state, 'report-duty', { bodyId: duty.ownerBodyId }, 'decisions', duty.dueOn),
  )
  return [
    ...stageTasks(state),
    ...opinionTasks(state),
    ...requestTasks(state),
    ...examinationTasks(state),
    ...feedbackTasks(state),
    ...duties,
  ]
}
