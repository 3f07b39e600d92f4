import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible'
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

/**
 * Failures of one account or address. Several nodes count them together in Redis; while it is away each counts by
 * itself. Kept in memory: a restart unlocks, which an attacker cannot cause and a locked-out office can ask for.
 */
function counter(keyPrefix: string, points: number, redis: Redis | null) {
  const terms = { keyPrefix: `huishang:${keyPrefix}`, points, duration: LOCK_SECONDS }
  const here = new RateLimiterMemory(terms)
  return redis ? new RateLimiterRedis({ ...terms, storeClient: redis, insuranceLimiter: here }) : here
}

/** @param redis shared by all nodes; null for one node alone */
export function createSignInLimits(redis: Redis | null = null): SignInLimits {
  const accounts = counter('account', FAILURES_PER_ACCOUNT, redis)
  const addresses = counter('address', FAILURES_PER_ADDRESS, redis)
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
