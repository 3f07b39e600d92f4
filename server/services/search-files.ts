import type { ReadFile, SearchIndex, WordedFile } from './search-ports.ts'
import type { SearchFile } from './search-units.ts'

interface Ports {
  readonly index: Pick<SearchIndex, 'filesRead' | 'keepFile'>
  readonly read: ReadFile
  /** The words of a file that this unit waits for are there, or will not be. */
  readonly done: (unit: string) => void
  readonly failed: (error: unknown, unit: string) => void
}

/** Reads files for their words: each content once, one after the other, and nobody waits for it (Z-22). */
export function createFileReading({ index, read, done, failed }: Ports) {
  /** By content, its type and the units that wait for it. */
  const waiting = new Map<string, { readonly file: WordedFile; readonly units: Set<string> }>()
  let working: Promise<void> | null = null
  const stopping = new AbortController()

  async function readOne(file: WordedFile, units: ReadonlySet<string>): Promise<void> {
    const { sha256 } = file
    try {
      // Another case has the same file, or another node was first.
      const known = await index.filesRead([sha256])
      if (!known.has(sha256)) await index.keepFile(sha256, await read(file, stopping.signal))
      waiting.delete(sha256)
      for (const unit of units) done(unit)
    } catch (error) {
      // Not there, or the process is stopping: asked again when its case is next looked at.
      waiting.delete(sha256)
      if (!stopping.signal.aborted) for (const unit of units) failed(error, unit)
    }
  }

  async function work(): Promise<void> {
    for (const { file, units } of waiting.values()) {
      if (stopping.signal.aborted) break
      await readOne(file, units)
    }
    working = null
  }

  return {
    /** In which of these words were found so far, and whether all were read; the others are read soon, and `done` is told. */
    async wordsIn(unit: string, files: readonly SearchFile[]) {
      if (files.length === 0) return { withWords: new Set<string>(), complete: true }
      const known = await index.filesRead([...new Set(files.map(({ sha256 }) => sha256))])
      const unread = files.filter(({ sha256 }) => !known.has(sha256))
      for (const file of unread) {
        const units = waiting.get(file.sha256)?.units ?? new Set()
        waiting.set(file.sha256, { file, units: units.add(unit) })
      }
      if (waiting.size > 0 && !stopping.signal.aborted) working ??= work()
      const withWords = new Set([...known].flatMap(([sha256, words]) => (words ? [sha256] : [])))
      return { withWords, complete: unread.length === 0 }
    },

    async settled(): Promise<void> {
      while (working) await working
    },

    async stop(): Promise<void> {
      stopping.abort()
      await working
    },
  }
}
