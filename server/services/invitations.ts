import type { GuestNaming } from '#domain/hearings/commands.ts'
import type { HearingInstruction } from '#domain/hearings/happenings.ts'
import { endOfInvitation, mustMayInvite } from '#domain/hearings/invitations.ts'
import { participantOf } from '#domain/hearings/people.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { HearingsService } from './hearings.ts'
import { codeOnPaper, newCode, newToken, numberOf, tokenHash } from './invitation-secrets.ts'
import type { SessionsEnded } from './people.ts'
import type { RecordPort, Surroundings } from './ports.ts'

/** What the table keeps: hashes, and the one session that is the guest's now. */
export interface StoredInvitation {
  readonly personId: string
  readonly hearingId: string
  readonly contact: string
  readonly linkHash: string | null
  readonly codeNumber: string | null
  readonly codeHash: string | null
  readonly sessionId: string | null
}

export type InvitationSecrets = Required<Pick<StoredInvitation, 'linkHash' | 'codeNumber' | 'codeHash'>>

/** What services and sign-in need of the table `Invitation`; the store implements it. */
export interface InvitationStore<Tx> {
  ofPerson(personId: string): Promise<StoredInvitation | null>
  ofHearing(hearingId: string): Promise<readonly StoredInvitation[]>
  byLink(linkHash: string): Promise<StoredInvitation | null>
  byNumber(codeNumber: string): Promise<StoredInvitation | null>
  /** The guest as a person, without a password, and the place for his invitation. */
  addGuest(
    tx: Tx,
    guest: Pick<StoredInvitation, 'personId' | 'hearingId' | 'contact'> & { name: string; relation: string },
  ): Promise<void>
  /** In place of the secrets and the session before; nulls take them away. */
  change(tx: Tx, personId: string, secrets: InvitationSecrets): Promise<void>
  /** False where the secrets are others by now: then nothing is changed. */
  enter(tx: Tx, invitation: StoredInvitation, sessionId: string): Promise<boolean>
}

/** Shown once, on the sheet that is handed over. */
export interface IssuedInvitation {
  readonly token: string
  readonly code: string
  readonly name: string
  /** ISO 8601: at the latest it ends then. */
  readonly latestAt: string
}

export interface InvitationsService {
  /** How each guest is reached, by id. Refusals: those of the hearing's view, access/denied. */
  contacts(actor: Actor, hearingId: string): Promise<Readonly<Record<string, string>> | Refusal>
  /** Names somebody without an account. Refusals: those of the view and of naming. */
  name(
    actor: Actor,
    hearingId: string,
    commandId: string,
    guest: GuestNaming,
  ): Promise<{ readonly personId: string; readonly seq: number } | Refusal>
  /** Link and code, new each time: what was issued before is dead. Refusals: those of the rules, invitation/shown-once. */
  issue(
    actor: Actor,
    hearingId: string,
    commandId: string,
    personId: string,
  ): Promise<IssuedInvitation | Refusal>
  /** At once: link, code, session and sockets. Refusals: those of the rules. */
  revoke(
    actor: Actor,
    hearingId: string,
    commandId: string,
    personId: string,
    reason: string,
  ): Promise<{ readonly seq: number } | Refusal>
}

interface Ports<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly hearings: Pick<HearingsService, 'view'>
  readonly store: InvitationStore<Tx>
  readonly passwords: { hash(password: string): Promise<string> }
  readonly sessions: { endAllOf(personId: string): Promise<void> }
  readonly onSessionsEnded: SessionsEnded
}

const NO_SECRETS: InvitationSecrets = { linkHash: null, codeNumber: null, codeHash: null }

/** Invitations of people without an account (REQ-083, ADR 17): the office's side. Entering is server/auth/invited.ts. */
export function createInvitations<Tx>(ports: Ports<Tx>): InvitationsService {
  const { record, store } = ports

  /** The hearing as it is, to who sees it. */
  async function seen(actor: Actor, hearingId: string): Promise<HearingState | Refusal> {
    const view = await ports.hearings.view(actor, hearingId, 'person')
    return isRefusal(view) ? view : record.load<HearingState>(`hearing/${hearingId}`)
  }

  async function execute(
    actor: Actor,
    { hearingId, commandId }: { readonly hearingId: string; readonly commandId: string },
    command: HearingInstruction,
    alsoWrite: (tx: Tx) => Promise<void>,
  ) {
    const state = await seen(actor, hearingId)
    if (isRefusal(state)) return state
    const steps = [{ stream: `hearing/${hearingId}`, command }]
    const done = await record.executeAll({ actor, commandId, steps, alsoWrite })
    return isRefusal(done) ? done : { seq: done.seqs[0] ?? 0 }
  }

  async function endSessions(personId: string): Promise<void> {
    await ports.sessions.endAllOf(personId)
    await ports.onSessionsEnded({ personId, sessionId: null, reason: 'uninvited' })
  }

  /** The first group is found by: another one where an invitation has it already. */
  async function unusedCode(): Promise<string> {
    const code = newCode()
    return (await store.byNumber(numberOf(code))) ? unusedCode() : code
  }

  return {
    async contacts(actor, hearingId) {
      const state = await seen(actor, hearingId)
      if (isRefusal(state)) return state
      const refused = mustMayInvite(state, actor)
      if (refused) return refused
      const rows = await store.ofHearing(hearingId)
      return Object.fromEntries(rows.map(({ personId, contact }) => [personId, contact]))
    },

    async name(actor, hearingId, commandId, { name, relation, contact, ...as }) {
      const personId = ports.newId()
      const done = await execute(
        actor,
        { hearingId, commandId },
        { type: 'name-participant', personId, name, bodyName: relation, guest: true, ...as },
        (tx) => store.addGuest(tx, { personId, hearingId, contact, name, relation }),
      )
      return isRefusal(done) ? done : { personId, seq: done.seq }
    },

    async issue(actor, hearingId, commandId, personId) {
      const [token, code] = [newToken(), await unusedCode()]
      const secrets = {
        linkHash: tokenHash(token),
        codeNumber: numberOf(code),
        codeHash: await ports.passwords.hash(code),
      }
      let written = false
      const command = { type: 'issue-invitation', personId } as const
      const done = await execute(actor, { hearingId, commandId }, command, async (tx) => {
        await store.change(tx, personId, secrets)
        written = true
      })
      if (isRefusal(done)) return done
      // The same command a second time: what it made was shown, and these secrets were never kept.
      if (!written) return refuse('invitation/shown-once')
      await endSessions(personId)
      const state = await record.load<HearingState>(`hearing/${hearingId}`)
      const one = participantOf(state, personId)
      const latestAt = one?.invitation ? endOfInvitation(state, personId, one.invitation) : ''
      return { token, code: codeOnPaper(code), name: one?.name ?? '', latestAt }
    },

    async revoke(actor, hearingId, commandId, personId, reason) {
      const command = { type: 'revoke-invitation', personId, reason } as const
      const done = await execute(actor, { hearingId, commandId }, command, (tx) =>
        store.change(tx, personId, NO_SECRETS),
      )
      if (!isRefusal(done)) await endSessions(personId)
      return done
    },
  }
}
