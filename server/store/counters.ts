import type { CounterStore } from '#server/services/ports.ts'
import type { Tx } from './client.ts'

/**
 * Numbers without gaps. The row is locked until the transaction ends, so the next number waits for this one
 * to be used or given back by a rollback.
 */
export function createCounters(): CounterStore<Tx> {
  return {
    async next(tx, name) {
      const rows = await tx.$queryRaw<{ value: number | bigint }[]>`
        INSERT INTO "Counter" ("name", "value") VALUES (${name}, 1)
        ON CONFLICT ("name") DO UPDATE SET "value" = "Counter"."value" + 1
        RETURNING "value"`
      const [row] = rows
      if (!row) throw new Error(`no number was given for ${name}`)
      return Number(row.value)
    },
  }
}
