import { Readable } from 'node:stream'
import type { Seat } from '#domain/comments/happenings.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { mayComment } from '#domain/hearings/commenting.ts'
import type { HearingCommand, HearingOrder } from '#domain/hearings/commands.ts'
import { decideHearing } from '#domain/hearings/decide.ts'
import { isEnded } from '#domain/hearings/guards.ts'
import { officeRole } from '#domain/hearings/may.ts'
import { initialHearing } from '#domain/hearings/initial.ts'
import type { HearingDecidable, Orders } from '#domain/hearings/order.ts'
import { withoutReferences } from '#domain/hearings/references.ts'
import { papersFor } from '#domain/hearings/served-papers.ts'
import { platformHearingRules } from '#domain/hearings/rules.ts'
import type { DrawnSignature, HearingState, HearingStatus } from '#domain/hearings/types.ts'
import {
  hearingViewFor,
  sightOf,
  type HearingOwn,
  type HearingShared,
  type HearingViewer,
} from '#domain/hearings/view.ts'
import { isChair, isRecorder, lineOf, participantOf } from '#domain/hearings/people.ts'
import type { Actor, Body } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CaseAccess } from './case-access.ts'
import { executeHearing, type HearingCommandPorts } from './hearing-commands.ts'
import type { EvidenceStore, OpenedEvidence } from './evidence.ts'
import type { Proof } from './people.ts'
import type { RecusalStore } from './ports.ts'

export interface HearingListRow {
  readonly id: string
  readonly caseId: string
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly status: string
  readonly preset: string
  readonly public: boolean
  readonly chairId: string | null
}

export interface HearingOfCase extends HearingListRow {
  /** Whether its page opens to who asks. */
  readonly opens: boolean
}

export interface HearingListStore {
  /** Those he takes part in, and by office those of cases that are not closed to him. */
  list(visible: {
    readonly personId: string
    readonly officeRoles: readonly string[]
    readonly closedCaseIds: readonly string[]
  }): Promise<readonly HearingListRow[]>
  ofCase(caseId: string): Promise<readonly HearingListRow[]>
  /** Open to the public and in one of these states, the nearest first. */
  public(statuses: readonly HearingStatus[]): Promise<readonly HearingListRow[]>
}

/** What anybody may know of a hearing, signed in or not. */
export interface PublicHearing {
  readonly id: string
  readonly title: string
  readonly issues: readonly string[]
  /** ISO 8601 in UTC. */
  readonly startsAt: string
  readonly place: string
  readonly status: HearingStatus
  readonly orderingBodyName: string
  /** Of the person who asks: whether he takes part, and why he may not register; null where nobody is signed in. */
  readonly own: { readonly takesPart: boolean; readonly refusal: Refusal | null } | null
}

/** A hearing as one person's page shows it. */
export interface SeenHearing {
  readonly seq: number
  /** Null on the screen. */
  readonly view: HearingOwn | null
  readonly shared: HearingShared
}

export type SigningCommand = Extract<HearingCommand, { type: 'sign-transcript' | 'sign-report' }>

/** A drawn signature: a PNG no larger than this. The pad's own are a tenth of it. */
export const DRAWN_BYTES = 65_536

export interface HearingsService {
  list(actor: Actor): Promise<readonly HearingListRow[]>
  /** Without the closed ones that are not there for him (H-40). Refusals: those of the case. */
  ofCase(actor: Actor, caseId: string): Promise<readonly HearingOfCase[] | Refusal>
  /** What the public page shows (H-61); `actor` null: nobody is signed in. */
  publicList(actor: Actor | null): Promise<readonly PublicHearing[]>
  /** Why this person may not order a hearing of the case now; null: he may. Refusals: those of `order`. */
  mayOrder(actor: Actor, caseId: string): Promise<Refusal | null>
  view(actor: Actor, hearingId: string, audience: HearingViewer['audience']): Promise<SeenHearing | Refusal>
  /** Refusals: those of the case and of the order, hearing/already-ordered. */
  order(actor: Actor, commandId: string, order: HearingOrder): Promise<{ hearingId: string } | Refusal>
  /** Refusals: those of the view and of the rules; who is no participant may register where it is open. */
  execute(
    actor: Actor,
    hearingId: string,
    commandId: string,
    command: HearingCommand,
  ): Promise<{ seq: number } | Refusal>
  /**
   * Signs with the password entered again, and where he wants to with a picture of his hand, tried at most as often as at the sign-in (REQ-079). Refusals: those of
   * `execute` and of the sign-in.
   */
  sign(
    actor: Actor,
    hearingId: string,
    commandId: string,
    command: SigningCommand,
    proof: Proof,
    drawn?: Uint8Array,
  ): Promise<{ seq: number } | Refusal>
  /** The picture of a signature, for whoever is shown that it was drawn (H-188). Refusals: those of the view, access/not-found. */
  drawnSignature(actor: Actor, hearingId: string, sha256: string): Promise<OpenedEvidence | Refusal>
  /** What its live comments need to know of a person; null: he does not read them. */
  seatOf(actor: Actor, hearingId: string): Promise<Seat | null>
}

