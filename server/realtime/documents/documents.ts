import { Doc } from 'yjs'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { Amendment, Proposed } from '#domain/remarks/types.ts'
import type { DocumentMode, OpenedDocument } from '#protocol/messages.ts'
import type { Peer } from '#protocol/peer.ts'
import type { Cluster } from '../cluster/port.ts'
import type { RealtimeLog, RealtimeMetrics } from '../surroundings.ts'
import { Announcer } from './announcer.ts'
import { amend } from './amend.ts'
import { acceptUpdate } from './check-update.ts'
import { Committer } from './committer.ts'
import { textNow, updateTowards, type DocumentText } from './document-text.ts'
import { Elsewhere } from './elsewhere.ts'
import { foldInto } from './fold.ts'
import { Holds } from './holds.ts'
import type { LiveDocument } from './live-document.ts'
import type { Member } from './member.ts'
import { Members } from './members.ts'
import { Neighbours } from './neighbours.ts'
import { Presence } from './presence.ts'
import { DocumentRegistry, type Claim } from './registry.ts'
import { revisedText } from './revised.ts'
import { rewrite } from './rewrite.ts'
import type { DocumentsStore } from './store-port.ts'

export interface DocumentsOptions {
  readonly store: DocumentsStore
  /** Asked at every open, and again whenever it may have changed. */
  readonly accessOf: (actor: Actor, name: string) => Promise<DocumentMode | Refusal>
  readonly now: () => Date
  readonly log: RealtimeLog
  readonly metrics: RealtimeMetrics
  /** Milliseconds an unused document stays in memory; 30 s unless told. */
  readonly idleMs?: number
  /** Bytes that documents in memory may take together, about; 256 MiB unless told. */
  readonly mostBytes?: number
  readonly cluster: Cluster
}

const MOST_BYTES = 256 * 1_048_576
/** Access may change while it is being asked; a document in such turmoil is refused for the moment. */
const MOST_ASKS = 50

/** A write that was taken and waits for its commit; in a box, lest an `await` on the way waits for it. */
interface Taken {
  readonly committed: Promise<Refusal | null>
}

/**
 * The live documents: opening, writing, presence, freezing, and asking access again. Knows peers, not
 * sockets. What it refuses it returns; nothing here ends another peer's work.
 */
export class Documents {
  private readonly registry: DocumentRegistry
  private readonly announcer: Announcer
  private readonly committer: Committer
  private readonly presence: Presence
  private readonly members: Members
  private readonly elsewhere: Elsewhere
  private readonly holds: Holds
  /** What other nodes say goes here. */
  readonly neighbours: Neighbours

  constructor(private readonly options: DocumentsOptions) {
    const { store, log, metrics, accessOf, now, cluster } = options
    const onLoaded = (live: LiveDocument) => this.neighbours.loaded(live)
    this.registry = new DocumentRegistry({ idleMs: 30_000, mostBytes: MOST_BYTES, ...options, onLoaded })
    this.presence = new Presence(now, cluster)
    this.members = new Members(accessOf, this.presence, log, metrics)
    this.announcer = new Announcer(() => cluster.isCutOff())
    const onMerged = (live: LiveDocument) => {
      this.registry.weigh(live)
      if (live.mayFold) void foldInto(store, live, log)
    }
    const { registry, announcer } = this
    this.elsewhere = new Elsewhere({ cluster, registry, store, announcer, log, onMerged })
    this.holds = new Holds(cluster, registry, (name) => this.recheck((other) => other === name))
    const { presence, elsewhere, holds } = this
    this.neighbours = new Neighbours({ cluster, registry, presence, elsewhere, holds })
    const onCommitted = (live: LiveDocument) => {
      this.elsewhere.afterCommit(live)
      onMerged(live)
    }
    this.committer = new Committer(store, log, metrics, this.announcer, onCommitted, cluster, this.elsewhere)
  }

