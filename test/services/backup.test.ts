import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import { evidenceFile } from '#server/backup/examine.ts'
import { DATABASE, evidencePath, MANIFEST, sha256Of } from '#server/backup/manifest.ts'
import { restoreBackup } from '#server/backup/restore.ts'
import { takeBackup } from '#server/backup/take.ts'
import { adapterFactory } from '../../prisma/engine.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { copyOf, flipByte, namesIn, place, quietly, rewriteManifest, summedAnew } from '../support/backups.ts'

/** Backups that were harmed in every way, made of a product that has two pieces of evidence. */

const CASE = 'case-rent-relief'
const CONTENTS = ['租金减免台账', '自查整改报告'] as const
const [FIRST, SECOND] = CONTENTS.map((content) => sha256Of(content)) as [string, string]

let demo: Awaited<ReturnType<typeof openDemoApp>>
let backup: string
/** The demo's own and ours. */
let pieces = 0

const take = (target: string, acceptMissing = false) =>
  takeBackup({ env: demo.env, target, version: '0.1.0', acceptMissing, now: new Date(), say: quietly })

/** Into a data directory of its own unless one is named. */
function restore(from: string, data = place('data'), replace = false) {
  const env = { dataDirectory: data, database: { kind: 'sqlite', file: join(data, DATABASE) } } as const
  return restoreBackup({ env, backup: from, replace, now: new Date(), say: quietly })
}

