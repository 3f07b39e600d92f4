import { GENESIS, seal } from '#server/record/chain.ts'
import type { Head, StoredEntry } from '#server/record/ports.ts'
import { readEnv } from '#server/env.ts'
import { openDatabase } from '#server/store/client.ts'
import { SECRETARY } from './county.ts'

// Many years of an office beside the seeded county: `ENTRIES` entries in whole chains, SQLite only.

const ENTRIES = Number(process.env['ENTRIES'] ?? 1_000_000)
const A_STREAM = 50
const AT_ONCE = 10_000
const PUT_ENTRY = `
  INSERT INTO "RecordEntry" ("stream", "seq", "type", "payload", "actorId", "at", "commandId", "commandPart", "previousHash", "hash")
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const PUT_HEAD = 'INSERT INTO "StreamHead" ("stream", "seq", "hash") VALUES (?, ?, ?)'

function chainOf(stream: string): readonly StoredEntry[] {
  let head: Head = { stream, seq: 0, hash: GENESIS }
  return Array.from({ length: A_STREAM }, (_, part) => {
    const happening = {
      type: 'case/progress-noted',
      payload: {
        note: '核实情况：现场查看、调阅台账、约谈当事人，材料已入卷。',
        part,
        place: '县政务服务中心',
      },
    }
    const at = new Date(Date.UTC(2026, 0, 1) + part * 60_000).toISOString()
    const entry = seal(happening, {
      head,
      actorId: SECRETARY,
      at,
      commandId: `command-${part}`,
      commandPart: 0,
    })
    head = entry
    return entry
  })
}

const database = await openDatabase(readEnv().database)
const { direct } = database
if (!direct) throw new Error('the long record is made on SQLite')
for (let made = 0; made < ENTRIES; made += AT_ONCE) {
  const chains = Array.from({ length: AT_ONCE / A_STREAM }, (_, place) =>
    chainOf(`case/long-${made / A_STREAM + place}`),
  )
  await direct.write((prepare) => {
    for (const chain of chains) {
      for (const entry of chain)
        prepare(PUT_ENTRY).run(
          entry.stream,
          entry.seq,
          entry.type,
          entry.payload,
          entry.actorId,
          entry.at,
          entry.commandId,
          entry.commandPart,
          entry.previousHash,
          entry.hash,
        )
      const last = chain.at(-1)
      if (last) prepare(PUT_HEAD).run(last.stream, last.seq, last.hash)
    }
  })
}
await database.close()