  /**
   * Opens a document for a peer: access first, then the text. `opened` is called before any frame of the
   * document goes to the peer. Refusals: those of `accessOf`, `input/invalid` (state vector),
   * `input/too-often` (documents per socket), `record/unavailable`, `auth/required`.
   */
  async open(
    peer: Peer,
    name: string,
    stateVector: Uint8Array,
    opened: (answer: OpenedDocument) => void,
  ): Promise<Refusal | null> {
    for (let asks = 0; asks < MOST_ASKS; asks++) {
      const { epoch } = this.members
      const actor = await peer.actor()
      if (!actor) return refuse('auth/required')
      const mode = await this.options.accessOf(actor, name)
      if (isRefusal(mode)) return mode
      const claim = await this.claim(name)
      if (!claim) return refuse('record/unavailable')
      if (epoch === this.members.epoch)
        return this.members.admit(peer, { claim, mode, actor, stateVector }, opened)
      claim.release()
    }
    return refuse('record/unavailable')
  }

  /**
   * Takes a peer's change; null after it is committed. Refusals: `document/unknown` (not opened), the reason
   * for which the peer was sent away meanwhile, `document/read-only`, those of `acceptUpdate`,
   * `record/unavailable`.
   */
  async write(peer: Peer, id: number, update: Uint8Array): Promise<Refusal | null> {
    const member = this.members.find(peer, id)
    if (!member) return refuse('document/unknown')
    const taken = member.turn.then(() => this.take(member, update))
    member.turn = taken.catch(() => undefined)
    return (await taken).committed
  }

  /** False when the frame was not taken. */
  present(peer: Peer, id: number, frame: Uint8Array): boolean {
    const member = this.members.find(peer, id)
    return member ? this.presence.take(member, frame) : false
  }

  close(peer: Peer, id: number): void {
    const member = this.members.find(peer, id)
    if (member) this.members.remove(member, refuse('document/unknown'))
  }

  leave(peer: Peer): void {
    this.members.leave(peer)
  }

  /**
   * Asks anew what the affected peers may do. From this call on, before anything is awaited, no frame goes
   * to them until their answer is known; who may not do what he opened the document for is sent away with
   * `document/revoked` and opens again. Resolves when all are decided; never rejects.
   */
  recheck(affects: (name: string, personId: string) => boolean): Promise<void> {
    return this.members.recheck(affects)
  }

  /** Sends all peers of a document away, to open it again. */
  revoke(name: string, refusal: Refusal = refuse('document/access-changed')): void {
    this.members.revoke(name, refusal)
  }

  /** The text as it is now, with everything acknowledged so far. Rejects when the store cannot be read. */
  async read(name: string): Promise<DocumentText> {
    const { live, release } = await this.registry.claim(name)
    try {
      await this.elsewhere.catchUp(live)
      return textNow(live)
    } finally {
      release()
    }
  }

  /** The text as it is now with what is proposed in it, for a file. */
  async revised(name: string, proposed: readonly Proposed[]): Promise<string> {
    return revisedText((await this.read(name)).state, proposed)
  }

  /**
   * Holds new writes back, waits for those under way, hands out the text and keeps holding until `during` is
   * done; afterwards every peer is asked anew what it may do, and only then the held writes are decided. So
   * nothing is acknowledged after what was frozen unless the freezing came to nothing, at whatever node. Rejects
   * with `CutOff`, and when the store cannot be read.
   */
  async freeze<T>(name: string, during: (text: DocumentText) => Promise<T>): Promise<T> {
    const { live, release } = await this.registry.claim(name)
    const letGo = live.hold()
    let letGoElsewhere: () => void = () => undefined
    try {
      letGoElsewhere = await this.holds.everywhere(name)
      await live.flushed()
      await this.elsewhere.catchUp(live)
      return await during(textNow(live))
    } finally {
      letGoElsewhere()
      await this.recheck((other) => other === name)
      letGo()
      release()
    }
  }

