import { dirname, join } from 'node:path'
import type { Database as DatabaseAddress } from '#server/env.ts'
import type { SearchIndex, SearchSources, StandingStore } from '#server/services/search-ports.ts'
import type { Database } from './client.ts'
import { openSearchOnPostgres } from './search-on-postgres.ts'
import { openSearchOnSqlite } from './search-on-sqlite.ts'
import { Prisma } from './generated/sqlite/client.ts'

/** Beside the embedded database, under a name of its own. */
export const searchFileOf = (databaseFile: string) => join(dirname(databaseFile), 'search.db')

export function openSearchIndex(address: DatabaseAddress, database: Database): Promise<SearchIndex> {
  return address.kind === 'sqlite'
    ? openSearchOnSqlite(searchFileOf(address.file))
    : openSearchOnPostgres(database)
}

const idsOf = (text: string) => JSON.parse(text) as readonly string[]

interface Change {
  readonly name: string
  readonly last: number | bigint
}

/** Names with their last change, the larger of the two where a document has a snapshot and later rows. */
function latest(rows: readonly Change[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { name, last } of rows) found.set(name, Math.max(Number(last), found.get(name) ?? 0))
  return found
}

/** What the index reads of the tables. */
export function createSearchSources({ client }: Database) {
  const streams: SearchSources['streams'] = async (after, limit) => {
    const heads = await client.streamHead.findMany({
      where: { stream: { gt: after } },
      orderBy: { stream: 'asc' },
      take: limit,
      select: { stream: true, hash: true },
    })
    return heads.map(({ stream, hash }) => ({ name: stream, mark: hash }))
  }

  const changesOf = (rows: readonly Change[]) =>
    rows.map(({ name, last }) => ({ name, lastChange: Number(last) }))

  const documents: SearchSources['documents'] = [
    async (after, limit) =>
      changesOf(
        await client.$queryRaw`
        SELECT "name", MAX("seq") AS "last" FROM "DocumentUpdate" WHERE "name" > ${after}
        GROUP BY "name" ORDER BY "name" LIMIT ${limit}`,
      ),
    async (after, limit) =>
      changesOf(
        await client.$queryRaw`
        SELECT "name", "upTo" AS "last" FROM "DocumentSnapshot" WHERE "name" > ${after} ORDER BY "name" LIMIT ${limit}`,
      ),
  ]

  return {
    streams,
    documents,

    async headsOf(streams: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (streams.length === 0) return new Map()
      const heads = await client.streamHead.findMany({
        where: { stream: { in: [...streams] } },
        select: { stream: true, hash: true },
      })
      return new Map(heads.map(({ stream, hash }) => [stream, hash]))
    },

    async lastChanges(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
      if (names.length === 0) return new Map()
      const some = Prisma.join([...names])
      const rows = await client.$queryRaw<Change[]>`
        SELECT "name", MAX("seq") AS "last" FROM "DocumentUpdate" WHERE "name" IN (${some}) GROUP BY "name"
        UNION ALL SELECT "name", "upTo" AS "last" FROM "DocumentSnapshot" WHERE "name" IN (${some})`
      return latest(rows)
    },
  }
}

/** What a person takes part in, and which cases are closed to him by a recusal. */
export function createStandingStore({ client }: Database): StandingStore {
  return {
    async standingOf(personId) {
      // Narrowed by the database, decided below: to LIKE, an underscore in an id is any sign.
      const named = { personIds: { contains: JSON.stringify(personId) } }
      const select = { id: true, personIds: true } as const
      const withCases = { ...select, caseIds: true } as const
      const [meetings, hearings, recusals] = await Promise.all([
        client.meetingRow.findMany({ where: { ...named, status: { not: 'cancelled' } }, select: withCases }),
        client.hearingRow.findMany({ where: named, select }),
        client.recusalRow.findMany({ where: { personId }, select: { caseId: true } }),
      ])
      const own = <Row extends { readonly personIds: string }>(rows: readonly Row[]) =>
        rows.filter(({ personIds }) => idsOf(personIds).includes(personId))
      return {
        meetingIds: own(meetings).map(({ id }) => id),
        meetingCaseIds: [...new Set(own(meetings).flatMap(({ caseIds }) => idsOf(caseIds)))],
        hearingIds: own(hearings).map(({ id }) => id),
        closedCaseIds: [...new Set(recusals.map(({ caseId }) => caseId))],
      }
    },
  }
}
