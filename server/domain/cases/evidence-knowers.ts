import { holds, type Actor } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import type { EvidencePiece } from './evidence-types.ts'
import { isApplicant, leadsWork } from './standing.ts'
import type { CaseState } from './types.ts'

type Known = Pick<EvidencePiece, 'addedBy' | 'register'>

export function isRestricted({ register }: Pick<EvidencePiece, 'register'>): boolean {
  return register.classification === 'restricted'
}

/**
 * Whether somebody who sees the case knows of a piece at all. Of a restricted one only who handed it in, who leads the
 * work, the leader and the bodies of the circle (E-03); a meeting about the case gives no right to it, nor does being heard.
 */
export function knowsOf(actor: Actor, state: CaseState, piece: Known): boolean {
  if (!isRestricted(piece) || piece.addedBy === actor.personId) return true
  if (isApplicant(actor, state)) return false
  return (
    leadsWork(actor, state) ||
    holds(actor, 'leader') ||
    piece.register.readerBodyIds.some((bodyId) => actsFor(actor, bodyId))
  )
}

/** A case without the pieces that this person may not know of, wherever they are named. */
export function withKnownEvidence(actor: Actor, state: CaseState): CaseState {
  if (!state.evidence.some(isRestricted)) return state
  const evidence = state.evidence.filter((piece) => knowsOf(actor, state, piece))
  if (evidence.length === state.evidence.length) return state
  const known = new Set(evidence.map(({ id }) => id))
  const leaning = <Row extends { readonly evidenceIds: readonly string[] }>(row: Row): Row => ({
    ...row,
    evidenceIds: row.evidenceIds.filter((id) => known.has(id)),
  })
  const marks = new Set(evidence.flatMap((piece) => piece.marks.map(({ id }) => id)))
  return {
    ...state,
    evidence: evidence.map((piece) => {
      const { withdrawn } = piece
      if (withdrawn?.replacedBy === undefined || known.has(withdrawn.replacedBy)) return piece
      const { at, by, reason } = withdrawn
      return { ...piece, withdrawn: { at, by, reason } }
    }),
    findings: state.findings.map((finding) => {
      const { markIds } = finding
      return { ...leaning(finding), ...(markIds && { markIds: markIds.filter((id) => marks.has(id)) }) }
    }),
    conditions: state.conditions.map(leaning),
  }
}
