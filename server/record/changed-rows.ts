import { NO_ROWS, PROJECTION_TABLES, type ProjectionRows, type ProjectionTable } from './projections.ts'

/** What a command does to the read tables. A changed row is removed and put in anew. */
export interface ChangedRows {
  readonly removed: readonly { readonly table: ProjectionTable; readonly ids: readonly string[] }[]
  readonly put: ProjectionRows
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

const isSame = (one: Row, other: Row) =>
  Object.entries(one).every(([column, value]) => other[column] === value)

/** Row by row: one of a thousand members who signs in ends one invitation, the others' stay where they are. */
export function changedRows(before: ProjectionRows, after: ProjectionRows): ChangedRows {
  const removed: { table: ProjectionTable; ids: string[] }[] = []
  const put: { [Table in ProjectionTable]: Row[] } = {
    CaseRow: [],
    MeetingRow: [],
    MinutesRow: [],
    RecusalRow: [],
    Task: [],
  }
  for (const table of PROJECTION_TABLES) {
    const known = new Map((before[table] as readonly unknown[] as Row[]).map((row) => [row.id, row]))
    for (const row of after[table] as readonly unknown[] as Row[]) {
      const present = known.get(row.id)
      if (present && isSame(present, row)) known.delete(row.id)
      else put[table].push(row)
    }
    if (known.size > 0) removed.push({ table, ids: [...known.keys()] })
  }
  return { removed, put: { ...NO_ROWS, ...put } as unknown as ProjectionRows }
}
