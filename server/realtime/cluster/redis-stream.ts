import type { Redis } from 'ioredis'
import { openRedis } from '#server/redis.ts'
import type { RealtimeLog } from '../surroundings.ts'

const STREAM = 'huishang:nodes'
/** Minutes of a busy installation; who is further behind reads the database. */
const KEPT = 10_000
const MOST_AT_ONCE = 500
const BLOCK_MS = 1_000
const AGAIN_MS = 200

/** One stream of Redis that all nodes of an installation write to and read from its end. Order is the same for all. */
export class RedisStream {
  private readonly writer: Redis
  private readonly reader: Redis
  private last = '0-0'
  private stopped = false

  constructor(
    url: string,
    private readonly log: RealtimeLog,
  ) {
    this.writer = openRedis(url)
    // Waiting for news is no silence: a blocking read answers every second.
    this.reader = openRedis(url, BLOCK_MS + 1_000)
  }

  /**
   * Reads from `sinceMs` before now on, for ever. `take` is called in the order of the stream.
   * Rejects when Redis does not answer.
   */
  async open(sinceMs: number, take: (message: Uint8Array) => void): Promise<void> {
    await Promise.all([this.writer.connect(), this.reader.connect()])
    const [seconds] = await this.writer.time()
    this.last = `${Math.max(0, Number(seconds) * 1_000 - sinceMs)}-0`
    void this.follow(take)
  }

  /** Resolves when Redis has it. */
  async append(message: Uint8Array): Promise<void> {
    await this.writer.xadd(STREAM, 'MAXLEN', '~', KEPT, '*', 'm', Buffer.from(message))
  }

  stop(): void {
    this.stopped = true
    this.reader.disconnect()
    this.writer.disconnect()
  }

  private async follow(take: (message: Uint8Array) => void): Promise<void> {
    while (!this.stopped) {
      try {
        const read = await this.reader.xreadBuffer(
          'COUNT',
          MOST_AT_ONCE,
          'BLOCK',
          BLOCK_MS,
          'STREAMS',
          STREAM,
          this.last,
        )
        const entries = entriesOf(read)
        if (entries.length === 0) await this.findPlace()
        for (const [id, [, message]] of entries) {
          this.last = id.toString()
          if (message) this.takeOne(take, message)
        }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
      }
    }
  }

  private takeOne(take: (message: Uint8Array) => void, message: Uint8Array): void {
    try {
      take(message)
    } catch (error) {
      // Of another version perhaps. Its number will be missing, which leads to the database.
      this.log.error({ err: error }, 'a message of another node was not understood')
    }
  }

  /** Everybody speaks twice a second: silence may be a Redis that lost the stream, or whose clock is behind. */
  private async findPlace(): Promise<void> {
    const [newest] = await this.reader.xrevrange(STREAM, '+', '-', 'COUNT', 1)
    if (!newest || isBefore(newest[0], this.last)) this.last = '0-0'
  }
}

type Entry = readonly [id: Buffer, fields: readonly Buffer[]]

/** One stream was asked for, so there is one; the client has two forms for two versions of Redis' protocol. */
function entriesOf(read: unknown): readonly Entry[] {
  const [stream] = (read ?? []) as readonly (readonly [unknown, readonly Entry[]])[]
  return stream?.[1] ?? []
}

function isBefore(a: string, b: string): boolean {
  const [msA = 0, seqA = 0] = a.split('-').map(Number)
  const [msB = 0, seqB = 0] = b.split('-').map(Number)
  return msA < msB || (msA === msB && seqA < seqB)
}
