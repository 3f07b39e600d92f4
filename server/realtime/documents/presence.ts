import { cursor, decodePresence, encodePresence, type PresenceEntry } from '#protocol/presence.ts'
import { SharedFrame } from '#protocol/frames.ts'
import { LIMITS } from '#protocol/limits.ts'
import type { Actor } from '#domain/people/actor.ts'
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
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly now: () => Date) {}

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
    if (entries.length > 0) deliver(newcomer, frameOf(newcomer.live, entries))
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
    for (const other of member.live.members) {
      if (other.presence?.clientId !== clientId) continue
      if (other.peer.personId !== member.peer.personId) return false
      other.presence = null
    }
    member.spokeAs = clientId
    return true
  }

  private say(live: LiveDocument, clientId: number, state: PresenceEntry['state']): void {
    // Starts at the time of day, so that after a restart of the server nobody takes it for old news.
    const clock = Math.max((live.presenceClocks.get(clientId) ?? 0) + 1, this.now().getTime())
    live.presenceClocks.set(clientId, clock)
    const waiting = this.waiting.get(live) ?? new Map<number, PresenceEntry>()
    waiting.set(clientId, { clientId, clock, state })
    this.waiting.set(live, waiting)
    this.timer ??= setTimeout(() => this.flush(), EVERY_MS)
  }

  private flush(): void {
    this.timer = null
    for (const [live, waiting] of this.waiting) {
      const frame = frameOf(live, [...waiting.values()])
      for (const member of live.members) deliver(member, frame)
    }
    this.waiting.clear()
  }
}
