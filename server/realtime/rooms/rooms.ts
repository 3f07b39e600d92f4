import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Audience } from '#protocol/messages.ts'
import type { Peer } from '#protocol/peer.ts'
import type { RealtimeLog, RealtimeMetrics } from '../surroundings.ts'
import { inWords, ownDigest, sharedDigest } from './in-words.ts'
import { onStage, type OnStage } from './on-stage.ts'
import { Rhythm } from './rhythm.ts'
import { TurnoutClock, turnoutsOf, type TurnoutLine } from './turnout.ts'

/** What one person may see of a stream, as of entry `seq`. */
export interface SeenStream {
  readonly seq: number
  readonly view: unknown
  /**
   * What many see alike, apart from the viewer's own: the same object for all who see the same, so that it is put into
   * words once. A hearing of a thousand people could not be shown otherwise.
   */
  readonly shared?: object
}

export interface RoomsOptions {
  /** Filters for the viewer (architecture §8); asked at the door and after every change. */
  readonly viewOf: (actor: Actor, stream: string, audience: Audience) => Promise<SeenStream | Refusal>
  readonly log: RealtimeLog
  readonly metrics: RealtimeMetrics
  /** Other nodes may have taken access away: nothing goes out until it has been asked anew. */
  readonly isCutOff: () => boolean
}

interface Viewer {
  readonly peer: Peer
  readonly stream: string
  readonly audience: Audience
  /** Something happened: whatever is being computed at this moment is old, and another is made. */
  stale: boolean
  /** And it may show what may not be seen any more: it must not leave. */
  forbidden: boolean
  refreshing: Promise<void> | null
  /** Digest of the last view sent, so that the same is not sent twice. */
  sent: string
  /** And of the last part that is shared. */
  sentShared: string
  turnouts: ReadonlyMap<string, string>
  /** As the last view says, until something may have been closed. */
  stage: OnStage | null
  /** Recused: sees nothing, and is asked again like everybody, so that he is back when the item has ended. */
  isWaiting: boolean
  gone: boolean
}

/** A room in turmoil: the view was outdated this often before it was ready. */
const MOST_LOOKS = 50

/**
 * Who is in which stream, and telling them. Each viewer gets a view made for him, after every entry and
 * again whenever his access may have changed; who is refused now gets `room/revoked` and nothing more until
 * he may see it again.
 */
export class Rooms {
  private readonly byStream = new Map<string, Set<Viewer>>()
  private readonly byPeer = new Map<Peer, Map<string, Viewer>>()
  private readonly rhythm = new Rhythm()
  private readonly clock = new TurnoutClock((stream) => void this.tellTurnout(stream))
  /** Grows with every change that may take something away: a view made before it is not given at the door. */
  private epoch = 0
  /** Grows with every change: whoever came in with an older view gets another. */
  private changes = 0

  constructor(private readonly options: RoomsOptions) {}

