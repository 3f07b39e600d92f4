import { randomUUID } from 'node:crypto'
import type { RealtimeLog } from '../surroundings.ts'
import { decodeEnvelope, encodeEnvelope, type Envelope, type News } from './messages.ts'
import { CutOff, type Cluster, type ClusterMember } from './port.ts'
import type { RedisStream } from './redis-stream.ts'
import { DISMISS_MS, GONE_MS, HEARTBEAT_MS, LEASE_MS, Roster } from './roster.ts'
import { Waits } from './waits.ts'

export interface ClusterMetrics {
  neighbours(known: number): void
  cutOff(isCutOff: boolean): void
  missed(): void
  /** `heard`: until all acted on it; `told`: until Redis had it. */
  told(kind: 'told' | 'heard', seconds: number): void
}

const TICK_MS = 100
const START_MS = 10_000
/** A neighbour that is alive and does not act within this is stuck; then nobody may rely on its having acted. */
const HEARD_MS = 10_000

/**
 * The nodes of one installation (ADR 13). The database is the one truth; here nodes only tell each other that there
 * is something new in it, in one order for all. Each knows by its own messages coming back that it hears the others.
 */
export class RedisCluster implements Cluster {
  readonly isAlone = false
  readonly nodeId = randomUUID()
  private readonly roster = new Roster()
  private readonly waits = new Waits()
  private readonly sentAt = new Map<number, number>()
  private member: ClusterMember | null = null
  private sent = 0
  /** When the newest message was sent that has come back. */
  private leaseFrom = -Infinity
  private spokeAt = -Infinity
  private wasCutOff = true
  private isDismissed = false
  private heard: [string, number][] = []
  private ticking: ReturnType<typeof setInterval> | null = null
  /** Neighbours that keep files in another folder. */
  private readonly apart = new Set<string>()

  /** @param folder what tells the folder that all nodes share from any other */
  constructor(
    private readonly stream: RedisStream,
    private readonly log: RealtimeLog,
    private readonly metrics: ClusterMetrics,
    private readonly folder = '',
  ) {}

