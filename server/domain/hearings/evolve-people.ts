import { ended } from '#domain/proceedings/spans.ts'
import type { Steps } from './order.ts'
import { isTribunal, lineOf } from './people.ts'
import type { HearingState, Invitation, Participant } from './types.ts'

function withPerson(
  state: HearingState,
  personId: string,
  change: (one: Participant) => Participant,
): HearingState {
  return {
    ...state,
    participants: state.participants.map((one) => (one.personId === personId ? change(one) : one)),
  }
}

function withInvitation(
  state: HearingState,
  personId: string,
  change: (invitation: Invitation) => Invitation,
): HearingState {
  return withPerson(state, personId, (one) => ({
    ...one,
    invitation: one.invitation && change(one.invitation),
  }))
}

function takenOff(state: HearingState, personId: string, reason: string, at: string): HearingState {
  return withPerson(state, personId, (one) => ({
    ...one,
    removed: { at, reason },
    spans: ended(one.spans, at),
  }))
}

export const peopleSteps: Steps<
  | 'participant/named'
  | 'participant/removed'
  | 'invitation/issued'
  | 'invitation/entered'
  | 'invitation/revoked'
  | 'participant/came-in'
  | 'participant/went-out'
  | 'participant/identity-checked'
  | 'witness/called'
  | 'witness/released'
  | 'recusal/applied-for'
  | 'recusal/ruled'
  | 'order/warned'
  | 'order/muted'
  | 'order/unmuted'
  | 'order/expelled'
  | 'order/observers-comment'
> = {
  /** Named again after he was taken off, he begins anew; the record keeps what was before. */
  'participant/named': (state, { guest, ...payload }, { at }) => ({
    ...state,
    participants: [
      ...state.participants.filter((one) => one.personId !== payload.personId),
      {
        ...payload,
        // Of its place in the record: it says nothing of the person, and every node makes the same of it.
        ref: lineOf(state, payload.personId)?.ref ?? `masked-${state.seq + 1}`,
        invitation: guest ? { issuedAt: null, latestAt: '', enteredAt: null, revokedAt: null } : null,
        removed: null,
        identityCheckedAt: null,
        noticeServedAt: state.notice && state.status !== 'postponed' ? at : null,
        noticeReadAt: null,
        calledAt: null,
        releasedAt: null,
        spans: [],
        warnings: [],
        mutedAt: null,
        expelled: null,
      },
    ],
  }),

  'participant/removed': (state, { personId, reason }, { at }) => takenOff(state, personId, reason, at),

  'invitation/issued': (state, { personId, latestAt }, { at }) =>
    withInvitation(state, personId, () => ({ issuedAt: at, latestAt, enteredAt: null, revokedAt: null })),

  'invitation/entered': (state, _payload, { at, actorId }) =>
    withInvitation(state, actorId, (invitation) => ({ ...invitation, enteredAt: at })),

  'invitation/revoked': (state, { personId }, { at }) =>
    withInvitation(state, personId, (invitation) => ({ ...invitation, revokedAt: at })),

  'participant/came-in': (state, _payload, { at, actorId }) =>
    withPerson(state, actorId, (one) => ({ ...one, spans: [...one.spans, { in: at, out: null }] })),

  'participant/went-out': (state, { personId }, { at }) =>
    withPerson(state, personId, (one) => ({ ...one, spans: ended(one.spans, at) })),

  'participant/identity-checked': (state, { personId }, { at }) =>
    withPerson(state, personId, (one) => ({ ...one, identityCheckedAt: at })),

  'witness/called': (state, { personId }, { at }) =>
    withPerson(state, personId, (one) => ({ ...one, calledAt: at, releasedAt: null })),

  'witness/released': (state, { personId }, { at }) =>
    withPerson(state, personId, (one) => ({ ...one, releasedAt: at })),

  'recusal/applied-for': (state, payload, { at, actorId }) => ({
    ...state,
    recusals: [
      ...state.recusals,
      {
        id: payload.recusalId,
        personId: payload.personId,
        by: actorId,
        reason: payload.reason,
        at,
        ruling: null,
      },
    ],
  }),

  /** Granted, he is of the tribunal no more. Whoever left it meanwhile and came back as another stays that. */
  'recusal/ruled'(state, { recusalId, granted, reason, authority }, { at, actorId }) {
    const recusal = state.recusals.find((one) => one.id === recusalId)
    if (!recusal) return state
    const ruling = { granted, reason, by: actorId, at, authority }
    const ruled = {
      ...state,
      recusals: state.recusals.map((one) => (one === recusal ? { ...one, ruling } : one)),
    }
    const line = lineOf(state, recusal.personId)
    const sits = line !== undefined && isTribunal(line.capacity)
    return granted && sits ? takenOff(ruled, recusal.personId, reason, at) : ruled
  },

  'order/warned': (state, { personId, reason }, { at }) =>
    withPerson(state, personId, (one) => ({ ...one, warnings: [...one.warnings, { at, reason }] })),

  'order/muted': (state, { personId }, { at }) =>
    withPerson(state, personId, (one) => ({ ...one, mutedAt: at })),

  'order/unmuted': (state, { personId }) => withPerson(state, personId, (one) => ({ ...one, mutedAt: null })),

  'order/expelled': (state, { personId, reason }, { at }) =>
    withPerson(state, personId, (one) => ({
      ...one,
      expelled: { at, reason },
      spans: ended(one.spans, at),
    })),

  'order/observers-comment': (state, { open }) => ({ ...state, observersComment: open }),
}
