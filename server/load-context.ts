import type { Actor } from '#domain/people/actor.ts'
import type { Services } from '#server/services/index.ts'
import type { Invited } from '#server/auth/invited.ts'
import type { SignIn } from '#server/auth/sign-in.ts'

/** What loaders and actions receive as `context`. */
export interface LoadContext {
  readonly actor: Actor | null
  readonly language: 'zh-CN' | 'en' | null
  /** Somebody else chose the password: nothing but the account page until it is changed (F-113). */
  readonly mustChangePassword: boolean
  readonly services: Services
  readonly signIn: SignIn
  readonly invited: Pick<Invited, 'enter'>
  readonly nonce: string
  readonly requestId: string
  readonly demo: boolean
  /** What one file may weigh, so that a page says it before somebody waits for nothing. */
  readonly uploadLimitBytes: number
  /** The visitor's address (through the trusted proxies only), for limits on sign-in. */
  readonly address: string
  /** Logs an unknown error under `requestId`, with where it happened; never with what a person wrote. */
  reportError(error: unknown, where?: Readonly<Record<string, string>>): void
}

declare module '@remix-run/node' {
  interface AppLoadContext extends LoadContext {}
}
