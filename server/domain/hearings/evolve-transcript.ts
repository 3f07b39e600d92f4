import type { Steps } from './order.ts'
import type { HearingState, Passage, Signature } from './types.ts'

function withPassage(
  state: HearingState,
  passageId: string,
  change: (passage: Passage) => Passage,
): HearingState {
  return {
    ...state,
    passages: state.passages.map((passage) => (passage.id === passageId ? change(passage) : passage)),
  }
}

function withSignature(state: HearingState, signature: Signature): HearingState {
  const { transcript } = state
  return { ...state, transcript: { ...transcript, signatures: [...transcript.signatures, signature] } }
}

const UNSIGNED = { signed: false, hash: '', drawn: null } as const

export const transcriptSteps: Steps<
  | 'transcript/passage-written'
  | 'transcript/passage-confirmed'
  | 'transcript/passage-corrected'
  | 'transcript/frozen'
  | 'transcript/signed'
  | 'transcript/signature-refused'
  | 'transcript/signature-missing'
  | 'tribunal/acting-appointed'
  | 'transcript/corrected-late'
  | 'deliberation/opinion-given'
  | 'report/signed'
> = {
  'transcript/passage-written'(state, { passageId, personId, text }, { at, actorId }) {
    if (state.phase === null) return state
    const passage: Passage = {
      id: passageId,
      personId,
      phase: state.phase,
      text,
      by: actorId,
      at,
      confirmedAt: null,
      corrections: [],
    }
    return { ...state, passages: [...state.passages, passage] }
  },

  'transcript/passage-confirmed': (state, { passageId }, { at }) =>
    withPassage(state, passageId, (passage) => ({ ...passage, confirmedAt: at })),

  'transcript/passage-corrected': (state, { passageId, text }, { at, actorId }) =>
    withPassage(state, passageId, (passage) => ({
      ...passage,
      corrections: [...passage.corrections, { at, by: actorId, text }],
    })),

  'transcript/frozen': (state, frozen, { at }) => ({
    ...state,
    transcript: { ...state.transcript, frozen: { ...frozen, at } },
  }),

  'transcript/signed': (state, { hash, drawn }, { at, actorId }) =>
    withSignature(state, {
      ...{ personId: actorId, signed: true, missing: false, reason: '', hash, at },
      drawn: drawn ?? null,
    }),

  'transcript/signature-refused': (state, { personId, reason }, { at }) =>
    withSignature(state, { ...UNSIGNED, personId, missing: false, reason, at }),

  'transcript/signature-missing': (state, { personId, reason }, { at }) =>
    withSignature(state, { ...UNSIGNED, personId, missing: true, reason, at }),

  'tribunal/acting-appointed': (state, acting, { at, actorId }) => ({
    ...state,
    acting: [...state.acting, { ...acting, by: actorId, at }],
  }),

  'transcript/corrected-late': (state, { text }, { at, actorId }) => ({
    ...state,
    transcript: {
      ...state.transcript,
      lateCorrections: [...state.transcript.lateCorrections, { by: actorId, text, at }],
    },
  }),

  /** The last one counts; what he gave before stands in the record. */
  'deliberation/opinion-given': (state, opinion, { at, actorId }) => ({
    ...state,
    opinions: [
      ...state.opinions.filter((one) => one.personId !== actorId),
      { personId: actorId, ...opinion, at },
    ],
  }),

  'report/signed': (state, { drawn, ...report }, { at, actorId }) => ({
    ...state,
    status: 'finished',
    report: { ...report, drawn: drawn ?? null, signedBy: actorId, at },
  }),
}
