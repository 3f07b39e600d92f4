import type { Recorded } from '#domain/record/entry.ts'
import type { MinutesHappening } from './happenings.ts'
import type { DecisionDetail, MinutesState, MinutesStep } from './types.ts'

function withDetail(details: readonly DecisionDetail[], detail: DecisionDetail): readonly DecisionDetail[] {
  const others = details.filter(
    (known) => known.itemId !== detail.itemId || known.subjectId !== detail.subjectId,
  )
  return [...others, detail]
}

function atStep(state: MinutesState, step: MinutesStep, at: string): MinutesState {
  return { ...state, step, stepSince: at }
}

function apply(state: MinutesState, entry: Recorded<MinutesHappening>): MinutesState {
  const { at, actorId: by } = entry
  switch (entry.type) {
    case 'minutes/drafted':
      return { ...atStep(state, 'draft', at), ...entry.payload, draftedAt: at }
    case 'minutes/regenerated':
      return state
    case 'minutes/decision-detailed':
      return { ...state, details: withDetail(state.details, entry.payload) }
    case 'minutes/departure-reasoned': {
      const { caseId, reason } = entry.payload
      const others = state.departures.filter((one) => one.caseId !== caseId)
      return { ...state, departures: [...others, { caseId, reason, by, at, consent: null }] }
    }
    case 'minutes/departure-consented': {
      const { caseId } = entry.payload
      return {
        ...state,
        departures: state.departures.map((one) =>
          one.caseId === caseId ? { ...one, consent: { by, at } } : one,
        ),
      }
    }
    case 'minutes/sent-to-review':
      return atStep(state, 'in-review', at)
    case 'minutes/change-proposed': {
      const { proposalId: id, text } = entry.payload
      return { ...state, proposals: [...state.proposals, { id, by, at, text, answer: null }] }
    }
    case 'minutes/proposal-answered': {
      const { proposalId, accepted, note } = entry.payload
      const answer = { accepted, note, by, at }
      return {
        ...state,
        proposals: state.proposals.map((proposal) =>
          proposal.id === proposalId ? { ...proposal, answer } : proposal,
        ),
      }
    }
    case 'minutes/sent-to-countersign':
      return { ...atStep(state, 'countersigning', at), frozen: entry.payload, countersignatures: [] }
    case 'minutes/countersigned': {
      const signature = { ...entry.payload, by, at }
      return { ...state, countersignatures: [...state.countersignatures, signature] }
    }
    case 'minutes/sent-to-sign':
      return atStep(state, 'signing', at)
    case 'minutes/issued':
      return {
        ...atStep(state, 'issued', at),
        number: entry.payload.number,
        signedBy: by,
        signedAt: at,
        issuedAt: at,
      }
    case 'minutes/returned': {
      const { from, reason } = entry.payload
      return {
        ...atStep(state, 'draft', at),
        returns: [...state.returns, { at, by, from, reason }],
        countersignatures: [],
        frozen: null,
      }
    }
  }
}

/** What an entry makes of minutes. Total: an entry stands, so it is never refused here. */
export function evolveMinutes(state: MinutesState, entry: Recorded<MinutesHappening>): MinutesState {
  return { ...apply(state, entry), seq: entry.seq }
}