interface Ports<Tx> extends HearingCommandPorts<Tx> {
  readonly list: HearingListStore
  readonly accessCase: (actor: Actor, caseId: string) => Promise<CaseAccess | Refusal>
  readonly recusals: Pick<RecusalStore, 'closedCases'>
  readonly bodies: () => Promise<readonly Body[]>
  readonly files: EvidenceStore
  /** Null: it is this person's password. */
  readonly confirmPassword: (personId: string, proof: Proof) => Promise<Refusal | null>
}

/** From the notice to the closing; a postponed one too, lest people come in vain. */
const TOLD_TO_ALL: readonly HearingStatus[] = ['noticed', 'postponed', 'open', 'suspended']
/** Stands for what the form will say, where only who asks and the case decide. */
const ANY_ORDER: HearingOrder = {
  ...{ caseId: '-', preset: 'case', title: '-', reason: '-', issues: ['-'] },
  ...{ closedGround: 'cadre-case', openReason: null, startsAt: '', place: '-' },
}

function orderInstruction(
  actor: Actor,
  state: CaseState,
  order: HearingOrder,
  bodies: readonly Body[],
): Orders['order'] {
  return {
    type: 'order',
    order,
    hearingCase: {
      number: state.number,
      title: state.title,
      stage: state.stage,
      bodyIds: state.bodyIds,
      handlerIds: state.handlerIds,
      concernedIds: state.applicantIds,
    },
    orderingBodyId: actor.bodyId ?? '',
    orderingBodyName: actor.bodyName ?? '',
    bodies,
    rules: platformHearingRules,
  }
}

