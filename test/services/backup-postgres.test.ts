import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Happening } from '#domain/record/entry.ts'
import { evidenceFile } from '#server/backup/examine.ts'
import { DATABASE, evidencePath, sha256Of } from '#server/backup/manifest.ts'
import { restoreEvidence } from '#server/backup/restore-evidence.ts'
import { restoreBackup } from '#server/backup/restore.ts'
import { takeBackup } from '#server/backup/take.ts'
import type { StreamDefinition } from '#server/record/definitions.ts'
import { NO_ROWS } from '#server/record/projections.ts'
import { copyOf, flipByte, namesIn, place, quietly, rewriteManifest } from '../support/backups.ts'
import { KINDS, openTestDatabase } from '../support/database.ts'
import { anna, ledgerRecord } from '../support/ledger.ts'

const CONTENTS = ['租金减免台账', '自查整改报告'] as const

/** Streams that do nothing but name files, as cases do among other things. */
const named: StreamDefinition<{ seq: number }, { readonly content: string }, Happening> = {
  initial: () => ({ seq: 0 }),
  decide: (_, { content }) => [
    {
      type: 'case/evidence-added',
      payload: { sha256: sha256Of(content), bytes: Buffer.byteLength(content) },
    },
  ],
  evolve: (_, { seq }) => ({ seq }),
  project: () => NO_ROWS,
}

/** A database whose record names two files, and the data directory that has them. */
async function site(kind: (typeof KINDS)[number]) {
  const database = await openTestDatabase(kind)
  onTestFinished(() => database.close())
  const record = ledgerRecord(database, { definitions: { case: named } })
  const dataDirectory = place('data')
  for (const [index, content] of CONTENTS.entries()) {
    await record.execute({ stream: 'case/a', actor: anna, commandId: `c${index}`, command: { content } })
    const file = evidenceFile(dataDirectory, sha256Of(content))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return { database: database.address, dataDirectory }
}

async function backupOf(env: Awaited<ReturnType<typeof site>>): Promise<string> {
  const target = place('backup')
  await takeBackup({ env, target, version: '0.1.0', acceptMissing: false, now: new Date(), say: quietly })
  return target
}

const [FIRST, SECOND] = CONTENTS.map((content) => evidencePath(sha256Of(content))) as [string, string]
const elsewhere = { kind: 'postgresql', url: 'postgresql://nowhere/nothing' } as const

const order = (backup: string, dataDirectory: string) => ({
  env: { database: elsewhere, dataDirectory },
  backup,
  replace: false,
  now: new Date(),
  say: quietly,
})

describe.each(KINDS)('evidence that a record on %s names', (kind) => {
  it('[R-69] comes back beside PostgreSQL: what is missing is added, what stands is left', async () => {
    const env = await site(kind)
    const backup = await backupOf(env)
    if (kind === 'sqlite')
      rewriteManifest(backup, (manifest) => ({
        ...manifest,
        database: 'postgresql',
        files: manifest.files.filter(({ path }) => path !== DATABASE),
      }))
    const data = place('data')
    expect(await restoreEvidence(order(backup, data))).toEqual({ added: 2, stood: 0 })
    expect(readFileSync(join(data, FIRST), 'utf8')).toBe(CONTENTS[0])
    rmSync(join(data, SECOND))
    expect(await restoreEvidence(order(backup, data))).toEqual({ added: 1, stood: 1 })

    const harmed = copyOf(backup)
    flipByte(join(harmed, SECOND))
    rmSync(join(data, SECOND))
    await expect(restoreEvidence(order(harmed, data))).rejects.toThrow(SECOND)
    expect(namesIn(data)).toEqual(['evidence'])
    writeFileSync(join(data, FIRST), 'altered')
    await expect(restoreEvidence(order(backup, data))).rejects.toThrow(`${FIRST} was altered`)
  })

  it('[R-69] goes back to the kind of database it came from and to no other', async () => {
    const env = await site(kind)
    const backup = await backupOf(env)
    const data = place('data')
    const embedded = { kind: 'sqlite', file: join(data, DATABASE) } as const
    const wrong =
      kind === 'sqlite'
        ? restoreEvidence(order(backup, data))
        : restoreBackup({ ...order(backup, data), env: { database: embedded, dataDirectory: data } })
    await expect(wrong).rejects.toThrow(kind === 'sqlite' ? 'DATABASE_URL names' : 'set DATABASE_URL')
    expect(namesIn(data)).toEqual([])
  })
})
