import type { TaskDraft, TaskKind } from '#domain/tasks/types.ts'
import { isRefusedByBody, unsignedBodies } from './decide-steps.ts'
import { partsOfNumber } from './number.ts'
import type { MinutesState } from './types.ts'

/** The columns of `MinutesRow`. `caseIds` is a JSON array: `"id"` finds one. */
export interface MinutesColumns {
  readonly id: string
  readonly meetingId: string
  readonly title: string
  readonly step: string
  readonly number: string | null
  readonly year: number | null
  readonly ordinal: number | null
  readonly issuedAt: string | null
  readonly caseIds: string
}

export function minutesRow(state: MinutesState): MinutesColumns {
  const parts = state.number === null ? null : partsOfNumber(state.number)
  return {
    id: state.id,
    meetingId: state.meetingId,
    title: state.meetingTitle,
    step: state.step,
    number: state.number,
    year: parts?.year ?? null,
    ordinal: parts?.ordinal ?? null,
    issuedAt: state.issuedAt,
    caseIds: JSON.stringify(state.caseIds),
  }
}

/** Whom issued minutes are sent to: the departments of the meeting and everybody who attended (F-61). */
export function addressees(state: MinutesState): {
  readonly bodyIds: readonly string[]
  readonly personIds: readonly string[]
} {
  return {
    bodyIds: state.bodyIds,
    personIds: [...new Set([state.chairId, ...state.secretaryIds, ...state.attendedIds])],
  }
}

function taskOf(
  state: MinutesState,
  kind: TaskKind,
  to: Pick<TaskDraft, 'personId' | 'bodyId' | 'role'>,
): TaskDraft {
  return {
    kind,
    ...to,
    subject: `/minutes/${state.id}`,
    title: state.meetingTitle,
    dueAt: null,
    openedAt: state.stepSince,
  }
}

/** What the minutes let wait for whom, step by step (N-50). */
export function minutesTasks(state: MinutesState): readonly TaskDraft[] {
  if (state.seq === 0) return []
  const forSecretaries = (kind: TaskKind) =>
    state.secretaryIds.map((personId) => taskOf(state, kind, { personId }))
  switch (state.step) {
    case 'draft':
      return forSecretaries('write-minutes')
    case 'in-review': {
      const secretaries = new Set(state.secretaryIds)
      const reviewers = state.attendedIds.filter((personId) => !secretaries.has(personId))
      return [
        ...forSecretaries('answer-proposals'),
        ...reviewers.map((personId) => taskOf(state, 'review-minutes', { personId })),
      ]
    }
    case 'countersigning': {
      const unsigned = unsignedBodies(state)
      if (isRefusedByBody(state)) return forSecretaries('answer-refusal')
      if (unsigned.length === 0) return forSecretaries('send-minutes-to-sign')
      return unsigned.map((bodyId) => taskOf(state, 'countersign-minutes', { bodyId }))
    }
    case 'signing':
      return [taskOf(state, 'sign-minutes', { role: 'leader' })]
    case 'issued':
      return []
  }
}
