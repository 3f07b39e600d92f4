import type { Naming } from '#domain/dossiers/versions.ts'
import type { NewVersion, StoredVersion, VersionStore } from '#server/services/ports.ts'
import type { Database, Tx } from './client.ts'
import { isTaken } from './failures.ts'

type Given = readonly (Naming & { readonly versionId: string })[]

/** The reasons are a closed list, checked by the type where a version is made. */
function stored<Row extends { id: string; reason: string; authors: string }>(row: Row, given: Given) {
  const { reason, authors, ...rest } = row
  return {
    ...rest,
    reason: reason as StoredVersion['reason'],
    authors: JSON.parse(authors) as readonly string[],
    names: given
      .filter(({ versionId }) => versionId === row.id)
      .map(({ label, at, personId }) => ({ label, at, personId })),
  }
}

/** Who wrote the rows behind `after`, the latest first: those that stand, and those that a snapshot took the place of. */
async function writersOf(tx: Tx, name: string, after: number, upTo: number): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`
    SELECT "personId" FROM (
      SELECT "personId", MAX("seq") AS "last" FROM "DocumentUpdate"
      WHERE "name" = ${name} AND "seq" > ${after} AND "seq" <= ${upTo} GROUP BY "personId"
      UNION ALL
      SELECT "personId", "lastSeq" FROM "DocumentWriter" WHERE "name" = ${name} AND "lastSeq" > ${after}
    ) AS "written" GROUP BY "personId" ORDER BY MAX("last") DESC`
  return rows.map(({ personId }) => personId)
}

const covered = async (tx: Tx, name: string) =>
  (await tx.documentVersion.aggregate({ where: { name }, _max: { upTo: true } }))._max.upTo ?? 0

async function insert(tx: Tx, version: NewVersion): Promise<void> {
  const { name, upTo } = version
  const authors = JSON.stringify(await writersOf(tx, name, await covered(tx, name), upTo))
  await tx.documentVersion.create({
    data: { ...version, authors, state: version.state as Uint8Array<ArrayBuffer> },
  })
  await tx.documentWriter.deleteMany({ where: { name, lastSeq: { lte: upTo } } })
}

/** Texts as they stood at one time; written once, never changed. */
export function createVersionStore(database: Database): VersionStore<Tx> {
  const { client } = database
  const head = {
    ...{ id: true, name: true, reason: true, label: true, at: true },
    ...{ personId: true, hash: true, upTo: true, authors: true },
  } as const

  const given = (name: string): Promise<Given> =>
    client.documentVersionName.findMany({ where: { name }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })

  return {
    insert,

    keep: (version) => database.transaction((tx) => insert(tx, version)),

    async keepIfNew(version) {
      const { name, hash, upTo } = version
      try {
        return await database.transaction(async (tx) => {
          const newest = await tx.documentVersion.findFirst({
            where: { name },
            orderBy: [{ upTo: 'desc' }, { at: 'desc' }],
            select: { hash: true },
          })
          if (newest?.hash === hash || (newest && (await covered(tx, name)) >= upTo)) return false
          await insert(tx, version)
          return true
        })
      } catch (error) {
        // Two nodes give one text at one pause the same id.
        if (isTaken(error)) return false
        throw error
      }
    },

    async giveName(naming) {
      await client.documentVersionName.create({ data: { ...naming } })
    },

    async list(name) {
      const rows = await client.documentVersion.findMany({
        where: { name },
        // By what they cover: the clocks of two nodes may differ. Older versions do not tell it.
        orderBy: [{ upTo: 'asc' }, { at: 'asc' }, { id: 'asc' }],
        select: head,
      })
      const names = await given(name)
      return rows.map((row) => stored(row, names))
    },

    async get(id) {
      const row = await client.documentVersion.findUnique({
        where: { id },
        select: { ...head, content: true },
      })
      return row && stored(row, await given(row.name))
    },

    async lastWritten(name) {
      const after = (await client.documentVersion.aggregate({ where: { name }, _max: { upTo: true } }))._max
        .upTo
      const [row] = await client.$queryRaw<{ personId: string; at: string }[]>`
        SELECT "personId", "at" FROM (
          SELECT "personId", "at", "seq" AS "last" FROM "DocumentUpdate" WHERE "name" = ${name}
          UNION ALL SELECT "personId", "at", "lastSeq" FROM "DocumentWriter" WHERE "name" = ${name}
        ) AS "written" WHERE "last" > ${after ?? 0} ORDER BY "last" DESC LIMIT 1`
      return row ?? null
    },

    async folded() {
      const rows = await client.documentWriter.findMany({
        where: { name: { startsWith: 'case/' } },
        select: { name: true },
        distinct: ['name'],
      })
      return rows.map(({ name }) => name)
    },
  }
}
