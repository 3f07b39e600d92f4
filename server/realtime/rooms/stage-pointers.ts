import type { PointOnStage } from '#protocol/messages.ts'
import type { Peer } from '#protocol/peer.ts'
import { SharedEvent } from '#protocol/shared-event.ts'
import type { Cluster } from '../cluster/port.ts'
import type { PointerNews } from '../cluster/messages.ts'
import { isSameStage, type OnStage } from './on-stage.ts'
import type { Rooms } from './rooms.ts'

interface Move extends PointOnStage {
  readonly stage: Pick<OnStage, 'evidenceId' | 'at'>
  /** Null: at another node. */
  readonly from: Peer | null
}

/** A hand is followed well at 25 times a second by a few; telling a thousand takes ten milliseconds, so they are told less often. */
const pauseAfter = (told: number) => 40 + told / 12

const streamOf = (hearingId: string) => `hearing/${hearingId}`

/**
 * Where the presenter of a hearing points on what is on stage. Kept in memory for the moment, never in the record. It goes from
 * whoever put the piece there to those whose own view shows that very piece, by him, at that moment: nobody else can tell
 * from it that something is shown.
 */
export class StagePointers {
  /** The newest of each hearing that is not told yet. */
  private readonly moves = new Map<string, Move>()
  private readonly pauses = new Map<string, NodeJS.Timeout>()
  private readonly pointing = new Map<Peer, Move>()

  constructor(
    private readonly rooms: Rooms,
    private readonly cluster: Cluster,
  ) {}

  /** Nothing comes of it where the peer has not the stage. */
  take(peer: Peer, point: PointOnStage): void {
    const stage = this.rooms.stageBefore(peer, streamOf(point.hearingId))
    if (stage?.presents) this.say({ ...point, stage, from: peer })
  }

  leave(peer: Peer): void {
    const last = this.pointing.get(peer)
    if (last) this.say({ ...last, at: null })
  }

  /** Somebody at another node points. */
  hear({ hearingId, page, at, stage }: PointerNews): void {
    this.move({ hearingId, page, at, stage, from: null })
  }

  stop(): void {
    for (const pause of this.pauses.values()) clearTimeout(pause)
    this.pauses.clear()
    this.moves.clear()
  }

  private say(move: Move): void {
    const { from } = move
    if (from && move.at) this.pointing.set(from, move)
    else if (from) this.pointing.delete(from)
    this.move(move)
  }

  private move(move: Move): void {
    this.moves.set(move.hearingId, move)
    if (!this.pauses.has(move.hearingId)) this.tell(move.hearingId)
  }

  private tell(hearingId: string): void {
    const move = this.moves.get(hearingId)
    this.moves.delete(hearingId)
    if (!move) {
      this.pauses.delete(hearingId)
      return
    }
    const told = this.tellHere(move)
    if (move.from) this.tellElsewhere(move)
    const pause = setTimeout(() => this.tell(hearingId), pauseAfter(told))
    pause.unref()
    this.pauses.set(hearingId, pause)
  }

  private tellHere({ hearingId, page, at, stage, from }: Move): number {
    const event = new SharedEvent('stage/pointer', { hearingId, page, at })
    let told = 0
    for (const viewer of this.rooms.beforeStage(streamOf(hearingId))) {
      // For whoever is behind the next move is early enough.
      if (viewer.peer === from || viewer.peer.isBehind || !isSameStage(viewer.stage, stage)) continue
      viewer.peer.tell(event)
      told++
    }
    return told
  }

  private tellElsewhere({ hearingId, page, at, stage }: Move): void {
    if (this.cluster.isAlone) return
    // A pointer that nobody hears of is no loss: the next move says it again.
    const { evidenceId, at: since } = stage
    this.cluster
      .tell({ kind: 'pointer', hearingId, page, at, stage: { evidenceId, at: since } })
      .catch(() => undefined)
  }
}