/** Hearings (REQ-067 to REQ-087): lists, views by class of viewer, orders and commands. */
export function createHearingsService<Tx>(ports: Ports<Tx>): HearingsService {
  const { record, list, accessCase, recusals } = ports
  const load = (hearingId: string) => record.load<HearingState>(`hearing/${hearingId}`)

  /** Asked of the database, and for those alone who read by office: a hall of a thousand need not wait for it. */
  const closedTo = async ({ personId, roles }: Actor) =>
    roles.some(({ role }) => role === 'secretary' || role === 'leader')
      ? ((await recusals.closedCases()).get(personId) ?? [])
      : []

  const visibleTo = async (actor: Actor) =>
    list.list({
      personId: actor.personId,
      officeRoles: actor.roles.map(({ role, bodyId }) => officeRole(role, bodyId)),
      closedCaseIds: await closedTo(actor),
    })

  const viewerOf = async (actor: Actor, audience: HearingViewer['audience']): Promise<HearingViewer> => ({
    personId: actor.personId,
    roles: actor.roles,
    audience,
    closedCaseIds: await closedTo(actor),
  })

  function refusalOf(state: HearingState, order: HearingDecidable, actor: Actor): Refusal | null {
    const { now, newId, chance } = ports
    const decided = decideHearing(state, order, { now: now(), actor, newId, chance, calendar: {} })
    return isRefusal(decided) ? decided : null
  }

  /** Refusals: evidence/type-not-allowed, input/too-large. */
  async function kept(picture: Uint8Array): Promise<DrawnSignature | Refusal> {
    if (picture.byteLength > DRAWN_BYTES) return refuse('input/too-large')
    // By content, whatever it is called; what is something else is named by no entry, and swept.
    const stored = await ports.files.put(Readable.from([picture]), 'signature.png')
    if (isRefusal(stored)) return stored
    const { sha256, bytes, mediaType } = stored
    return mediaType === 'image/png' ? { sha256, bytes } : refuse('evidence/type-not-allowed')
  }

  async function mustHaveNoneRunning(caseId: string): Promise<Refusal | null> {
    const running = (await list.ofCase(caseId)).some(({ status }) => !isEnded(status))
    return running ? refuse('hearing/already-ordered') : null
  }

  return {
    list: visibleTo,

    async ofCase(actor, caseId) {
      const found = await accessCase(actor, caseId)
      if (isRefusal(found)) return found
      const [rows, own] = await Promise.all([list.ofCase(caseId), visibleTo(actor)])
      return rows
        .map((row) => ({ ...row, opens: own.some(({ id }) => id === row.id) }))
        .filter((row) => row.opens || row.public)
    },

    async view(actor, hearingId, audience) {
      const state = await load(hearingId)
      const at = { now: ports.now(), calendar: await ports.calendar.known() }
      const seen = hearingViewFor(await viewerOf(actor, audience), state, at)
      return isRefusal(seen) ? seen : { seq: state.seq, view: seen.own, shared: seen.shared }
    },

    async publicList(actor) {
      const rows = await list.public(TOLD_TO_ALL)
      const states = await Promise.all(rows.map(({ id }) => load(id)))
      return states.map((state): PublicHearing => {
        const { id, title, startsAt, place, status, orderingBodyName } = state
        return {
          ...{ id, title, startsAt, place, status, orderingBodyName },
          issues: state.issues.map(({ text }) => text),
          own: actor && {
            takesPart: participantOf(state, actor.personId) !== undefined,
            refusal: refusalOf(state, { type: 'register-as-observer' }, actor),
          },
        }
      })
    },

    async mayOrder(actor, caseId) {
      const found = await accessCase(actor, caseId)
      if (isRefusal(found)) return found
      // Tomorrow: which time it will be the form says.
      const startsAt = new Date(ports.now().getTime() + 86_400_000).toISOString()
      const probe = orderInstruction(actor, found.state, { ...ANY_ORDER, caseId, startsAt }, [])
      return refusalOf(initialHearing('-'), probe, actor) ?? (await mustHaveNoneRunning(caseId))
    },

    async order(actor, commandId, order) {
      const found = await accessCase(actor, order.caseId)
      if (isRefusal(found)) return found
      // In the command's place: an order that is sent again finds the hearing that it made.
      const running = await mustHaveNoneRunning(order.caseId)
      const command = running ?? orderInstruction(actor, found.state, order, await ports.bodies())
      const done = await record.executeAll({
        actor,
        commandId,
        steps: [
          { stream: `hearing/${commandId}`, command },
          // The case waits for it (C-70).
          {
            stream: `case/${order.caseId}`,
            command: { type: 'hearing-ordered', hearingId: commandId, title: order.title },
          },
        ],
      })
      return isRefusal(done) ? done : { hearingId: commandId }
    },

    async execute(actor, hearingId, commandId, command) {
      if (command.type === 'sign-transcript' || command.type === 'sign-report')
        return refuse('auth/password-needed')
      const state = await load(hearingId)
      const sight = sightOf(state, await viewerOf(actor, 'person'))
      // Who registers is not one of them yet; a hearing that he may not know of stays unknown to him.
      const registers = command.type === 'register-as-observer'
      if (isRefusal(sight) && !(registers && sight.refused === 'hearing/not-participant')) return sight
      const known = isRefusal(sight) ? command : withoutReferences(sight, state, command)
      return executeHearing(ports, { actor, state, commandId }, known)
    },

    async sign(actor, hearingId, commandId, command, proof, picture) {
      const state = await load(hearingId)
      const sight = sightOf(state, await viewerOf(actor, 'person'))
      if (isRefusal(sight)) return sight
      // A stranger to the hearing tries no password here.
      const unable = await ports.confirmPassword(actor.personId, proof)
      if (unable) return unable
      const drawn = picture && (await kept(picture))
      if (isRefusal(drawn)) return drawn
      return executeHearing(ports, { actor, state, commandId, ...(drawn && { drawn }) }, command)
    },

    async drawnSignature(actor, hearingId, sha256) {
      const seen = await this.view(actor, hearingId, 'person')
      if (isRefusal(seen)) return seen
      const { transcript, report } = seen.shared.state
      const drawn = [...transcript.signatures, report, seen.view?.signature]
        .map((one) => one?.drawn)
        .find((one) => one?.sha256 === sha256)
      if (!drawn) return refuse('access/not-found')
      const read: OpenedEvidence['read'] = (part) => ports.files.get(sha256, part)
      return { fileName: 'signature.png', mediaType: 'image/png', bytes: drawn.bytes, read }
    },

    async seatOf(actor, hearingId) {
      const state = await load(hearingId)
      const viewer = await viewerOf(actor, 'person')
      const sight = sightOf(state, viewer)
      // A witness hears nothing of what others say before and beside his own testimony (F-37).
      if (isRefusal(sight) || sight === 'witness-outside' || sight === 'witness-inside') return null
      const { personId } = actor
      const commenter = mayComment(state, personId, ports.now())
      const line = lineOf(state, personId)
      return {
        name: line?.name ?? actor.name,
        ref: line?.ref ?? '',
        capacity: line?.capacity ?? 'observer',
        phase: state.phase,
        moderates: isChair(state, personId) || isRecorder(state, personId),
        silenced: isRefusal(commenter) ? commenter.refused : null,
        issueIds: state.issues.map(({ id }) => id),
        papers: papersFor(state, viewer).map(({ id, paragraphs }) => ({ id, paragraphs })),
        frozenAt: state.transcript.frozen?.at ?? null,
        commentLength: state.rules.commentLength,
        commentsPerMinute: state.rules.commentsPerMinute,
      }
    },
  }
}
