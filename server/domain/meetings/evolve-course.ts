import { newItem } from './evolve-agenda.ts'
import type { Steps } from './order.ts'

export const courseSteps: Steps<
  | 'meeting/convened'
  | 'meeting/opened'
  | 'meeting/adjourned'
  | 'meeting/resumed'
  | 'meeting/closed'
  | 'meeting/cancelled'
  | 'meeting/chair-handed-over'
  | 'meeting/minutes-drafted'
> = {
  'meeting/convened': (state, { items, ...convened }, { at }) => ({
    ...state,
    ...convened,
    convenedAt: at,
    items: items.map(newItem),
  }),

  'meeting/opened': (state, _payload, { at }) => ({ ...state, status: 'open', openedAt: at }),

  'meeting/adjourned': (state, { reason }, { at }) => ({
    ...state,
    status: 'adjourned',
    adjournments: [...state.adjournments, { at, reason, resumedAt: null }],
  }),

  'meeting/resumed': (state, _payload, { at }) => ({
    ...state,
    status: 'open',
    adjournments: state.adjournments.map((one) => (one.resumedAt === null ? { ...one, resumedAt: at } : one)),
  }),

  /** Presences stay as they are: `out` null says that the person was there to the end. */
  'meeting/closed': (state, _payload, { at }) => ({
    ...state,
    status: 'closed',
    closedAt: at,
    floor: { ...state.floor, waiting: [] },
  }),

  'meeting/cancelled': (state, _payload, { at }) => ({ ...state, status: 'cancelled', closedAt: at }),

  'meeting/chair-handed-over': (state, { from, to, reason = '', appointed = false }, { at }) => ({
    ...state,
    chairId: to,
    handOvers: [...state.handOvers, { from, to, at, reason, appointed }],
  }),

  'meeting/minutes-drafted': (state, { minutesId }) => ({ ...state, minutesId }),
}
