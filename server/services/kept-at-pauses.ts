import { createHash } from 'node:crypto'
import type { LiveDocuments, Surroundings, VersionStore } from './ports.ts'
import { versionOf } from './versions.ts'

/** Texts of dossiers: minutes and papers of hearings have the versions that their steps freeze. */
export const HAS_TIMELINE = /^case\/[^/]+\/[^/]+$/

/** Where nobody ever stops writing, a version is kept at so many times the pause all the same. */
const LATEST = 6
const LOOK_EVERY_MS = 30_000

interface Ports<Tx> extends Pick<Surroundings, 'now'> {
  readonly versions: Pick<VersionStore<Tx>, 'keepIfNew' | 'lastWritten' | 'folded'>
  readonly documents: Pick<LiveDocuments, 'read'>
  /** Milliseconds that nobody writes before it is a pause. */
  readonly pauseMs: number
  readonly failed: (error: unknown, name: string) => void
}

export interface KeptAtPauses {
  /** Somebody wrote. Called at every commit: takes no time and never throws. */
  written(name: string): void
  /** Keeps a version of every text that has been quiet for long enough; by itself now and then. */
  look(): Promise<void>
  /** Finds what was written while no process remembered it; by one node of all. */
  catchUp(): Promise<void>
  start(): void
  /** Resolves when nothing is being kept any more. What waits is found again when its text is opened. */
  stop(): Promise<void>
}

interface Waiting {
  readonly since: number
  readonly last: number
}

/**
 * Keeps a version of what was written at each pause (D-60). Every node remembers what was written through it; nothing
 * of this lies on the way of a keystroke. Of two nodes that see the same pause one keeps it, the other finds it kept.
 */
export function createKeptAtPauses<Tx>(ports: Ports<Tx>): KeptAtPauses {
  const { versions, pauseMs } = ports
  const waiting = new Map<string, Waiting>()
  let timer: ReturnType<typeof setInterval> | undefined
  let looking: Promise<void> | null = null
  let stopped = false

  const isDue = ({ since, last }: Waiting, now: number) =>
    now - last >= pauseMs || now - since >= pauseMs * LATEST

  async function keep(name: string, { since }: Waiting): Promise<void> {
    const written = await versions.lastWritten(name)
    if (!written) return
    const last = Date.parse(written.at)
    // Somebody goes on writing at another node.
    if (!isDue({ since, last }, ports.now().getTime())) {
      waiting.set(name, { since, last })
      return
    }
    const text = await ports.documents.read(name)
    if (text.isEmpty) return
    const { version } = versionOf(
      // Bringing a version back needs its words alone, and the whole Yjs state is as large again.
      { ...text, state: new Uint8Array() },
      { name, reason: 'pause', label: '', personId: written.personId },
      { now: ports.now, newId: () => idOf(name, text.upTo) },
    )
    await versions.keepIfNew(version)
  }

  async function lookAtAll(): Promise<void> {
    for (const [name, known] of [...waiting]) {
      if (stopped) return
      if (!isDue(known, ports.now().getTime())) continue
      waiting.delete(name)
      try {
        await keep(name, known)
      } catch (error) {
        ports.failed(error, name)
        // Not before another pause: what cannot be read now may not be readable for long.
        if (!waiting.has(name)) waiting.set(name, whole(ports.now().getTime()))
      }
    }
  }

  function look(): Promise<void> {
    looking ??= lookAtAll().finally(() => (looking = null))
    return looking
  }

  return {
    written(name) {
      if (!HAS_TIMELINE.test(name)) return
      const now = ports.now().getTime()
      waiting.set(name, { since: waiting.get(name)?.since ?? now, last: now })
    },

    look,

    async catchUp() {
      const now = ports.now().getTime()
      for (const name of await versions.folded())
        if (HAS_TIMELINE.test(name) && !waiting.has(name))
          waiting.set(name, { since: now, last: now - pauseMs })
      await look()
    },

    start() {
      timer = setInterval(() => void look(), Math.min(LOOK_EVERY_MS, pauseMs / 2)).unref()
    },

    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
    },
  }
}

const whole = (now: number): Waiting => ({ since: now, last: now })

/** The same for the same text at the same change, whichever node makes it. */
function idOf(name: string, upTo: number): string {
  return `pause-${createHash('sha256')
    .update(`${name} ${String(upTo)}`)
    .digest('hex')
    .slice(0, 32)}`
}
