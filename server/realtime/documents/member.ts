import type { SharedFrame } from '#protocol/frames.ts'
import type { DocumentMode } from '#protocol/messages.ts'
import type { Peer } from '#protocol/peer.ts'
import { readPresence, writePresence } from '#protocol/presence-bytes.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { LiveDocument } from './live-document.ts'

/** What the others see of a person in a document; made from the session alone. */
export interface Stamp {
  readonly id: string
  readonly name: string
  readonly body: string | null
  /** `#rrggbb` */
  readonly color: string
}

/** One peer in one document, from the answer to its opening until it leaves or is sent away. */
export interface Member {
  readonly peer: Peer
  readonly live: LiveDocument
  readonly mode: DocumentMode
  readonly stamp: Stamp
  /** Gives the document's claim back. */
  readonly release: () => void
  /** Sends it away, to ask for what it misses: that is not kept for a line that takes nothing. */
  readonly fallBehind: () => void
  /** Set while access is asked again: frames to the peer wait in `backlog`, its own writes wait for it. */
  asking: Promise<void> | null
  askAgain: boolean
  backlog: SharedFrame[]
  /** Set once, when it has left or was sent away. */
  gone: Refusal | null
  /** Writes of one peer are taken one after the other, in the order they came. */
  turn: Promise<unknown>
  /** The client id of its cursor, once it has said one. */
  spokeAs: number | null
  presence: { readonly clientId: number; readonly state: Readonly<Record<string, unknown>> } | null
}

/** Sends, or keeps back while nobody knows whether the peer may still see it. */
export function deliver(member: Member, frame: SharedFrame): void {
  if (member.gone) return
  if (member.peer.isBehind) member.fallBehind()
  else if (member.asking) member.backlog.push(frame)
  else send(member, frame)
}

/** As a frame where the peer reads them, else as the events that say the same. */
export function send({ peer, presence }: Member, frame: SharedFrame): void {
  if (peer.sendFrame(frame)) return
  const { message } = frame
  if (message.kind === 'updates') {
    for (const update of message.updates) peer.send('document/update', { id: message.id, update })
    return
  }
  const update = withoutOwn(message.update, presence?.clientId)
  if (update) peer.send('document/presence', { id: message.id, update })
}

/** Never a peer's own line: it would overwrite what it knows better. (A client that reads frames leaves it out itself.) */
function withoutOwn(update: Uint8Array, own: number | undefined): Uint8Array | null {
  const lines = readPresence(update)
  const others = lines.filter(({ clientId }) => clientId !== own)
  if (others.length === lines.length) return update
  return others.length > 0 ? writePresence(others) : null
}
