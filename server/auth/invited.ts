import type { EntryWay } from '#domain/hearings/happenings.ts'
import { invitationHolds } from '#domain/hearings/invitations.ts'
import { participantOf } from '#domain/hearings/people.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from '#server/services/access-log.ts'
import { codeFrom, numberOf, tokenHash } from '#server/services/invitation-secrets.ts'
import type { InvitationStore, StoredInvitation } from '#server/services/invitations.ts'
import type { SessionsEnded } from '#server/services/people.ts'
import type { RecordPort, Surroundings } from '#server/services/ports.ts'
import type { SignInLimits } from './limits.ts'
import type { Sessions } from './lucia.ts'
import type { Passwords } from './passwords.ts'

/** What somebody without an account has in his hand. */
export type Shown = { readonly token: string } | { readonly code: string }

/** People without an account (REQ-083, ADR 17): their way in, and the code as their second factor. */
export interface Invited {
  /**
   * Begins the guest's one session; any other of his ends. One refusal whatever is wrong with link or code:
   * invitation/not-valid; too many wrong ones: invitation/locked, auth/too-many-attempts.
   */
  enter(
    shown: Shown,
    address: string,
  ): Promise<{ readonly cookie: string; readonly hearingId: string; readonly personId: string } | Refusal>
  /** The code entered again to sign. Null: it is this person's. Refusals: those of `enter`. */
  confirm(personId: string, code: string, address: string): Promise<Refusal | null>
  /** Whether a guest's session is the one that his invitation opens now. */
  isIn(personId: string, sessionId: string): Promise<boolean>
}

export interface InvitedParts<Tx> extends Pick<Surroundings, 'now' | 'newId'> {
  readonly store: InvitationStore<Tx>
  readonly record: RecordPort<Tx>
  readonly sessions: Sessions
  readonly limits: SignInLimits
  readonly passwords: Passwords
  readonly log: AccessLog
  readonly onSessionsEnded: SessionsEnded
}

/** Who guesses a code is told how long he waits in words of his own: he has no account. */
function inWordsForGuests(refusal: Refusal): Refusal {
  return refusal.refused === 'auth/locked' ? refuse('invitation/locked', refusal.details) : refusal
}

export function createInvited<Tx>(parts: InvitedParts<Tx>): Invited {
  const { store, record, sessions, limits, passwords, log } = parts
  const load = (hearingId: string) => record.load<HearingState>(`hearing/${hearingId}`)

  async function holds({ hearingId, personId }: StoredInvitation): Promise<boolean> {
    return invitationHolds(await load(hearingId), personId, parts.now())
  }

  /** The same work and the same answer whether the number is known, the code wrong or the invitation over. */
  async function byCode(typed: string): Promise<StoredInvitation | null> {
    const code = codeFrom(typed) ?? ''
    const found = await store.byNumber(numberOf(code))
    const right = await passwords.matches(found?.codeHash ?? null, code)
    return right ? found : null
  }

  const find = (shown: Shown) =>
    'token' in shown ? store.byLink(tokenHash(shown.token)) : byCode(shown.code)

  /**
   * Five wrong codes lock their number, known or not. What is no code at all, and links, have keys of their own each: they
   * count for the address alone, and one man's slip locks nobody else out.
   */
  function keyOf(shown: Shown): string {
    if ('token' in shown) return `link ${tokenHash(shown.token)}`
    const code = codeFrom(shown.code)
    return code === null ? `text ${tokenHash(shown.code)}` : `code ${numberOf(code)}`
  }

  async function tried(
    shown: Shown,
    address: string,
    personId?: string,
  ): Promise<StoredInvitation | Refusal> {
    const key = keyOf(shown)
    const limited = await limits.refusalFor(key, address)
    if (limited) return inWordsForGuests(limited)
    const found = await find(shown)
    const fits = found !== null && (personId === undefined || found.personId === personId)
    if (fits && (await holds(found))) {
      await limits.succeeded(key)
      return found
    }
    const locked = await limits.failed(key, address)
    await log.note({ personId: '', action: 'account/guest-refused', subject: '', detail: address })
    return locked ? inWordsForGuests(locked) : refuse('invitation/not-valid')
  }

  async function begin(invitation: StoredInvitation, way: EntryWay) {
    const { personId, hearingId } = invitation
    const one = participantOf(await load(hearingId), personId)
    const actor = {
      personId,
      name: one?.name ?? '',
      bodyId: null,
      bodyName: null,
      roles: [],
      guestOf: hearingId,
    }
    const cookie = await sessions.start(personId)
    const sessionId = (await sessions.peek(cookie))?.sessionId ?? ''
    // In one transaction with the entry: of two that come at once, and of one issued anew meanwhile, the last counts.
    // His session before is over by it (`isIn`); ending it by itself could end the one of whoever comes at the same moment.
    const command = async (tx: Tx) =>
      (await store.enter(tx, invitation, sessionId))
        ? { type: 'enter-invited', way }
        : refuse('invitation/not-valid')
    const steps = [{ stream: `hearing/${hearingId}`, command }]
    const done = await record.executeAll({ actor, commandId: parts.newId(), steps })
    if (isRefusal(done)) {
      await sessions.end(cookie)
      return done
    }
    return cookie
  }

  return {
    async enter(shown, address) {
      return limits.inTurn(keyOf(shown), async () => {
        const found = await tried(shown, address)
        if (isRefusal(found)) return found
        const { personId, hearingId } = found
        const cookie = await begin(found, 'token' in shown ? 'link' : 'code')
        if (typeof cookie !== 'string') return cookie
        // The new page has no socket yet: all that there are belong to the device before.
        await parts.onSessionsEnded({ personId, sessionId: null, reason: 'other-device' })
        const detail = `hearing/${hearingId} ${address}`
        await log.note({ personId, action: 'account/guest-entered', subject: personId, detail })
        return { cookie, hearingId, personId }
      })
    },

    async confirm(personId, code, address) {
      const answer = await limits.inTurn(keyOf({ code }), () => tried({ code }, address, personId))
      return isRefusal(answer) ? answer : null
    },

    async isIn(personId, sessionId) {
      const found = await store.ofPerson(personId)
      return found?.sessionId === sessionId && holds(found)
    },
  }
}
