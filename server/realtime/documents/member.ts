import type { DocumentMode } from '#protocol/messages.ts'
import type { Peer } from '#protocol/peer.ts'
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
  /** The number the peer knows the document by. */
  readonly id: number
  readonly peer: Peer
  readonly live: LiveDocument
  readonly mode: DocumentMode
  readonly stamp: Stamp
  /** Gives the document's claim back. */
  readonly release: () => void
  /** Set while access is asked again: frames to the peer wait in `backlog`, its own writes wait for it. */
  asking: Promise<void> | null
  askAgain: boolean
  backlog: (() => void)[]
  /** Set once, when it has left or was sent away. */
  gone: Refusal | null
  /** Writes of one peer are taken one after the other, in the order they came. */
  turn: Promise<unknown>
  /** The client id of its cursor, once it has said one. */
  spokeAs: number | null
  presence: { readonly clientId: number; readonly state: Readonly<Record<string, unknown>> } | null
}

/** Sends, or keeps back while nobody knows whether the peer may still see it. */
export function deliver(member: Member, send: () => void): void {
  if (member.gone) return
  if (member.asking) member.backlog.push(send)
  else send()
}
