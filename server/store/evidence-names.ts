import { ENTRIES_WITH_FILES, fileNamedIn } from '#server/services/evidence.ts'
import type { Database } from './client.ts'

/** SHA-256 of every file that an entry of the record names, withdrawn pieces included. */
export async function evidenceNames({ client }: Database): Promise<ReadonlySet<string>> {
  const entries = await client.recordEntry.findMany({
    where: { type: { in: [...ENTRIES_WITH_FILES] } },
    select: { payload: true },
  })
  return new Set(entries.flatMap(({ payload }) => fileNamedIn(payload)?.sha256 ?? []))
}
