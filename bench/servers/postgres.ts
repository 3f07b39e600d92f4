import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#server/store/client.ts'
import { NoPostgres, startCluster } from '../../scripts/postgres.ts'
import { seedInto, type OurOptions } from './ours.ts'

export interface SeededPostgres {
  /** A copy of the seeded county in a database of its own. */
  copy(): Promise<NonNullable<OurOptions['postgres']>>
  stop(): Promise<void>
}

function named(url: string, database: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${database}`
  return parsed.href
}

/** TEST_DATABASE_URL, else a cluster of our own; null where there is no PostgreSQL. */
export async function seededPostgres(): Promise<SeededPostgres | null> {
  const given = process.env['TEST_DATABASE_URL']
  const cluster = given
    ? { url: given, stop: () => Promise.resolve() }
    : await startCluster().catch((error: unknown) => {
        if (error instanceof NoPostgres) return null
        throw error
      })
  if (!cluster) return null
  const admin = await openDatabase({ kind: 'postgresql', url: cluster.url })
  const say = (statement: string) => admin.client.$executeRawUnsafe(statement)
  if (!given) {
    // The tests' throw-away cluster does not wait for the disk; a vote does.
    await say('ALTER SYSTEM SET fsync = on')
    await admin.client.$queryRawUnsafe('SELECT pg_reload_conf()')
  }
  const seededFolder = mkdtempSync(join(tmpdir(), 'huishang-bench-'))
  const prefix = `bench_${process.pid}`
  const names = [`${prefix}_0`]
  await say(`CREATE DATABASE ${prefix}_0`)
  seedInto(seededFolder, { withMeeting: true }, named(cluster.url, `${prefix}_0`))
  return {
    async copy() {
      const name = `${prefix}_${names.length}`
      await say(`CREATE DATABASE ${name} TEMPLATE ${prefix}_0`)
      names.push(name)
      return { url: named(cluster.url, name), seededFolder }
    },
    async stop() {
      for (const name of names) await say(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.close()
      await cluster.stop()
      rmSync(seededFolder, { recursive: true, force: true })
    },
  }
}
