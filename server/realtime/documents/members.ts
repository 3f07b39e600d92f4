import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { SharedFrame } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { DocumentMode, OpenedDocument } from '#protocol/messages.ts'
import type { Peer } from '#protocol/peer.ts'
import type { RealtimeLog, RealtimeMetrics } from '../surroundings.ts'
import type { LiveDocument } from './live-document.ts'
import { deliver, type Member } from './member.ts'
import { stampOf, type Presence } from './presence.ts'
import type { Claim } from './registry.ts'

export interface Admission {
  readonly claim: Claim
  readonly mode: DocumentMode
  readonly actor: Actor
  readonly stateVector: Uint8Array
}

/** Who is in which document, and the asking anew when that may have changed. */
export class Members {
  /** Grows with every change of anybody's access: an answer asked before it counts for nothing. */
  epoch = 0
  private readonly byPeer = new Map<Peer, Map<number, Member>>()

  constructor(
    private readonly accessOf: (actor: Actor, name: string) => Promise<DocumentMode | Refusal>,
    private readonly presence: Presence,
    private readonly log: RealtimeLog,
    private readonly metrics: RealtimeMetrics,
  ) {}

  find(peer: Peer, id: number): Member | undefined {
    return this.byPeer.get(peer)?.get(id)
  }

  /**
   * Makes the peer a member (anew, where it is one already) and calls `opened` in the same turn, so that no frame can overtake the answer.
   * The claim is the member's from now on, or given back with a refusal.
   */
  admit(
    peer: Peer,
    { claim, mode, actor, stateVector }: Admission,
    opened: (answer: OpenedDocument) => void,
  ): Refusal | null {
    const { live } = claim
    const obstacle = this.obstacle(peer)
    const missing = obstacle ? null : missingFrom(live, stateVector, mode, peer.takesFrames)
    if (!missing) {
      claim.release()
      return obstacle ?? refuse('input/invalid')
    }
    const member: Member = {
      peer,
      live,
      mode,
      stamp: stampOf(actor),
      release: () => claim.release(),
      fallBehind: () => {
        this.metrics.limited('behindBytes')
        // The word waits behind what waits already: it arrives when the line is free again.
        this.sendAway(member, refuse('document/access-changed'))
      },
      asking: null,
      askAgain: false,
      backlog: [],
      gone: null,
      turn: Promise.resolve(),
      spokeAs: null,
      presence: null,
    }
    const before = this.find(peer, live.id)
    if (before) this.remove(before, refuse('document/unknown'))
    live.members.add(member)
    const ofPeer = this.byPeer.get(peer) ?? new Map<number, Member>()
    this.byPeer.set(peer, ofPeer.set(live.id, member))
    const answer = { id: live.id, mode, update: missing.first, stateVector: live.stateVector }
    opened(missing.rest ? { ...answer, more: true } : answer)
    if (missing.rest) deliver(member, missing.rest)
    this.presence.tellAll(member)
    return null
  }

  remove(member: Member, reason: Refusal): void {
    if (member.gone) return
    member.gone = reason
    member.live.members.delete(member)
    const ofPeer = this.byPeer.get(member.peer)
    ofPeer?.delete(member.live.id)
    if (ofPeer?.size === 0) this.byPeer.delete(member.peer)
    this.presence.remove(member)
    member.release()
  }

  leave(peer: Peer): void {
    for (const member of [...(this.byPeer.get(peer)?.values() ?? [])])
      this.remove(member, refuse('document/unknown'))
  }

  /** See `Documents.recheck`. */
  async recheck(affects: (name: string, personId: string) => boolean): Promise<void> {
    this.epoch++
    const asked = this.all()
      .filter((member) => affects(member.live.name, member.peer.personId))
      .map((member) => this.askAgain(member))
    await Promise.all(asked)
  }

  /** See `Documents.revoke`. */
  revoke(name: string, refusal: Refusal): void {
    this.epoch++
    for (const member of this.all()) if (member.live.name === name) this.sendAway(member, refusal)
  }

  revokeAll(): void {
    this.epoch++
    for (const member of this.all()) this.sendAway(member, refuse('document/access-changed'))
  }

  private all(): Member[] {
    return [...this.byPeer.values()].flatMap((members) => [...members.values()])
  }

  private obstacle(peer: Peer): Refusal | null {
    // Gone while we asked: nobody would ever say that it leaves.
    if (!peer.isOpen) return refuse('auth/required')
    if ((this.byPeer.get(peer)?.size ?? 0) < LIMITS.documentsPerSocket) return null
    this.metrics.limited('documentsPerSocket')
    return refuse('input/too-often')
  }

  private askAgain(member: Member): Promise<void> {
    member.askAgain = true
    member.asking ??= this.decideAgain(member)
    return member.asking
  }

  private async decideAgain(member: Member): Promise<void> {
    let mode: DocumentMode | Refusal
    do {
      member.askAgain = false
      mode = await this.accessNow(member)
    } while (member.askAgain)
    member.asking = null
    if (member.gone) return
    if (mode !== member.mode)
      this.sendAway(member, isRefusal(mode) ? mode : refuse('document/access-changed'))
    for (const frame of member.backlog.splice(0)) deliver(member, frame)
  }

  /** Where access cannot be asked nothing is shown: the peer comes back when it can. */
  private async accessNow(member: Member): Promise<DocumentMode | Refusal> {
    try {
      const actor = await member.peer.actor()
      return actor ? await this.accessOf(actor, member.live.name) : refuse('auth/required')
    } catch (error) {
      this.log.error({ err: error, document: member.live.name }, 'access could not be asked again')
      return refuse('record/unavailable')
    }
  }

  private sendAway(member: Member, refusal: Refusal): void {
    if (member.gone) return
    this.remove(member, refusal)
    member.peer.send('document/revoked', { id: member.live.id, name: member.live.name, refusal })
  }
}

interface Missing {
  readonly first: Uint8Array
  /** To be sent behind the answer. */
  readonly rest: SharedFrame | null
}

/** An empty state vector: the peer has nothing yet. */
const NOTHING_KNOWN = 0

/**
 * A writer who has nothing gets the bytes as they lie in memory, and nothing is encoded. In them stands also what was taken out of
 * the text again: who only reads gets what stands there, encoded once for all who come before the next change.
 */
function missingFrom(
  live: LiveDocument,
  vector: Uint8Array,
  mode: DocumentMode,
  takesFrames: boolean,
): Missing | null {
  const { bytes } = live
  const hasNothing = vector.byteLength === 1 && vector[0] === NOTHING_KNOWN
  if (hasNothing && mode === 'write' && (takesFrames || !bytes.rest)) return bytes
  try {
    return { first: live.missingFrom(vector), rest: null }
  } catch {
    return null
  }
}
