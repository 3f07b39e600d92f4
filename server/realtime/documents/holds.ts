import { randomUUID } from 'node:crypto'
import type { Cluster } from '../cluster/port.ts'
import type { LiveDocument } from './live-document.ts'
import type { DocumentRegistry } from './registry.ts'

interface Held {
  readonly name: string
  readonly node: string
  readonly timer: ReturnType<typeof setTimeout>
  letGo: (() => void) | null
}

/** Longer than a transaction may wait and run: whoever holds longer has been forgotten. */
const LONGEST_MS = 40_000

/** Documents that are being frozen by one node are written by none (T-35). */
export class Holds {
  private readonly byId = new Map<string, Held>()

  constructor(
    private readonly cluster: Cluster,
    private readonly registry: DocumentRegistry,
    /** Asks again what everybody may do with a document, before held writes are decided. */
    private readonly recheck: (name: string) => Promise<void>,
  ) {}

  /**
   * Resolves when no other node accepts a write and all that they accepted are committed; answers how to let go.
   * Rejects with `CutOff`.
   */
  async everywhere(name: string): Promise<() => void> {
    const hold = randomUUID()
    const letGo = () => void this.cluster.tell({ kind: 'release', hold }).catch(() => undefined)
    try {
      await this.cluster.tellAndHear({ kind: 'hold', name, hold })
      return letGo
    } catch (error) {
      letGo()
      throw error
    }
  }

  /** Another node holds. Resolves when nothing accepted here waits for its commit. */
  async take(name: string, hold: string, node: string): Promise<void> {
    const timer = setTimeout(() => void this.release(hold), LONGEST_MS)
    timer.unref()
    this.byId.set(hold, { name, node, timer, letGo: null })
    const live = await this.registry.peek(name)?.catch(() => null)
    if (!live) return
    this.loaded(live)
    await live.flushed()
  }

  /** What is loaded while it is held is held from its first moment. */
  loaded(live: LiveDocument): void {
    for (const held of this.byId.values()) if (held.name === live.name) held.letGo ??= live.hold()
  }

  async release(hold: string): Promise<void> {
    const held = this.byId.get(hold)
    if (!held) return
    this.byId.delete(hold)
    clearTimeout(held.timer)
    await this.recheck(held.name)
    held.letGo?.()
  }

  /** The dead hold nothing. */
  gone(node: string): void {
    for (const [hold, held] of this.byId) if (held.node === node) void this.release(hold)
  }
}
