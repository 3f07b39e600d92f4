import type { TextBeginnings } from '#server/services/case-templates.ts'
import type { VersionStore } from '#server/services/ports.ts'
import type { Tx } from './client.ts'
import { checksumOf } from './documents-on-sqlite.ts'

/**
 * What new texts begin with, in the transaction of the entry by which they come to be: before it nobody may open
 * them, so no live copy has to be told. The version comes first, so that its words count as nobody's writing.
 */
export function createTextBeginnings(versions: Pick<VersionStore<Tx>, 'insert'>): TextBeginnings<Tx> {
  return {
    async begin(tx, version, update) {
      await versions.insert(tx, version)
      const { name, personId, at } = version
      const data = new Uint8Array(update)
      await tx.documentUpdate.create({
        data: { name, seq: 1, data, checksum: checksumOf(data), personId, at },
      })
    },
  }
}
