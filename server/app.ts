import type { Server } from 'node:http'
import type { Actor } from '#domain/people/actor.ts'
import type { LiveDocuments } from '#server/services/ports.ts'
import type { Services } from '#server/services/index.ts'
import type { Invited } from '#server/auth/invited.ts'
import type { SignIn } from '#server/auth/sign-in.ts'

/** Who a cookie belongs to. */
export interface Visitor {
  readonly actor: Actor
  readonly language: 'zh-CN' | 'en'
  /** Somebody else chose the password: pages lead to the account page, sockets are refused (F-113). */
  readonly mustChangePassword?: boolean
  /** A `Set-Cookie` value, where the session slid on and the browser must learn of it. */
  readonly cookie?: string
}

/** Everything stateful, made once by `compose.ts`; what the process needs to know of it. */
export interface App {
  readonly services: Services
  readonly signIn: SignIn
  readonly invited: Invited
  /** The live texts, for what the server itself writes. */
  readonly documents: LiveDocuments
  /** Resolves when everything committed so far can be found; it is soon, by itself. */
  searchSettled(): Promise<void>
  /** The one road from a cookie to a person, for pages and sockets alike; null for strangers. */
  actorFrom(cookieHeader: string | null): Promise<Visitor | null>
  attachSockets(server: Server): void
  /** Cut off from the other nodes: nothing may be taken. */
  isCutOff(): boolean
  /** The database answers, its migrations are those of this code, and the other nodes are heard. */
  ready(): Promise<boolean>
  /** Fills an empty database with the demo's people and cases; does nothing where anything stands already. */
  seedDemo(): Promise<void>
  /** Sockets told to reconnect, documents flushed, database closed. */
  stop(): Promise<void>
}
