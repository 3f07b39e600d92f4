import { owes } from '#domain/cases/project.ts'
import type { Stage } from '#domain/cases/types.ts'
import type { CaseListStore, CaseQuery } from '#server/services/cases.ts'
import type { Database } from './client.ts'
import { Prisma } from './generated/sqlite/client.ts'

const PAGE_SIZE = 20

/** `%` and `_` stand for themselves in what people type. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/**
 * Lists of ids are JSON text, and ids hold no quotes: the quoted id is in it or it is not. Not by LIKE, to
 * which SQLite's capital and small letters are one: this decides who sees what.
 */
function listed(kind: Database['kind'], column: 'bodyIds' | 'personIds', id: string): Prisma.Sql {
  const position = Prisma.raw(`${kind === 'sqlite' ? 'instr' : 'strpos'}("${column}", `)
  return Prisma.sql`${position}${JSON.stringify(id)}) > 0`
}

const ORDERS: Readonly<Record<CaseQuery['sort'], readonly string[]>> = {
  number: ['"year"', '"ordinal"', '"id"'],
  updated: ['"updatedAt"', '"id"'],
  title: ['"title"', '"id"'],
}

function orderBy(query: CaseQuery): Prisma.Sql {
  const direction = query.descending ? 'DESC' : 'ASC'
  return Prisma.raw(ORDERS[query.sort].map((column) => `${column} ${direction}`).join(', '))
}

type Visible = Parameters<CaseListStore['list']>[1]

/** The rows that the person is told whole; of those that he finds besides he is told number, title and stage (C-45). */
function whole(kind: Database['kind'], { all, personId, bodyId }: Visible): Prisma.Sql {
  if (all) return Prisma.sql`1 = 1`
  const ways = [listed(kind, 'personIds', personId)]
  if (bodyId !== null) ways.push(listed(kind, 'bodyIds', bodyId))
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}

function conditions(kind: Database['kind'], query: CaseQuery, visible: Visible): Prisma.Sql {
  const mine = whole(kind, visible)
  const all: Prisma.Sql[] = [
    // The whole case is closed to a recused person, its title too.
    Prisma.sql`NOT EXISTS (
      SELECT 1 FROM "RecusalRow" WHERE "RecusalRow"."caseId" = "CaseRow"."id" AND "RecusalRow"."personId" = ${visible.personId})`,
  ]
  const owed = visible.bodyId === null ? [] : [listed(kind, 'bodyIds', owes(visible.bodyId))]
  all.push(Prisma.sql`(${Prisma.join([mine, ...owed], ' OR ')})`)
  if (query.stage !== null) all.push(Prisma.sql`"stage" = ${query.stage}`)
  for (const word of query.search
    .toLowerCase()
    .split(/[\s\0]+/)
    .filter(Boolean)
    .map(likePattern))
    all.push(
      Prisma.sql`CASE WHEN ${mine} THEN "searchText" ELSE LOWER("number" || ' ' || "title") END LIKE ${word} ESCAPE '\\'`,
    )
  return Prisma.join(all, ' AND ')
}

/** The list of cases; who may see what is decided in the question, so that totals tell nothing more either. */
export function createCaseList({ client, kind }: Database): CaseListStore {
  return {
    async list(query, visible) {
      const where = conditions(kind, query, visible)
      const from = (Math.max(query.page, 1) - 1) * PAGE_SIZE
      const rows = await client.$queryRaw<
        {
          id: string
          number: string
          kind: string
          title: string
          stage: Stage
          subjects: string
          registeredAt: string
          updatedAt: string
        }[]
      >`
        SELECT "id", "number", "kind", "title", "stage", "registeredAt", "updatedAt",
          CASE WHEN ${whole(kind, visible)} THEN "subjects" ELSE '' END AS "subjects"
        FROM "CaseRow" WHERE ${where} ORDER BY ${orderBy(query)} LIMIT ${PAGE_SIZE} OFFSET ${from}`
      const [count] = await client.$queryRaw<{ total: bigint | number }[]>`
        SELECT COUNT(*) AS "total" FROM "CaseRow" WHERE ${where}`
      return { rows, total: Number(count?.total ?? 0), pageSize: PAGE_SIZE }
    },
  }
}
