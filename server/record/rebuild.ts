import type { Definitions } from './definitions.ts'
import { definitionOf } from './definitions.ts'
import type { RecordStore } from './ports.ts'
import { PROJECTION_TABLES, type ProjectionRows, type ProjectionTable } from './projections.ts'
import { advance, unwritten } from './stream-cache.ts'

/** Where a read table did not say what the record gives. */
export interface Difference {
  readonly table: ProjectionTable
  readonly id: string
  /** Null for a row that is missing or that belongs to nothing. */
  readonly column: string | null
  readonly stored: unknown
  readonly expected: unknown
}

const PAGE = 500

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

function compareRows(table: ProjectionTable, stored: readonly Row[], expected: readonly Row[]): Difference[] {
  const found = new Map(stored.map((row) => [row.id, row]))
  const differences: Difference[] = []
  for (const row of expected) {
    const present = found.get(row.id)
    found.delete(row.id)
    if (!present) {
      differences.push({ table, id: row.id, column: null, stored: null, expected: 'a row' })
      continue
    }
    for (const [column, value] of Object.entries(row)) {
      if (present[column] !== value)
        differences.push({ table, id: row.id, column, stored: present[column], expected: value })
    }
  }
  for (const id of found.keys())
    differences.push({ table, id, column: null, stored: 'a row', expected: null })
  return differences
}

export function compareProjections(stored: ProjectionRows, expected: ProjectionRows): readonly Difference[] {
  return PROJECTION_TABLES.flatMap((table) =>
    compareRows(
      table,
      stored[table] as readonly unknown[] as Row[],
      expected[table] as readonly unknown[] as Row[],
    ),
  )
}

/** Replays every stream and makes the read tables agree with it, each stream in a transaction of its own. */
export async function rebuildProjections<Tx>(
  definitions: Definitions,
  store: RecordStore<Tx>,
): Promise<readonly Difference[]> {
  const differences: Difference[] = []
  const expectedIds = new Map<ProjectionTable, Set<string>>(
    PROJECTION_TABLES.map((table) => [table, new Set()]),
  )

  async function rowsOf(stream: string, tx?: Tx): Promise<ProjectionRows> {
    const entries = await store.entries(stream, 0, tx)
    const { state } = advance(definitions, unwritten(definitions, stream), entries)
    return definitionOf(definitions, stream).project(stream, state)
  }

  async function rebuild(stream: string): Promise<void> {
    let expected = await rowsOf(stream)
    if (compareProjections(await store.projected(stream), expected).length > 0) {
      // Looked at again behind a lock: a running server may have moved the stream on between the two reads.
      await store.transaction(async (tx) => {
        await store.lock(tx, stream)
        expected = await rowsOf(stream, tx)
        const found = compareProjections(await store.projected(stream, tx), expected)
        const tables = PROJECTION_TABLES.filter((table) =>
          found.some((difference) => difference.table === table),
        )
        await store.project(tx, stream, expected, tables)
        differences.push(...found)
      })
    }
    for (const table of PROJECTION_TABLES)
      for (const row of expected[table]) expectedIds.get(table)?.add(row.id)
  }

  // Read before the streams, so that a row made meanwhile is not taken for one that belongs to nothing.
  const present = new Map<ProjectionTable, readonly string[]>()
  for (const table of PROJECTION_TABLES) present.set(table, await store.projectedIds(table))

  for (let after = ''; ;) {
    const heads = await store.heads(after, PAGE)
    for (const { stream } of heads) await rebuild(stream)
    const last = heads.at(-1)
    if (!last) break
    after = last.stream
  }

  for (const [table, ids] of present) {
    const known = expectedIds.get(table)
    const mended = new Set(differences.filter((found) => found.table === table).map((found) => found.id))
    const orphans = ids.filter((id) => !known?.has(id) && !mended.has(id))
    if (orphans.length === 0) continue
    await store.transaction((tx) => store.removeProjected(tx, table, orphans))
    for (const id of orphans) differences.push({ table, id, column: null, stored: 'a row', expected: null })
  }
  return differences
}
