import { canonicalJson } from '#server/services/canonical-json.ts'
import { PROJECTION_TABLES, type ProjectionRows, type ProjectionTable } from './projections.ts'

/** The tables whose rows a command changes: raising a hand does not rewrite everybody's tasks. */
export function changedTables(before: ProjectionRows, after: ProjectionRows): readonly ProjectionTable[] {
  return PROJECTION_TABLES.filter((table) => canonicalJson(before[table]) !== canonicalJson(after[table]))
}
