import type { NewVersion, VersionStore } from '#server/services/ports.ts'
import type { Database, Tx } from './client.ts'

/** The reasons are a closed list, checked by the type where a version is made. */
function withReason<Row extends { reason: string }>(row: Row) {
  return { ...row, reason: row.reason as NewVersion['reason'] }
}

/** Texts as they stood at procedural points; written with the entry that names them, never changed. */
export function createVersionStore({ client }: Database): VersionStore<Tx> {
  const head = {
    id: true,
    name: true,
    reason: true,
    label: true,
    at: true,
    personId: true,
    hash: true,
  } as const
  return {
    async insert(tx, version) {
      await tx.documentVersion.create({
        data: { ...version, state: version.state as Uint8Array<ArrayBuffer> },
      })
    },

    async list(name) {
      const rows = await client.documentVersion.findMany({
        where: { name },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: head,
      })
      return rows.map(withReason)
    },

    async get(id) {
      const row = await client.documentVersion.findUnique({
        where: { id },
        select: { ...head, content: true },
      })
      return row && withReason(row)
    },
  }
}
