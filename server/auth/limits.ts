import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { refuse, type Refusal } from '#domain/record/refusal.ts'

/** F-113: lock after five failures for ten minutes. */
const FAILURES_PER_ACCOUNT = 5
/** Guessing one password for many names comes from few addresses; an office behind one address mistypes less. */
const FAILURES_PER_ADDRESS = 100
const LOCK_SECONDS = 600

export interface SignInLimits {
  /** @returns `auth/locked` or `auth/too-many-attempts` with the minutes to wait; null: the password may be tried. */
  refusalFor(userName: string, address: string): Promise<Refusal | null>
  /** @returns `auth/locked` where this failure was the one that locks; null otherwise. */
  failed(userName: string, address: string): Promise<Refusal | null>
  /** Forgets the account's failures; those of the address stay. */
  succeeded(userName: string): Promise<void>
  /** Attempts on one account go one after the other: a hundred guesses sent at once meet the limit of five. */
  inTurn<Result>(userName: string, attempt: () => Promise<Result>): Promise<Result>
}

function minutesOf(state: RateLimiterRes): { minutes: number } {
  return { minutes: Math.max(1, Math.ceil(state.msBeforeNext / 60_000)) }
}

/** Kept in memory: a restart unlocks, which an attacker cannot cause and a locked-out office can ask for. */
export function createSignInLimits(): SignInLimits {
  const accounts = new RateLimiterMemory({
    keyPrefix: 'account',
    points: FAILURES_PER_ACCOUNT,
    duration: LOCK_SECONDS,
  })
  const addresses = new RateLimiterMemory({
    keyPrefix: 'address',
    points: FAILURES_PER_ADDRESS,
    duration: LOCK_SECONDS,
  })
  const turns = new Map<string, Promise<unknown>>()

  return {
    async refusalFor(userName, address) {
      const ofAddress = await addresses.get(address)
      if (ofAddress && ofAddress.consumedPoints >= FAILURES_PER_ADDRESS) {
        return refuse('auth/too-many-attempts', minutesOf(ofAddress))
      }
      const ofAccount = await accounts.get(userName)
      return ofAccount && ofAccount.consumedPoints >= FAILURES_PER_ACCOUNT
        ? refuse('auth/locked', minutesOf(ofAccount))
        : null
    },
    async failed(userName, address) {
      await addresses.penalty(address)
      const { consumedPoints } = await accounts.penalty(userName)
      if (consumedPoints < FAILURES_PER_ACCOUNT) return null
      // Ten minutes from the last failure, not from the first.
      return refuse('auth/locked', minutesOf(await accounts.block(userName, LOCK_SECONDS)))
    },
    async succeeded(userName) {
      await accounts.delete(userName)
    },
    async inTurn(userName, attempt) {
      const before = turns.get(userName) ?? Promise.resolve()
      const mine = before.then(attempt, attempt)
      turns.set(userName, mine)
      try {
        return await mine
      } finally {
        if (turns.get(userName) === mine) turns.delete(userName)
      }
    },
  }
}
