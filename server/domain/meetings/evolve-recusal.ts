import type { Steps } from './order.ts'
import type { Recusal } from './types.ts'

export const recusalSteps: Steps<'recusal/declared' | 'recusal/applied-for' | 'recusal/ruled'> = {
  'recusal/declared'(state, { recusalId, itemId, personId, reason }, { at, actorId }) {
    const recusal: Recusal = {
      id: recusalId,
      itemId,
      personId,
      kind: 'own-motion',
      reason,
      appliedBy: actorId,
      appliedAt: at,
      status: 'in-force',
      ruledBy: null,
      rulingReason: null,
      from: at,
    }
    return { ...state, recusals: [...state.recusals, recusal] }
  },

  'recusal/applied-for'(state, { recusalId, itemId, personId, reason }, { at, actorId }) {
    const recusal: Recusal = {
      id: recusalId,
      itemId,
      personId,
      kind: 'by-application',
      reason,
      appliedBy: actorId,
      appliedAt: at,
      status: 'pending',
      ruledBy: null,
      rulingReason: null,
      from: null,
    }
    return { ...state, recusals: [...state.recusals, recusal] }
  },

  'recusal/ruled': (state, { recusalId, granted, reason }, { at, actorId }) => ({
    ...state,
    recusals: state.recusals.map((recusal) =>
      recusal.id === recusalId
        ? {
            ...recusal,
            status: granted ? 'in-force' : 'rejected',
            ruledBy: actorId,
            rulingReason: reason,
            from: granted ? at : null,
          }
        : recusal,
    ),
  }),
}