  /**
   * The server's own edit: turns the text into `content` (ProseMirror JSON), committed like any other and
   * seen by all who read. Rejects on a content that is not of our schema and when the store fails.
   */
  async replaceText(name: string, content: unknown, personId: string): Promise<void> {
    const { live, release } = await this.registry.claim(name)
    try {
      await this.elsewhere.catchUp(live)
      const update = updateTowards(live.ahead(), content)
      const refusal =
        acceptUpdate(live, update, personId, Infinity) ?? (await this.commit(live, update, personId, null))
      if (refusal) throw new Error(`the text of ${name} was not replaced: ${refusal.refused}`)
    } finally {
      release()
    }
  }

  /**
   * Carries out what somebody accepts, as his own change: with the access that he has at that moment, and like a write only while
   * nobody freezes the text. Answers which amendments stand in the text now. Refusals: those of `accessOf`,
   * `document/read-only`, those of `acceptUpdate`, `record/unavailable`.
   */
  async amend(
    name: string,
    actor: Actor,
    amendments: readonly Amendment[],
  ): Promise<readonly boolean[] | Refusal> {
    const { live, release } = await this.registry.claim(name)
    try {
      for (let asks = 0; asks < MOST_ASKS; asks++) {
        while (live.isHeld) await live.released()
        const { epoch } = this.members
        const mode = await this.options.accessOf(actor, name)
        if (isRefusal(mode)) return mode
        if (mode !== 'write') return refuse('document/read-only')
        await this.elsewhere.catchUp(live)
        if (live.isHeld || epoch !== this.members.epoch) continue
        const { update, made } = amend(live.ahead(), amendments)
        if (!made.includes(true)) return made
        const refusal =
          acceptUpdate(live, update, actor.personId, Infinity) ??
          (await this.commit(live, update, actor.personId, null))
        return refusal ?? made
      }
      return refuse('record/unavailable')
    } finally {
      release()
    }
  }

  /** A person's edit of the whole text; see `LiveDocuments`. Rejects like `replaceText`. */
  rewrite(
    name: string,
    content: unknown,
    personId: string,
    may: () => Promise<Refusal | null>,
    unless?: (before: DocumentText) => Refusal | null,
  ) {
    const { registry, elsewhere, members } = this
    const commit = (live: LiveDocument, update: Uint8Array) => this.commit(live, update, personId, null)
    return rewrite({ registry, elsewhere, members, commit }, name, content, personId, may, unless)
  }

  /** The update by which an empty text comes to say `content`. Throws on what is not of our schema. */
  saying(content: unknown): Uint8Array {
    return updateTowards(new Doc(), content)
  }

  /** News of other nodes may be missing: asks everybody's access anew and reads on in the database. */
  compare(): void {
    void this.recheck(() => true)
    this.elsewhere.catchUpAll()
  }

  /** Nobody was told anything for a while: everybody opens anew. */
  sendAllAway(): void {
    this.members.revokeAll()
  }

  /** Waits for all commits under way; everything acknowledged is durable with or without it. */
  async stop(): Promise<void> {
    await this.committer.flushed()
    this.announcer.stop()
    this.presence.stop()
    this.registry.stop()
  }

  private async claim(name: string): Promise<Claim | null> {
    try {
      return await this.registry.claim(name)
    } catch (error) {
      this.options.log.error({ err: error, document: name }, 'a document was not loaded')
      return null
    }
  }

  private async take(member: Member, frame: Uint8Array): Promise<Taken> {
    // A copy: the frame is a piece of what was read from the line at once, and would keep all of it in memory.
    const update = new Uint8Array(frame)
    while (!member.gone && (member.asking || member.live.isHeld))
      await (member.asking ?? member.live.released())
    const { live, peer } = member
    const refusal =
      member.gone ??
      (member.mode === 'write' ? null : refuse('document/read-only')) ??
      acceptUpdate(live, update, peer.personId)
    return {
      committed: refusal ? Promise.resolve(refusal) : this.commit(live, update, peer.personId, member),
    }
  }

  private commit(live: LiveDocument, update: Uint8Array, personId: string, from: Member | null) {
    return this.committer.commit({ live, update, personId, at: this.options.now().toISOString(), from })
  }
}
