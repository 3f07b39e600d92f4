import { cursor, decodePresence, encodePresence, type PresenceEntry } from '#protocol/presence.ts'
import { SharedFrame } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Cluster } from '../cluster/port.ts'
import type { LiveDocument } from './live-document.ts'
import { deliver, type Member, type Stamp } from './member.ts'

/** Cursors are drawn at most thirty times a second; the newest of each person is all that matters. */
const EVERY_MS = 33

/** Dark enough for white letters on them (4.5 : 1), far enough apart to be told apart. */
const COLORS = [
  '#1d4ed8',
  '#b91c1c',
  '#047857',
  '#7e22ce',
  '#b45309',
  '#0e7490',
  '#be185d',
  '#4d7c0f',
  '#4338ca',
  '#9a3412',
  '#0f766e',
  '#6d28d9',
] as const

/** The same colour for a person in every document and on every visit. */
export function stampOf(actor: Actor): Stamp {
  let sum = 0
  for (const char of actor.personId) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003
  return {
    id: actor.personId,
    name: actor.name,
    body: actor.bodyName,
    color: COLORS[sum % COLORS.length] ?? COLORS[0],
  }
}

function frameOf(live: LiveDocument, entries: readonly PresenceEntry[]): SharedFrame {
  return new SharedFrame({ kind: 'presence', id: live.id, update: encodePresence(entries) })
}

/**
 * Who has the cursor where. Kept in memory and never stored. The server writes the identity: of what a peer
 * says about itself only the cursor is taken, and only under the one client id bound to its connection.
 */
export class Presence {
  private readonly waiting = new Map<LiveDocument, Map<number, PresenceEntry>>()
  /** Of those who are at this node: what the others have not been told yet. */
  private readonly untold = new Map<LiveDocument, Map<number, PresenceEntry>>()
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly now: () => Date,
    private readonly cluster: Cluster,
  ) {}

  /** False when the frame was not taken: malformed, too large, or in another's name. */
  take(member: Member, frame: Uint8Array): boolean {
    if (frame.byteLength > LIMITS.presenceBytes) return false
    let entries: PresenceEntry[]
    try {
      entries = decodePresence(frame)
    } catch {
      return false
    }
    const [entry, ...others] = entries
    if (!entry || others.length > 0 || !this.bind(member, entry.clientId)) return false
    if (!entry.state) {
      this.remove(member)
      return true
    }
    const where = cursor.safeParse(entry.state['cursor'])
    if (!where.success) return false
    const state = { cursor: where.data ?? null, user: member.stamp }
    member.presence = { clientId: entry.clientId, state }
    this.say(member.live, entry.clientId, state)
    return true
  }

  remove(member: Member): void {
    const { presence } = member
    if (!presence) return
    member.presence = null
    this.say(member.live, presence.clientId, null)
  }

  /** To a newcomer: everybody who is there. */
  tellAll(newcomer: Member): void {
    const entries: PresenceEntry[] = []
    for (const { presence } of newcomer.live.members)
      if (presence)
        entries.push({ ...presence, clock: newcomer.live.presenceClocks.get(presence.clientId) ?? 1 })
    for (const [clientId, { state }] of newcomer.live.visitors)
      entries.push({ clientId, state, clock: newcomer.live.presenceClocks.get(clientId) ?? 1 })
    if (entries.length > 0) deliver(newcomer, frameOf(newcomer.live, entries))
  }

  /** Another node says where its people are. */
  hear(live: LiveDocument, lines: Uint8Array, node: string): void {
    for (const entry of decodePresence(lines)) {
      const { clientId, clock, state } = entry
      if (clock <= (live.presenceClocks.get(clientId) ?? 0)) continue
      live.presenceClocks.set(clientId, clock)
      const own = [...live.members].find(({ presence }) => presence?.clientId === clientId)
      if (own?.presence && !state) {
        // An end over there that comes after the beginning here.
        this.say(live, clientId, own.presence.state)
        continue
      }
      // Who had this cursor here came back over there.
      if (own) own.presence = null
      if (state) live.visitors.set(clientId, { node, state })
      else live.visitors.delete(clientId)
      this.wait(this.waiting, live, entry)
    }
  }

  /** Somebody opened the document at another node. */
  sayAgain(live: LiveDocument): void {
    for (const { presence } of live.members) if (presence) this.say(live, presence.clientId, presence.state)
  }

  /** A node and everybody at it is gone. */
  forget(live: LiveDocument, node: string): void {
    for (const [clientId, visitor] of live.visitors) {
      if (visitor.node !== node) continue
      live.visitors.delete(clientId)
      this.wait(this.waiting, live, { clientId, clock: this.tick(live, clientId), state: null })
    }
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer)
  }

  /**
   * A client id belongs to who spoke under it first, here or in the text. One's own earlier connection yields. A
   * connection keeps its first: clocks are remembered, and who took ever new ids would fill the memory with them.
   */
  private bind(member: Member, clientId: number): boolean {
    if (member.presence) return member.presence.clientId === clientId
    if (member.spokeAs !== null && member.spokeAs !== clientId) return false
    const owner = member.live.owners.get(clientId)
    if (owner !== undefined && owner !== member.peer.personId) return false
    const visitor = member.live.visitors.get(clientId)
    if (visitor && idOf(visitor.state) !== member.stamp.id) return false
    member.live.visitors.delete(clientId)
    for (const other of member.live.members) {
      if (other.presence?.clientId !== clientId) continue
      if (other.peer.personId !== member.peer.personId) return false
      other.presence = null
    }
    member.spokeAs = clientId
    return true
  }

  private say(live: LiveDocument, clientId: number, state: PresenceEntry['state']): void {
    const entry = { clientId, clock: this.tick(live, clientId), state }
    this.wait(this.waiting, live, entry)
    if (!this.cluster.isAlone) this.wait(this.untold, live, entry)
  }

  /** Starts at the time of day, so that after a restart of the server nobody takes it for old news. */
  private tick(live: LiveDocument, clientId: number): number {
    const clock = Math.max((live.presenceClocks.get(clientId) ?? 0) + 1, this.now().getTime())
    live.presenceClocks.set(clientId, clock)
    return clock
  }

  private wait(
    waiting: Map<LiveDocument, Map<number, PresenceEntry>>,
    live: LiveDocument,
    entry: PresenceEntry,
  ): void {
    const ofLive = waiting.get(live) ?? new Map<number, PresenceEntry>()
    waiting.set(live, ofLive.set(entry.clientId, entry))
    this.timer ??= setTimeout(() => this.flush(), EVERY_MS)
  }

  private flush(): void {
    this.timer = null
    if (!this.cluster.isCutOff())
      for (const [live, waiting] of this.waiting) {
        const frame = frameOf(live, [...waiting.values()])
        for (const member of live.members) deliver(member, frame)
      }
    this.waiting.clear()
    if (this.untold.size === 0) return
    const of = [...this.untold].map(([live, entries]) => ({
      name: live.name,
      lines: encodePresence([...entries.values()]),
    }))
    this.untold.clear()
    // A cursor that nobody hears of is no loss: the next move says it again.
    this.cluster.tell({ kind: 'presence', of }).catch(() => undefined)
  }
}

function idOf(state: Readonly<Record<string, unknown>>): unknown {
  return (state['user'] as Partial<Stamp> | undefined)?.id
}
