import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spawnSync } from 'node:child_process'
import { migrate, migrationStatus } from '../../prisma/migrate.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'

describe.each(KINDS)('migrations on %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  it('[R-16] are applied once', async () => {
    expect(await migrate(database.address)).toEqual([])
    expect(await migrationStatus(database.address)).toEqual({ status: 'current' })
  })

  it('[R-18] leave nothing of the schema out', () => {
    // In a process of its own: the schema engine keeps a SQLite file locked until its process ends.
    const code = `import { openEngine } from './prisma/engine.ts'
      const sql = await (await openEngine(JSON.parse(process.env.ADDRESS))).diff('database')
      process.stdout.write('difference:' + sql, () => process.exit(0))`
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', code],
      {
        env: { ...process.env, ADDRESS: JSON.stringify(database.address) },
        encoding: 'utf8',
      },
    )
    expect(stderr).toBe('')
    expect(stdout).toBe('difference:')
  })

  it('[R-16] of a newer version are refused by name', async () => {
    await database.sql(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
       VALUES ('later', '', '29991231000000_later', ${kind === 'sqlite' ? '1' : 'now()'}, 1)`,
    )
    expect(await migrationStatus(database.address)).toEqual({
      status: 'newer',
      unknown: ['29991231000000_later'],
    })
    await expect(migrate(database.address)).rejects.toThrow(
      /newer than this version of Huishang: it has 29991231000000_later/,
    )
  })

  it('[R-16] that did not finish are refused', async () => {
    await database.sql(`UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "id" = 'later'`)
    await expect(migrate(database.address)).rejects.toThrow(
      /29991231000000_later was begun on this database and did not finish/,
    )
  })
})
