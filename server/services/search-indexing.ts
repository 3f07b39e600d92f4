import type { RecordPort } from './ports.ts'
import type { SearchChange, SearchIndex, SearchSources, StoredSearchEntry } from './search-ports.ts'
import { dependentsOf, unitOf, type DocumentReader } from './search-units.ts'

/** Changed within this time is indexed once; what is changed without a pause, at least this often. */
const SOON_MS = 700
const AT_LEAST_MS = 30_000
const PAGE = 500
/** Live comments of hearings are read in the room alone. */
const FOUND = /^(case|meeting|hearing|minutes)\//

interface Ports<Tx> {
  readonly record: Pick<RecordPort<Tx>, 'load'>
  readonly index: SearchIndex
  readonly documents: DocumentReader
  readonly sources: SearchSources
  /** The last entry of a stream, by its hash; '' for one without entries. */
  readonly headOf: (stream: string) => Promise<string>
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

const streamOf = (name: string) => name.split('/').slice(0, 2).join('/')
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

  /** `anew`: without believing what the index has of the texts. */
  async function make(
    stream: string,
    stored: readonly StoredSearchEntry[],
    anew: boolean,
  ): Promise<SearchChange> {
    // Marks first: what is committed after them is read twice rather than never.
    const head = await ports.headOf(stream)
    const unit = head === '' ? null : await unitOf(ports.record, stream)
    const marks = await documents.marksOf(unit?.documents ?? [])
    const known = new Map(stored.map((one) => [one.entry.id, one]))
    const texts = new Map<string, string>()
    for (const document of unit?.documents ?? []) {
      const mark = marks.get(document.name)
      if (mark === undefined) continue
      const before = known.get(document.name)
      const text = !anew && before?.mark === mark ? before.entry.text : await documents.textOf(document)
      texts.set(document.part, text)
    }
    const next = (unit?.entries(texts) ?? []).map((entry) => ({ entry, mark: marks.get(entry.id) ?? '' }))
    const ids = new Set(next.map(({ entry }) => entry.id))
    return {
      put: next.filter((one) => {
        const before = known.get(one.entry.id)
        return !before || !sameEntry(before, one)
      }),
      gone: [...known.keys()].filter((id) => !ids.has(id)),
      marks: new Map([[stream, head], ...marks]),
    }
  }

  async function read(stream: string, anew = false): Promise<readonly string[]> {
    let changed: readonly string[] = []
    await index.update(stream, async (stored) => {
      const change = await make(stream, stored, anew)
      changed = [...change.put.map(({ entry }) => entry.id), ...change.gone]
      return change
    })
    return changed
  }

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
    if (FOUND.test(stream) && !waiting.has(stream)) waiting.set(stream, Date.now())
  }

  async function behind(names: ReadonlyMap<string, (mark: string | undefined) => boolean>): Promise<void> {
    const marks = await index.marksOf([...names.keys()])
    for (const [name, isBehind] of names) if (isBehind(marks.get(name))) wait(streamOf(name))
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
      wait(streamOf(name))
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
      await eachPage(sources.streams, async (rows) => {
        for (const { name } of rows) {
          if (!FOUND.test(name)) continue
          there.add(name)
          changed.push(...(await read(name, true)))
        }
      })
      await eachPage(index.streams, async (rows) => {
        for (const { name } of rows) if (!there.has(name)) changed.push(...(await read(name, true)))
      })
      return changed
    },

    async settled() {
      do {
        if (timer) {
          clearTimeout(timer)
          startWork()
        }
        await working
      } while (waiting.size > 0 && !stopped)
    },

    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await working
    },
  }
}
