import type { Actor } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { withKnownEvidence } from './evidence-knowers.ts'
import { UNREGISTERED, type EvidencePiece } from './evidence-types.ts'
import { initialCase } from './initial.ts'
import { decisionsInForce } from './inquiries.ts'
import { scopeOf, type Grounds } from './standing.ts'
import type { CaseState, Opinion } from './types.ts'

/** Of another body's draft only that it is being written (D-07). */
function sealed(opinion: Opinion): Opinion {
  return {
    ...opinion,
    stands: {},
    clauses: [],
    versionId: null,
    hash: null,
    submittedAt: null,
    submittedBy: null,
  }
}

/** Names and stages, without anything the bodies wrote: what is common to everybody outside. */
function outside(state: CaseState): CaseState {
  return {
    ...initialCase(state.id),
    seq: state.seq,
    kind: state.kind,
    title: state.title,
    subjects: state.subjects,
    number: state.number,
    year: state.year,
    ordinal: state.ordinal,
    stage: state.stage,
    stageReason: state.stageReason,
    stageHistory: state.stageHistory,
    registeredAt: state.registeredAt,
    registeredBy: state.registeredBy,
    updatedAt: state.updatedAt,
    bodyIds: state.bodyIds,
  }
}

/**
 * What others handed in, to the party: who found it, where, and what it is to prove is the office's; he does not open it, and
 * no mark on it is his to see.
 */
function forParty(piece: EvidencePiece): EvidencePiece {
  const { kind, collectedOn, classification } = piece.register
  const register = { ...UNREGISTERED, kind, collectedOn, classification }
  return { ...piece, register, changes: [], marks: [] }
}

/** The person concerned: what he told himself, how far it is, what was decided (D-12). */
function forApplicant(actor: Actor, state: CaseState): CaseState {
  const right = state.hearingRight
  const { 'applicant-statement': ownTemplate } = state.templates
  return {
    ...outside(state),
    summary: state.summary,
    situations: state.situations,
    source: state.source,
    trigger: state.trigger,
    complexity: state.complexity,
    applicantIds: state.applicantIds,
    documents: state.documents.filter((document) => document.part === 'applicant-statement'),
    templates: ownTemplate ? { 'applicant-statement': ownTemplate } : {},
    evidence: state.evidence.map((piece) => (piece.addedBy === actor.personId ? piece : forParty(piece))),
    // Why another party asked is between him and the office (REQ-199).
    hearingRight: right && {
      ...right,
      requests: right.requests.filter(({ by }) => by === actor.personId),
    },
    decisions: state.decisions,
    dutiesDone: state.dutiesDone,
  }
}

/** The body that owes a correction: the decision its duties stand in, and nothing of the others' (C-45). */
function forDutyOwner(actor: Actor, state: CaseState): CaseState {
  const decisions = decisionsInForce(state.decisions)
    .map((decision) => ({
      ...decision,
      duties: decision.duties.filter((duty) => actsFor(actor, duty.ownerBodyId)),
    }))
    .filter((decision) => decision.duties.length > 0)
  const own = new Set(decisions.flatMap((decision) => decision.duties.map((duty) => duty.id)))
  return {
    ...outside(state),
    subjects: state.subjects.filter((subject) =>
      decisions.some((decision) => decision.subjectId === subject.id),
    ),
    decisions,
    dutiesDone: state.dutiesDone.filter((done) => own.has(done.dutyId)),
  }
}

/**
 * The case as one person may see it. Refusals: access/recused while a recusal is in force, access/not-found
 * for whoever may not know of the case.
 */
export function caseViewFor(actor: Actor, whole: CaseState, grounds: Grounds): CaseState | Refusal {
  const state = withKnownEvidence(actor, whole)
  switch (scopeOf(actor, state, grounds)) {
    case 'none': {
      const cut = grounds.recused && scopeOf(actor, state, { ...grounds, recused: false }) !== 'none'
      return refuse(cut ? 'access/recused' : 'access/not-found')
    }
    case 'applicant':
      return forApplicant(actor, state)
    case 'duty':
      return forDutyOwner(actor, state)
    case 'all':
      return {
        ...state,
        opinions: state.opinions.map((opinion) =>
          opinion.status === 'submitted' || actsFor(actor, opinion.bodyId) ? opinion : sealed(opinion),
        ),
      }
  }
}