  /**
   * `joined` is called before any view goes to the peer. Refusals: those of `viewOf`, `input/too-often`
   * (rooms per socket), `record/unavailable`, `auth/required`. Joining again replaces the audience.
   */
  async join(
    peer: Peer,
    stream: string,
    audience: Audience,
    joined: (seen: SeenStream) => void,
  ): Promise<Refusal | null> {
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      const { epoch, changes } = this
      const actor = await peer.actor()
      if (!actor) return refuse('auth/required')
      const seen = await this.options.viewOf(actor, stream, audience)
      if (epoch !== this.epoch) continue
      if (!isRefusal(seen)) {
        const refusal = this.admit(peer, stream, audience, seen) ?? done(joined, seen)
        const viewer = this.byPeer.get(peer)?.get(stream)
        if (!refusal && viewer && changes !== this.changes) void this.refreshViewer(viewer, true)
        return refusal
      }
      if (seen.refused === 'access/recused') this.admit(peer, stream, audience, null)
      return seen
    }
    return refuse('record/unavailable')
  }

  leaveRoom(peer: Peer, stream: string): void {
    const viewer = this.byPeer.get(peer)?.get(stream)
    if (viewer) this.remove(viewer)
  }

  leave(peer: Peer): void {
    for (const viewer of [...(this.byPeer.get(peer)?.values() ?? [])]) this.remove(viewer)
  }

  /**
   * Makes and sends the views of all affected viewers. Resolves when all are told; never rejects.
   * @param addsOnly nothing that could be seen before is closed to anybody by it: then a view on its way may leave, with
   * another behind it, and a large room hears of several together. Otherwise, from this call on, before anything is
   * awaited, no view made earlier leaves any more. Without the difference a room where something is always happening
   * would show nothing.
   */
  async refresh(affects: (stream: string, personId: string) => boolean, addsOnly = false): Promise<void> {
    this.changes++
    if (!addsOnly) this.epoch++
    const told: Promise<unknown>[] = []
    for (const [stream, viewers] of this.byStream) {
      const affected = [...viewers].filter(({ peer }) => affects(stream, peer.personId))
      if (affected.length === 0) continue
      // Told later, it concerns whoever is there then.
      const all = () => this.refreshViewers(this.byStream.get(stream) ?? [], true)
      told.push(addsOnly ? this.rhythm.tell(stream, viewers.size, all) : this.refreshViewers(affected, false))
    }
    await Promise.all(told)
  }

  /** A vote was taken: the voter's own pages learn it at once, the room its turnout twice a second at most. */
  cast(stream: string, personId: string | null): void {
    for (const viewer of this.byStream.get(stream) ?? [])
      if (viewer.peer.personId === personId) void this.refreshViewer(viewer, true)
    this.clock.tick(stream)
  }

  /** What a peer is shown on stage; null also while it is asked anew whether it may see it. */
  stageBefore(peer: Peer, stream: string): OnStage | null {
    const viewer = this.byPeer.get(peer)?.get(stream)
    return viewer && !this.options.isCutOff() ? viewer.stage : null
  }

  /** Everybody who is shown what is on stage. */
  *beforeStage(stream: string): Iterable<{ readonly peer: Peer; readonly stage: OnStage }> {
    for (const { peer } of this.byStream.get(stream) ?? []) {
      const stage = this.stageBefore(peer, stream)
      if (stage) yield { peer, stage }
    }
  }

  /** Or in a hearing. */
  isInMeeting(peer: Peer): boolean {
    return [...(this.byPeer.get(peer)?.keys() ?? [])].some((stream) => /^(hearing|meeting)\//.test(stream))
  }

  stop(): void {
    this.clock.stop()
  }

  private admit(peer: Peer, stream: string, audience: Audience, seen: SeenStream | null): Refusal | null {
    if (!peer.isOpen) return refuse('auth/required')
    this.leaveRoom(peer, stream)
    const ofPeer = this.byPeer.get(peer) ?? new Map<string, Viewer>()
    if (ofPeer.size >= LIMITS.roomsPerSocket) {
      this.options.metrics.limited('roomsPerSocket')
      return refuse('input/too-often')
    }
    const viewer: Viewer = {
      peer,
      stream,
      audience,
      stale: false,
      forbidden: false,
      refreshing: null,
      sent: seen ? ownDigest(seen) : '',
      sentShared: sharedDigest(stream, seen?.shared),
      turnouts: linesByPoll(seen?.view),
      stage: onStage(seen),
      isWaiting: !seen,
      gone: false,
    }
    this.byPeer.set(peer, ofPeer.set(stream, viewer))
    const viewers = this.byStream.get(stream) ?? new Set<Viewer>()
    this.byStream.set(stream, viewers.add(viewer))
    this.options.metrics.rooms(this.byStream.size)
    return null
  }

  private remove(viewer: Viewer): void {
    viewer.gone = true
    const viewers = this.byStream.get(viewer.stream)
    viewers?.delete(viewer)
    if (viewers?.size === 0) this.byStream.delete(viewer.stream)
    const ofPeer = this.byPeer.get(viewer.peer)
    ofPeer?.delete(viewer.stream)
    if (ofPeer?.size === 0) this.byPeer.delete(viewer.peer)
    this.options.metrics.rooms(this.byStream.size)
  }

  private async refreshViewers(viewers: Iterable<Viewer>, addsOnly: boolean): Promise<void> {
    await Promise.all([...viewers].map((viewer) => this.refreshViewer(viewer, addsOnly)))
  }

  private refreshViewer(viewer: Viewer, addsOnly: boolean): Promise<void> {
    viewer.stale = true
    viewer.forbidden ||= !addsOnly
    if (!addsOnly) viewer.stage = null
    viewer.refreshing ??= this.makeAndSend(viewer)
    return viewer.refreshing
  }

  private async makeAndSend(viewer: Viewer): Promise<void> {
    // Several entries of one turn (a command that does three things) make one view.
    await new Promise((resolve) => setImmediate(resolve))
    do {
      viewer.stale = viewer.forbidden = false
      const seen = await this.look(viewer)
      if (!viewer.forbidden && !viewer.gone && !this.options.isCutOff()) this.show(viewer, seen)
    } while (viewer.stale && !viewer.gone)
    viewer.refreshing = null
  }

  private show(viewer: Viewer, seen: SeenStream | Refusal): void {
    if (isRefusal(seen)) {
      this.cutOff(viewer, seen)
      return
    }
    viewer.isWaiting = false
    viewer.stage = onStage(seen)
    this.showShared(viewer, seen)
    const sent = ownDigest(seen)
    if (sent === viewer.sent) return
    viewer.sent = sent
    viewer.turnouts = linesByPoll(seen.view)
    viewer.peer.send('room/view', { stream: viewer.stream, seq: seen.seq, view: seen.view })
  }

  private showShared(viewer: Viewer, { shared }: SeenStream): void {
    const sent = sharedDigest(viewer.stream, shared)
    if (sent === viewer.sentShared) return
    viewer.sentShared = sent
    if (shared) viewer.peer.tell(inWords(viewer.stream, shared))
  }

  private cutOff(viewer: Viewer, refusal: Refusal): void {
    const knows = viewer.isWaiting
    viewer.isWaiting = refusal.refused === 'access/recused'
    viewer.sent = viewer.sentShared = ''
    viewer.stage = null
    if (!viewer.isWaiting) this.remove(viewer)
    if (!knows || !viewer.isWaiting) viewer.peer.send('room/revoked', { stream: viewer.stream, refusal })
  }

  /** Where the view cannot be made nothing is shown: the peer asks again when it can. */
  private async look(viewer: Viewer): Promise<SeenStream | Refusal> {
    try {
      const actor = await viewer.peer.actor()
      return actor
        ? await this.options.viewOf(actor, viewer.stream, viewer.audience)
        : refuse('auth/required')
    } catch (error) {
      this.options.log.error({ err: error, stream: viewer.stream }, 'a view could not be made')
      return refuse('record/unavailable')
    }
  }

  /** Only what the viewer's own view says about turnout: a recused member's says nothing. */
  private async tellTurnout(stream: string): Promise<void> {
    await Promise.all(
      [...(this.byStream.get(stream) ?? [])].map(async (viewer) => {
        if (viewer.refreshing || viewer.isWaiting) return
        const { sent } = viewer
        const seen = await this.look(viewer)
        // A newer view is on its way, or has left meanwhile, and carries the turnout; an older one must not overtake it.
        if (viewer.gone || viewer.refreshing || viewer.sent !== sent || isRefusal(seen)) return
        if (this.options.isCutOff()) return
        const before = viewer.turnouts
        viewer.turnouts = linesByPoll(seen.view)
        for (const line of turnoutsOf(seen.view))
          if (before.get(line.pollId) !== JSON.stringify(line))
            viewer.peer.send('room/turnout', { stream, ...line })
      }),
    )
  }
}

/** Answers the door in the turn of joining. */
function done(joined: (seen: SeenStream) => void, seen: SeenStream): null {
  joined(seen)
  return null
}

function linesByPoll(view: unknown): ReadonlyMap<string, string> {
  return new Map(turnoutsOf(view).map((line: TurnoutLine) => [line.pollId, JSON.stringify(line)]))
}