  /**
   * Resolves when this node hears itself, and so everybody who serves. Rejects when Redis does not answer in ten seconds, and
   * where a neighbour keeps files in another folder: evidence that came to one could not be opened at the other.
   */
  async start(member: ClusterMember): Promise<void> {
    this.member = member
    // As far back as a living neighbour may have been silent: who is there is known before anything is served.
    await this.stream.open(GONE_MS, (message) => this.take(decodeEnvelope(message)))
    this.ticking = setInterval(() => this.tick(), TICK_MS)
    this.ticking.unref()
    const deadline = performance.now() + START_MS
    while (this.isCutOff()) {
      if (performance.now() > deadline)
        throw new Error('Redis (REDIS_URL) takes messages and gives none back')
      this.tick()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    if (this.apart.size > 0) {
      await this.stop()
      throw new Error(
        'HUISHANG_DATA is not the folder of the other nodes: all nodes of an installation share one folder (README)',
      )
    }
    this.tick()
  }

  isCutOff(): boolean {
    return performance.now() - this.leaseFrom > LEASE_MS
  }

  async tell(news: News): Promise<void> {
    const started = performance.now()
    await this.send(news, false)
    if (this.isCutOff()) throw new CutOff()
    this.metrics.told('told', (performance.now() - started) / 1_000)
  }

  async tellAndHear(news: News): Promise<void> {
    const started = performance.now()
    const n = this.sent + 1
    const heard = this.waits.for(n)
    this.send(news, true).catch(() => this.waits.giveUp(n))
    const late = setTimeout(() => this.waits.giveUp(n), HEARD_MS)
    await heard.finally(() => clearTimeout(late))
    this.metrics.told('heard', (performance.now() - started) / 1_000)
  }

  /** Says goodbye, so that nobody waits for this node. */
  async stop(): Promise<void> {
    if (this.ticking) clearInterval(this.ticking)
    await this.send({ kind: 'left' }, false).catch(() => undefined)
    this.stream.stop()
    this.waits.giveUp()
  }

  private async send(body: Envelope['body'], asks: boolean): Promise<void> {
    // Counted before it is sent: where sending fails the others find that a number is missing.
    const n = ++this.sent
    this.spokeAt = performance.now()
    this.sentAt.set(n, this.spokeAt)
    try {
      await this.stream.append(encodeEnvelope({ from: this.nodeId, n, asks, body }))
    } catch {
      throw new CutOff()
    }
  }

  private take({ from, n, asks, body }: Envelope): void {
    if (from === this.nodeId) {
      this.echoed(n)
      return
    }
    const before = this.roster.ids.length
    const sighting = this.roster.saw(from, n, performance.now())
    if (this.roster.ids.length !== before) this.metrics.neighbours(this.roster.ids.length)
    if (sighting === 'late') return
    if (sighting === 'gap') this.miss('gone by')
    if (body.kind === 'here') {
      if (body.folder !== undefined && body.folder !== this.folder) this.setApart(from)
      return
    }
    if (body.kind === 'heard') {
      for (const [id, heard] of body.of) if (id === this.nodeId) this.waits.heard(heard, from)
    } else if (body.kind === 'left') this.leave(from)
    else void this.act(body, from, asks ? n : null)
  }

  private async act(news: News, from: string, answer: number | null): Promise<void> {
    try {
      await this.member?.hear(news, from)
    } catch (error) {
      this.log.error({ err: error, kind: news.kind }, 'news of another node were not acted on')
      this.miss('failed')
      return
    }
    if (answer === null) return
    this.heard.push([from, answer])
    if (this.heard.length > 1) return
    // What came in one piece is answered in one.
    queueMicrotask(() => {
      const of = this.heard
      this.heard = []
      this.send({ kind: 'heard', of }, false).catch(() => undefined)
    })
  }

  private echoed(n: number): void {
    for (const [number, at] of this.sentAt) {
      if (number > n) break
      this.sentAt.delete(number)
      if (number === n) this.leaseFrom = at
    }
    this.waits.echoed(n, this.roster.ids)
  }

  private setApart(id: string): void {
    if (this.apart.has(id)) return
    this.apart.add(id)
    this.log.error({ node: id }, 'another node keeps evidence in another folder than HUISHANG_DATA here')
  }

  private leave(id: string): void {
    this.apart.delete(id)
    this.roster.forget(id)
    this.metrics.neighbours(this.roster.ids.length)
    this.waits.gone(id)
    this.member?.gone(id)
  }

  private miss(why: string): void {
    this.metrics.missed()
    this.log.warn({ why }, 'news of another node are missing; comparing with the database')
    this.member?.missed()
  }

  private tick(): void {
    const now = performance.now()
    if (now - this.spokeAt >= HEARTBEAT_MS)
      this.send({ kind: 'here', folder: this.folder }, false).catch(() => undefined)
    const isCutOff = this.isCutOff()
    if (isCutOff !== this.wasCutOff) this.turn(isCutOff)
    if (isCutOff) {
      if (!this.isDismissed && now - this.leaseFrom > DISMISS_MS && this.leaseFrom > 0) {
        this.isDismissed = true
        this.member?.dismiss()
      }
      // Who hears nothing has no word on who is silent.
      return
    }
    for (const id of this.roster.dropSilent(now)) {
      this.log.warn({ node: id }, 'another node is gone')
      this.leave(id)
      this.miss('gone')
    }
  }

  private turn(isCutOff: boolean): void {
    this.wasCutOff = isCutOff
    this.isDismissed = false
    this.metrics.cutOff(isCutOff)
    if (!isCutOff) {
      this.log.info({}, 'this node hears the others')
      this.member?.back()
      return
    }
    this.log.error(
      {},
      'this node is cut off from the others (Redis); it takes nothing until it hears them again',
    )
    this.waits.giveUp()
  }
}
