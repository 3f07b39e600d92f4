import { LIMITS } from '#protocol/limits.ts'
import { TokenBucket } from './token-bucket.ts'

export type Quota = 'updatesPerSecond' | 'requestsPerSecond'

/** How much may come at once after a rest, in seconds' worth: a reconnect opens everything anew. */
const BURSTS: Readonly<Record<Quota, number>> = { updatesPerSecond: 2, requestsPerSecond: 10 }

interface Person {
  sockets: number
  readonly buckets: Readonly<Record<Quota, TokenBucket>>
}

/** How much each person may ask for, over all sockets: whoever opens ten pages may not ask ten times as much. */
export class Quotas {
  private readonly people = new Map<string, Person>()

  come(personId: string): void {
    const person = this.people.get(personId) ?? {
      sockets: 0,
      buckets: {
        updatesPerSecond: bucket('updatesPerSecond'),
        requestsPerSecond: bucket('requestsPerSecond'),
      },
    }
    person.sockets++
    this.people.set(personId, person)
  }

  /** Whoever has left altogether begins anew; what a reconnect costs is more than it gains. */
  leave(personId: string): void {
    const person = this.people.get(personId)
    if (person && --person.sockets === 0) this.people.delete(personId)
  }

  take(personId: string, quota: Quota): boolean {
    return this.people.get(personId)?.buckets[quota].take() ?? false
  }
}

function bucket(quota: Quota): TokenBucket {
  return new TokenBucket(LIMITS[quota], LIMITS[quota] * BURSTS[quota], () => performance.now())
}
