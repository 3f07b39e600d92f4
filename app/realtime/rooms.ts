import type { Refusal } from '#domain/record/refusal.ts'
import type { Audience, ServerToClient } from '#protocol/messages.ts'
import type { AnswerTo, Connection } from './connection.ts'

/** What the page knows of a stream; `view` is null until the server has answered, and after a refusal. */
export interface RoomSnapshot {
  readonly view: unknown
  /** What many see alike, where a stream has such a part; `view` then is this person's own. */
  readonly shared: unknown
  readonly seq: number
  readonly refusal: Refusal | null
}

interface Room {
  readonly stream: string
  readonly audience: Audience
  users: number
  snapshot: RoomSnapshot
  readonly watchers: Set<() => void>
  /** Answers to an older asking are thrown away. */
  asking: number
}

const NOTHING: RoomSnapshot = { view: null, shared: null, seq: 0, refusal: null }
const ASK_AGAIN_MS = 1_500
const MOST_WAITING = 4
/** Refusals that pass by themselves. */
const PASSING: readonly string[] = ['record/unavailable', 'input/too-often']

/** The streams this page looks at: joined again after every reconnect, so that they show what is now. */
export class Rooms {
  private readonly rooms = new Map<string, Room>()
  private readonly comebackWatchers = new Set<() => void>()

  constructor(private readonly connection: Connection) {
    connection.onOnline(() => {
      for (const room of this.rooms.values()) this.join(room)
    })
    connection.on('room/view', ({ stream, seq, view }) =>
      this.show(this.rooms.get(stream), { ...this.snapshot(stream), seq, view, refusal: null }),
    )
    connection.on('room/shared', ({ stream, shared }) =>
      this.show(this.rooms.get(stream), { ...this.snapshot(stream), shared, refusal: null }),
    )
    connection.on('room/turnout', (line) => this.count(line))
    connection.on('room/revoked', ({ stream, refusal }) => {
      const room = this.rooms.get(stream)
      if (!room) return
      // Cut off at once; where only the server could not tell, what was seen last may stay while we ask.
      if (!PASSING.includes(refusal.refused)) this.show(room, { ...NOTHING, refusal })
      this.join(room)
    })
  }

  /** Looks at a stream until the returned function is called; several users share one membership. */
  enter(stream: string, audience: Audience, watcher: () => void): () => void {
    const room = this.rooms.get(stream) ?? this.add(stream, audience)
    room.users++
    room.watchers.add(watcher)
    return () => {
      room.watchers.delete(watcher)
      room.users--
      if (room.users > 0) return
      if (room.snapshot.refusal?.refused === 'access/recused') this.wait()
      else this.forget(stream)
    }
  }

  /** Called when a stream that was closed to this person is open again, and no part of the page shows it. */
  onComeback(watcher: () => void): void {
    this.comebackWatchers.add(watcher)
  }

  snapshot(stream: string): RoomSnapshot {
    return this.rooms.get(stream)?.snapshot ?? NOTHING
  }

  /** Of the streams closed to this person the last few stay joined: the server says when they open again. */
  private wait(): void {
    const waiting = [...this.rooms.values()].filter((room) => room.users === 0)
    for (const room of waiting.slice(0, -MOST_WAITING)) this.forget(room.stream)
  }

  private forget(stream: string): void {
    this.rooms.delete(stream)
    this.connection.tell('room/leave', { stream })
  }

  private add(stream: string, audience: Audience): Room {
    const room: Room = { stream, audience, users: 0, snapshot: NOTHING, watchers: new Set(), asking: 0 }
    this.rooms.set(stream, room)
    this.join(room)
    return room
  }

  private join(room: Room): void {
    const asking = ++room.asking
    this.connection.ask('room/join', { stream: room.stream, audience: room.audience }, (answer) => {
      if (answer && asking === room.asking && this.rooms.get(room.stream) === room) this.joined(room, answer)
    })
  }

  private joined(room: Room, answer: AnswerTo<'room/join'>): void {
    if (answer.ok) {
      const { seq, view, shared = null } = answer
      this.show(room, { seq, view, shared, refusal: null })
      return
    }
    const { refusal } = answer
    if (PASSING.includes(refusal.refused))
      setTimeout(() => this.join(room), ASK_AGAIN_MS * (0.5 + Math.random()))
    else this.show(room, { ...NOTHING, refusal })
  }

  private count({ stream, pollId, voted, entitled }: Parameters<ServerToClient['room/turnout']>[0]): void {
    const room = this.rooms.get(stream)
    const view = room?.snapshot.view
    if (
      !room ||
      typeof view !== 'object' ||
      view === null ||
      !('turnout' in view) ||
      !Array.isArray(view.turnout)
    )
      return
    const others = (view.turnout as readonly { readonly pollId?: unknown }[]).filter(
      (line) => line.pollId !== pollId,
    )
    this.show(room, {
      ...room.snapshot,
      view: { ...view, turnout: [...others, { pollId, voted, entitled }] },
    })
  }

  private show(room: Room | undefined, snapshot: RoomSnapshot): void {
    if (!room) return
    room.snapshot = snapshot
    for (const watcher of [...room.watchers]) watcher()
    if (room.users > 0 || snapshot.refusal) return
    // Nobody looks: what is shown instead of it learns that it may be shown, and enters if it wants to.
    this.forget(room.stream)
    for (const watcher of this.comebackWatchers) watcher()
  }
}