async function ask(file: string, ...statements: string[]): Promise<readonly (readonly unknown[])[]> {
  const connection = await adapterFactory({ kind: 'sqlite', file }).connect()
  try {
    let rows: readonly (readonly unknown[])[] = []
    for (const sql of statements) rows = (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows
    return rows
  } finally {
    await connection.dispose()
  }
}

beforeAll(async () => {
  demo = await openDemoApp()
  for (const content of CONTENTS) {
    const added = await demo.app.services.evidence.add(demoActor('secretary'), CASE, `add-${content}`, {
      title: content,
      fileName: 'a.txt',
      stream: Readable.from([Buffer.from(content)]),
    })
    if (isRefusal(added)) throw new Error(added.refused)
  }
  const signedIn = await ask(
    join(demo.directory, DATABASE),
    `INSERT INTO "Session" ("id", "personId", "expiresAt") VALUES ('a-cookie', 'secretary', 9999999999999)`,
    'SELECT count(*) FROM "Session"',
  )
  expect(Number(signedIn[0]?.[0])).toBe(1)
  backup = join(demo.directory, 'backup')
  pieces = (await take(backup)).evidence.files
}, 60_000)

afterAll(() => demo.close())

describe('a backup', () => {
  it('[R-61] holds every piece of evidence; a lost or altered one is named and left out by consent alone', async () => {
    for (const [index, sha256] of [FIRST, SECOND].entries())
      expect(readFileSync(join(backup, evidencePath(sha256)), 'utf8')).toBe(CONTENTS[index])

    const [first, second] = [FIRST, SECOND].map((sha256) => evidenceFile(demo.directory, sha256)) as [
      string,
      string,
    ]
    try {
      writeFileSync(first, 'something else')
      await expect(take(place('b'))).rejects.toThrow(`${first} was altered`)
      rmSync(second)
      writeFileSync(first, CONTENTS[0])
      const target = place('b')
      await expect(take(target)).rejects.toThrow(`${second} is missing`)
      expect(namesIn(join(target, '..'))).toEqual([])
      const { evidence } = await take(target, true)
      expect(evidence).toMatchObject({ files: pieces - 1, missing: [SECOND] })
      expect((await restore(target)).manifest.evidence.missing).toEqual([SECOND])
    } finally {
      for (const [index, file] of [first, second].entries()) writeFileSync(file, CONTENTS[index] ?? '')
    }
  })

  it('[R-62] holds no session, also not in the free pages of the file', async () => {
    const copy = join(copyOf(backup), DATABASE)
    expect(await ask(copy, 'SELECT * FROM "Session"')).toEqual([])
    expect(readFileSync(copy).includes('a-cookie')).toBe(false)
  })

  it('[R-63] overwrites nothing, and is for nobody else to read', async () => {
    await expect(take(backup)).rejects.toThrow(`${backup} exists already`)
    const folder = place('empty')
    mkdirSync(folder)
    await expect(take(folder)).rejects.toThrow('exists already')
    const file = place('file')
    writeFileSync(file, 'mine')
    await expect(take(file)).rejects.toThrow('exists already')
    expect(statSync(backup).mode & 0o077).toBe(0)
  })

  it('[R-63] of a broken record is not made, and the entry is named', async () => {
    const data = place('data')
    await restore(backup, data)
    await damageRecord(join(data, DATABASE))
    const env = { dataDirectory: data, database: { kind: 'sqlite', file: join(data, DATABASE) } } as const
    const order = { env, version: '0.1.0', acceptMissing: false, now: new Date(), say: quietly }
    const target = place('b')
    await expect(takeBackup({ ...order, target })).rejects.toThrow(/is broken: \S+ entry 1: it was changed/)
    expect(namesIn(join(target, '..'))).toEqual([])
  })
})

/** Past the triggers, as somebody with the file in hand would. */
async function damageRecord(file: string): Promise<void> {
  await ask(
    file,
    'DROP TRIGGER "RecordEntry_no_update"',
    `UPDATE "RecordEntry" SET "payload" = replace("payload", '{', '{ ') WHERE "seq" = 1`,
  )
}

describe('a restore', () => {
  it.each([DATABASE, MANIFEST, 'manifest.sha256', 'heads.txt', evidencePath(FIRST), evidencePath(SECOND)])(
    '[R-64] refuses a changed byte in %s by name and puts nothing in place',
    async (path) => {
      const copy = copyOf(backup)
      flipByte(join(copy, path))
      const data = place('data')
      const named = path === 'manifest.sha256' ? MANIFEST : path
      await expect(restore(copy, data)).rejects.toThrow(named)
      expect(namesIn(data)).toEqual([])
    },
  )

  it.each([DATABASE, MANIFEST, 'heads.txt', evidencePath(FIRST)])(
    '[R-64] refuses %s cut short or lost, by name',
    async (path) => {
      const cut = copyOf(backup)
      truncateSync(join(cut, path), statSync(join(cut, path)).size - 1)
      await expect(restore(cut)).rejects.toThrow(path)
      rmSync(join(cut, path))
      await expect(restore(cut)).rejects.toThrow(path)
    },
  )

  it('[R-64] refuses a record that was changed together with its sums, and names the entry', async () => {
    const copy = copyOf(backup)
    await damageRecord(join(copy, DATABASE))
    rewriteManifest(copy, summedAnew(copy))
    const data = place('data')
    await expect(restore(copy, data)).rejects.toThrow(/is broken: \S+ entry 1: it was changed/)
    expect(namesIn(data)).toEqual([])
  })

  it('[R-64] refuses a manifest that leads out of the data directory or leaves evidence out', async () => {
    const copy = copyOf(backup)
    const outward = { path: '../../outside', bytes: 0, sha256: sha256Of('') }
    rewriteManifest(copy, (manifest) => ({ ...manifest, files: [...manifest.files, outward] }))
    await expect(restore(copy)).rejects.toThrow("is not one of Huishang's: files.")
    rewriteManifest(copy, (manifest) => ({
      ...manifest,
      files: manifest.files.filter(({ path }) => path !== outward.path && path !== evidencePath(FIRST)),
    }))
    await expect(restore(copy)).rejects.toThrow(evidencePath(FIRST))
  })

  it('[R-68] refuses a newer schema and a newer form', async () => {
    const copy = copyOf(backup)
    rewriteManifest(copy, (manifest) => ({
      ...manifest,
      version: '9.1.0',
      migrations: [...manifest.migrations, '20990101000000_later'],
    }))
    await expect(restore(copy)).rejects.toThrow(/newer .* 20990101000000_later.* version 9\.1\.0/)
    rewriteManifest(copy, (manifest) => ({ ...manifest, format: 2 }))
    await expect(restore(copy)).rejects.toThrow('newer Huishang (9.1.0)')

    const hidden = copyOf(backup)
    await ask(
      join(hidden, DATABASE),
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at") VALUES ('x', '', '20990101000000_later', 1)`,
    )
    rewriteManifest(hidden, summedAnew(hidden))
    await expect(restore(hidden)).rejects.toThrow('20990101000000_later')
  })

  it('[R-66] over data is refused, or moves what stood there aside, whole', async () => {
    const data = place('data')
    await restore(backup, data)
    await expect(restore(backup, data)).rejects.toThrow('holds data already')
    const before = readFileSync(join(data, DATABASE))
    const { aside } = await restore(backup, data, true)
    expect(aside).toMatch(/\/replaced-\d{8}T\d{6}Z$/)
    expect(readFileSync(join(aside ?? '', DATABASE)).equals(before)).toBe(true)
    expect(namesIn(join(aside ?? '', 'evidence'))).toEqual(namesIn(join(data, 'evidence')))
    expect(namesIn(data).filter((name) => !name.startsWith('replaced-'))).toEqual(['evidence', DATABASE])
  })

  it('[R-66] of a harmed backup leaves the data as it was', async () => {
    const data = place('data')
    await restore(backup, data)
    const copy = copyOf(backup)
    flipByte(join(copy, DATABASE))
    await expect(restore(copy, data, true)).rejects.toThrow('The backup is damaged: huishang.db')
    expect(namesIn(data)).toEqual(['evidence', DATABASE])
  })

  it('[R-65] is refused where the lock cannot be asked for', async () => {
    const data = place('data')
    mkdirSync(data)
    writeFileSync(join(data, DATABASE), 'not a database at all, '.repeat(50))
    await expect(restore(backup, data, true)).rejects.toThrow('cannot be seen')
  })
})
