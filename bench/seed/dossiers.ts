import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import type { CaseHappening } from '#domain/cases/happenings.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { TEXT_FIELD } from '#protocol/text-schema.ts'
import { readEnv } from '#server/env.ts'
import { GENESIS, recorded, seal } from '#server/record/chain.ts'
import { nouns } from '#server/record/nouns.ts'
import type { StoredEntry } from '#server/record/ports.ts'
import { NO_ROWS } from '#server/record/projections.ts'
import { createRecord } from '#server/record/record.ts'
import { openSearching } from '#server/searching.ts'
import { openDatabase, type Database } from '#server/store/client.ts'
import { checksumOf } from '#server/store/documents-on-sqlite.ts'
import { createEvidenceFiles } from '#server/store/evidence-files.ts'
import { evidenceOnDisk } from '#server/store/evidence-on-disk.ts'
import { createProjections } from '#server/store/projections.ts'
import { createStores } from '#server/store/stores.ts'
import { CASES, caseId, SECRETARY } from './county.ts'
import { textOf } from './words.ts'

// Many years of cases with their dossiers beside the seeded county: `DOSSIERS` cases, each registered, with three texts
// that are committed, and the index of them all. SQLite only.

const DOSSIERS = Number(process.env['DOSSIERS'] ?? 100_000)
const AT_ONCE = 500
const TEXTS = { facts: 400, 'applicant-statement': 150, 'verification-report': 300 } as const
const PUT_ENTRY = `
  INSERT INTO "RecordEntry" ("stream", "seq", "type", "payload", "actorId", "at", "commandId", "commandPart", "previousHash", "hash")
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const PUT_HEAD = 'INSERT INTO "StreamHead" ("stream", "seq", "hash") VALUES (?, ?, ?)'
const PUT_TEXT = 'INSERT INTO "DocumentSnapshot" ("name", "upTo", "data", "checksum") VALUES (?, 1, ?, ?)'

type Registered = Extract<CaseHappening, { type: 'case/registered' }>

async function example({ client }: Database): Promise<Registered> {
  const entry = await client.recordEntry.findFirstOrThrow({ where: { stream: `case/${caseId(1)}`, seq: 1 } })
  return { type: 'case/registered', payload: JSON.parse(entry.payload) as Registered['payload'] }
}

function registration(like: Registered, index: number): StoredEntry {
  const ordinal = CASES + index + 1
  const year = 2017 + (index % 10)
  const happening: Registered = {
    ...like,
    payload: {
      ...like.payload,
      ...{ year, ordinal, number: `容错〔${year}〕${ordinal}号` },
      ...{ title: textOf(index * 10, 18), summary: textOf(index * 10 + 1, 120) },
      bodyIds:
        [['discipline'], ['organization'], ['political'], ['discipline', 'organization']][index % 4] ?? [],
    },
  }
  return seal(happening, {
    head: { stream: `case/dossier-${index}`, seq: 0, hash: GENESIS },
    actorId: SECRETARY,
    at: new Date(Date.UTC(year, 0, 1) + index * 3_000_000).toISOString(),
    commandId: `dossier-${index}`,
    commandPart: 0,
  })
}

function committed(words: string): Uint8Array {
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(TEXT_FIELD).insert(0, [paragraph])
  return Y.encodeStateAsUpdate(doc)
}

function rowsOf(entry: StoredEntry) {
  const id = entry.stream.slice('case/'.length)
  const state = nouns.case.evolve(nouns.case.initial(id), recorded(entry) as Recorded<CaseHappening>)
  return nouns.case.project(entry.stream, state)
}

const database = await openDatabase(readEnv().database)
const { direct } = database
if (!direct) throw new Error('the dossiers are made on SQLite')
const projections = createProjections(database)
const like = await example(database)
for (let made = 0; made < DOSSIERS; made += AT_ONCE) {
  const entries = Array.from({ length: Math.min(AT_ONCE, DOSSIERS - made) }, (_, at) =>
    registration(like, made + at),
  )
  await direct.write((prepare) => {
    for (const [at, entry] of entries.entries()) {
      const { stream, seq, type, payload, actorId, commandId, commandPart, previousHash, hash } = entry
      prepare(PUT_ENTRY).run(
        stream,
        seq,
        type,
        payload,
        actorId,
        entry.at,
        commandId,
        commandPart,
        previousHash,
        hash,
      )
      prepare(PUT_HEAD).run(stream, seq, hash)
      for (const [place, [part, length]] of Object.entries(TEXTS).entries()) {
        const data = committed(textOf((made + at) * 10 + 2 + place, length))
        prepare(PUT_TEXT).run(`${stream}/${part}`, data, checksumOf(data))
      }
    }
  })
  const rows = entries.map(rowsOf)
  await database.transaction((tx) =>
    projections.insertProjected(tx, {
      ...NO_ROWS,
      CaseRow: rows.flatMap(({ CaseRow }) => CaseRow),
      Task: rows.flatMap(({ Task }) => Task),
    }),
  )
}

const began = performance.now()
const stores = createStores(database, { now: () => new Date(), newId: randomUUID })
const record = createRecord({
  ...{ definitions: nouns, store: stores.record, now: () => new Date(), newId: randomUUID, chance: () => 0 },
  calendar: async () => ({}),
})
const { database: address, dataDirectory } = readEnv()
const searching = await openSearching({
  ...{ address, database, stores, record },
  files: createEvidenceFiles({ place: evidenceOnDisk(join(dataDirectory, 'evidence')), limitBytes: 0 }),
  failed: (error) => {
    throw error
  },
})
await searching.indexing.rebuild()
await searching.stop()
await database.close()
const seconds = Math.round((performance.now() - began) / 1_000)
writeFileSync(join(dataDirectory, 'made.json'), JSON.stringify({ seconds }))
