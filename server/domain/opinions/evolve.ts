import type { CaseHappening } from '#domain/cases/happenings.ts'
import type { Opinion } from '#domain/cases/types.ts'
import type { Recorded } from '#domain/record/entry.ts'

/** A body's opinion before it is submitted: the words lie in the sealed document alone. */
export function draftOpinion(bodyId: string): Opinion {
  return {
    bodyId,
    status: 'draft',
    stands: {},
    clauses: [],
    versionId: null,
    hash: null,
    submittedAt: null,
    submittedBy: null,
    withdrawals: [],
  }
}

export function evolveOpinion(
  opinion: Opinion,
  entry: Recorded<Extract<CaseHappening, { type: 'case/opinion-submitted' | 'case/opinion-withdrawn' }>>,
): Opinion {
  if (entry.payload.bodyId !== opinion.bodyId) return opinion
  if (entry.type === 'case/opinion-submitted') {
    const { stands, clauses, versionId, hash } = entry.payload
    return {
      ...opinion,
      status: 'submitted',
      stands,
      clauses,
      versionId,
      hash,
      submittedAt: entry.at,
      submittedBy: entry.actorId,
    }
  }
  const withdrawal = { at: entry.at, by: entry.actorId, reason: entry.payload.reason }
  return { ...draftOpinion(opinion.bodyId), withdrawals: [...opinion.withdrawals, withdrawal] }
}
