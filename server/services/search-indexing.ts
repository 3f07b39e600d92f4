import { oneAtATime } from './one-at-a-time.ts'
import type { RecordPort } from './ports.ts'
import { createFileReading } from './search-files.ts'
import {
  fileMark,
  type ReadFile,
  type SearchChange,
  type SearchIndex,
  type SearchSources,
  type StoredSearchEntry,
} from './search-ports.ts'
import { dependentsOf, unitNameOf, unitOf, type DocumentReader } from './search-units.ts'

/** Changed within this time is indexed once; what is changed without a pause, at least this often. */
const SOON_MS = 700
const AT_LEAST_MS = 30_000
const PAGE = 500
/** Streams that are read together where all is made anew; each takes two of twenty connections. */
const AT_ONCE = 8
const FOUND = /^(case|meeting|hearing|minutes)\//

interface Ports<Tx> {
  readonly record: Pick<RecordPort<Tx>, 'load'>
  readonly index: SearchIndex
  readonly documents: DocumentReader
  readonly sources: SearchSources
  readonly readFile: ReadFile
  /** The last entry of each stream, by its hash; those without entries are missing. */
  readonly headsOf: (streams: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly failed: (error: unknown, stream: string) => void
}

export interface SearchIndexing {
  /** Something was committed there. Never throws and takes no time: the index follows by itself. */
  touched(stream: string, state: unknown): void
  /** A document's name tells its stream. */
  textTouched(name: string): void
  /** Reads what was committed while nobody followed; asked at the start and now and then. */
  catchUp(): Promise<void>
  /** Makes all of it anew; answers with the ids of the entries that stood otherwise. */
  rebuild(): Promise<readonly string[]>
  /** Resolves when everything that was touched is in the index. */
  settled(): Promise<void>
  stop(): Promise<void>
}

const sameEntry = (one: StoredSearchEntry, other: StoredSearchEntry) =>
  one.mark === other.mark && JSON.stringify(one.entry) === JSON.stringify(other.entry)

/** Keeps the index behind record and documents (Z-05): one stream at a time, so that nobody waits for it. */
export function createSearchIndexing<Tx>(ports: Ports<Tx>): SearchIndexing {
  const { index, documents, sources } = ports
  /** By stream, since when it waits. */
  const waiting = new Map<string, number>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let working: Promise<void> = Promise.resolve()
  let stopped = false
  const inTurn = oneAtATime()

  const files = createFileReading({
    ...{ index, read: ports.readFile, failed: ports.failed },
    done(unit) {
      wait(unit)
      schedule()
    },
  })

  /** `anew`: without believing what the index has of the texts. */
  async function make(
    stream: string,
    stored: readonly StoredSearchEntry[],
    anew: boolean,
  ): Promise<SearchChange> {
    // Marks first: what is committed after them is read twice rather than never.
    const head = (await ports.headsOf([stream])).get(stream) ?? ''
    const unit = head === '' ? null : await unitOf(ports, stream)
    const marks = new Map(await documents.marksOf(unit?.documents ?? []))
    const known = new Map(stored.map((one) => [one.entry.id, one]))
    const texts = new Map<string, string>()
    for (const document of unit?.documents ?? []) {
      const mark = marks.get(document.name)
      if (mark === undefined) continue
      const before = known.get(document.name)
      const text = !anew && before?.mark === mark ? before.entry.text : await documents.textOf(document)
      texts.set(document.part, text)
    }
    const found = await files.wordsIn(stream, unit?.files ?? [])
    const entryMarks = new Map(marks)
    for (const { entryId, sha256 } of unit?.files ?? []) entryMarks.set(entryId, fileMark(sha256))
    const next = (unit?.entries(texts, found.withWords) ?? []).map((entry) => ({
      entry,
      mark: entryMarks.get(entry.id) ?? '',
    }))
    const ids = new Set(next.map(({ entry }) => entry.id))
    return {
      put: next.filter((one) => {
        const before = known.get(one.entry.id)
        return !before || !sameEntry(before, one)
      }),
      gone: [...known.keys()].filter((id) => !ids.has(id)),
      // Files that wait to be read make the stream one that is behind: after a stop it is asked for again.
      marks: new Map([[stream, found.complete ? head : ''], ...(unit?.heads ?? []), ...marks]),
    }
  }

  const read = (stream: string, anew = false): Promise<readonly string[]> =>
    // While all is made anew, files that were read ask for their cases besides.
    inTurn(stream, async () => {
      let changed: readonly string[] = []
      await index.update(stream, async (stored) => {
        const change = await make(stream, stored, anew)
        changed = [...change.put.map(({ entry }) => entry.id), ...change.gone]
        return change
      })
      return changed
    })

  const readAnew = (stream: string) => read(stream, true)

  async function work(): Promise<void> {
    for (const [stream] of waiting) {
      if (stopped) return
      waiting.delete(stream)
      const began = performance.now()
      await read(stream).catch((error: unknown) => ports.failed(error, stream))
      // Half of the time is everybody else's: a first index of a county takes minutes.
      await new Promise((resolve) => setTimeout(resolve, performance.now() - began))
    }
  }

  function startWork(): void {
    timer = null
    working = working.then(work)
  }

  function schedule(): void {
    if (stopped) return
    const now = Date.now()
    const oldest = waiting.values().next().value ?? now
    if (timer && now - oldest < AT_LEAST_MS - SOON_MS) {
      clearTimeout(timer)
      timer = null
    }
    timer ??= setTimeout(startWork, SOON_MS).unref()
  }

  function wait(stream: string): void {
    const unit = unitNameOf(stream)
    if (FOUND.test(unit) && !waiting.has(unit)) waiting.set(unit, Date.now())
  }

  async function behind(names: ReadonlyMap<string, (mark: string | undefined) => boolean>): Promise<void> {
    const marks = await index.marksOf([...names.keys()])
    for (const [name, isBehind] of names) if (isBehind(marks.get(name))) wait(name)
  }

  async function eachPage<Row extends { readonly name: string }>(
    page: (after: string, limit: number) => Promise<readonly Row[]>,
    visit: (rows: readonly Row[]) => Promise<void>,
  ): Promise<void> {
    for (let after = ''; !stopped;) {
      const rows = await page(after, PAGE)
      await visit(rows)
      const last = rows.at(-1)
      if (!last) return
      after = last.name
    }
  }

  return {
    touched(stream, state) {
      for (const one of [stream, ...dependentsOf(stream, state)]) wait(one)
      schedule()
    },

    textTouched(name) {
      wait(name)
      schedule()
    },

    async catchUp() {
      await eachPage(sources.streams, (rows) =>
        behind(new Map(rows.map(({ name, mark }) => [name, (known) => known !== mark]))),
      )
      for (const documentsOf of sources.documents)
        await eachPage(documentsOf, (rows) =>
          behind(
            new Map(
              rows.map(({ name, lastChange }) => [
                name,
                // Of a frozen text the version is read, whatever was committed before it.
                (known) =>
                  known === undefined || (!known.startsWith('version ') && Number(known) < lastChange),
              ]),
            ),
          ),
        )
      if (waiting.size > 0) schedule()
    },

    async rebuild() {
      const changed: string[] = []
      const there = new Set<string>()
      await index.forgetUnreadable()
      await eachPage(sources.streams, async (rows) => {
        const names = rows.flatMap(({ name }) => (FOUND.test(name) ? [name] : []))
        for (const name of names) there.add(name)
        for (let from = 0; from < names.length; from += AT_ONCE) {
          const read = await Promise.all(names.slice(from, from + AT_ONCE).map((name) => readAnew(name)))
          changed.push(...read.flat())
        }
      })
      await eachPage(index.streams, async (rows) => {
        for (const { name } of rows) if (!there.has(name)) changed.push(...(await read(name, true)))
      })
      await files.settled()
      for (const [unit] of waiting) {
        waiting.delete(unit)
        changed.push(...(await read(unit)))
      }
      return changed
    },

    async settled() {
      do {
        if (timer) {
          clearTimeout(timer)
          startWork()
        }
        await working
        await files.settled()
      } while (waiting.size > 0 && !stopped)
    },

    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await files.stop()
      await working
    },
  }
}
