import { NO_ROWS, PROJECTION_TABLES, type ProjectionRows, type ProjectionTable } from './projections.ts'
import { compareProjections } from './rebuild.ts'

/** What a command does to the read tables. A changed row is removed and put in anew. */
export interface ChangedRows {
  readonly removed: readonly { readonly table: ProjectionTable; readonly ids: readonly string[] }[]
  readonly put: ProjectionRows
}

/** Row by row: one of a thousand members who signs in ends one invitation, the others' stay where they are. */
export function changedRows(before: ProjectionRows, after: ProjectionRows): ChangedRows {
  const changed = new Set(compareProjections(before, after).map(({ table, id }) => `${table} ${id}`))
  const of = (rows: ProjectionRows, table: ProjectionTable) =>
    (rows[table] as readonly { readonly id: string }[]).filter(({ id }) => changed.has(`${table} ${id}`))
  return {
    removed: PROJECTION_TABLES.map((table) => ({ table, ids: of(before, table).map(({ id }) => id) })).filter(
      ({ ids }) => ids.length > 0,
    ),
    put: { ...NO_ROWS, ...Object.fromEntries(PROJECTION_TABLES.map((table) => [table, of(after, table)])) },
  }
}
