import {
  NO_ROWS,
  type ProjectionRows,
  type ProjectionTable,
  type TaskColumns,
} from '#server/record/projections.ts'
import type { RecordStore } from '#server/record/ports.ts'
import type { Database, StoreClient, Tx } from './client.ts'
import { Prisma } from './generated/sqlite/client.ts'

type Reader = Pick<
  StoreClient,
  'caseRow' | 'hearingRow' | 'meetingRow' | 'minutesRow' | 'recusalRow' | 'task' | 'jurisdiction'
>

/** Which rows of a table belong to a stream: a case's one row, a meeting's recusals, everybody's tasks. */
function ownedBy(stream: string) {
  const [noun = '', id = ''] = stream.split('/')
  return {
    CaseRow: noun === 'case' ? { id } : null,
    HearingRow: noun === 'hearing' ? { id } : null,
    MeetingRow: noun === 'meeting' ? { id } : null,
    MinutesRow: noun === 'minutes' ? { id } : null,
    RecusalRow: noun === 'meeting' ? { meetingId: id } : null,
    Task: { stream },
  }
}

const byId = { orderBy: { id: 'asc' as const } }

async function read(from: Reader, stream: string): Promise<ProjectionRows> {
  const owned = ownedBy(stream)
  const cases = owned.CaseRow ? await from.caseRow.findMany({ where: owned.CaseRow }) : []
  return {
    ...NO_ROWS,
    CaseRow: cases.map(({ jurisdictionId: _, ...columns }) => columns),
    HearingRow: owned.HearingRow ? await from.hearingRow.findMany({ where: owned.HearingRow }) : [],
    MeetingRow: owned.MeetingRow ? await from.meetingRow.findMany({ where: owned.MeetingRow }) : [],
    MinutesRow: owned.MinutesRow ? await from.minutesRow.findMany({ where: owned.MinutesRow }) : [],
    RecusalRow: owned.RecusalRow ? await from.recusalRow.findMany({ where: owned.RecusalRow, ...byId }) : [],
    // The kind is checked where it is written, by the type of the draft.
    Task: (await from.task.findMany({ where: owned.Task, ...byId })) as readonly unknown[] as TaskColumns[],
  }
}

/** The jurisdiction of this installation; '' before it is set up. */
async function jurisdictionOf(tx: Tx): Promise<string> {
  return (await tx.jurisdiction.findFirst({ orderBy: { id: 'asc' }, select: { id: true } }))?.id ?? ''
}

async function insert(tx: Tx, rows: ProjectionRows): Promise<void> {
  const { CaseRow, HearingRow, MeetingRow, MinutesRow, RecusalRow, Task } = rows
  if (CaseRow.length > 0) {
    const jurisdictionId = await jurisdictionOf(tx)
    await tx.caseRow.createMany({ data: CaseRow.map((row) => ({ ...row, jurisdictionId })) })
  }
  if (HearingRow.length > 0) await tx.hearingRow.createMany({ data: [...HearingRow] })
  if (MeetingRow.length > 0) await tx.meetingRow.createMany({ data: [...MeetingRow] })
  if (MinutesRow.length > 0) await tx.minutesRow.createMany({ data: [...MinutesRow] })
  if (RecusalRow.length > 0) await tx.recusalRow.createMany({ data: [...RecusalRow] })
  if (Task.length > 0) await tx.task.createMany({ data: [...Task] })
}

async function remove(tx: Tx, stream: string, table: ProjectionTable): Promise<void> {
  const owned = ownedBy(stream)
  if (table === 'CaseRow' && owned.CaseRow) await tx.caseRow.deleteMany({ where: owned.CaseRow })
  if (table === 'HearingRow' && owned.HearingRow) await tx.hearingRow.deleteMany({ where: owned.HearingRow })
  if (table === 'MeetingRow' && owned.MeetingRow) await tx.meetingRow.deleteMany({ where: owned.MeetingRow })
  if (table === 'MinutesRow' && owned.MinutesRow) await tx.minutesRow.deleteMany({ where: owned.MinutesRow })
  if (table === 'RecusalRow' && owned.RecusalRow) await tx.recusalRow.deleteMany({ where: owned.RecusalRow })
  if (table === 'Task') await tx.task.deleteMany({ where: owned.Task })
}

/** From the closed list of tables, never from input. */
const named = (table: ProjectionTable) => Prisma.raw(`"${table}"`)
const IDS_AT_ONCE = 500

type Projections = Pick<
  RecordStore<Tx>,
  'projected' | 'project' | 'insertProjected' | 'projectedIds' | 'removeProjected'
>

/** The read tables as the record writes them. */
export function createProjections({ client }: Database): Projections {
  return {
    projected: (stream, tx = client) => read(tx, stream),

    async project(tx, stream, rows, tables) {
      for (const table of tables) await remove(tx, stream, table)
      const named = tables.map((table) => [table, rows[table]])
      await insert(tx, { ...NO_ROWS, ...Object.fromEntries(named) } as ProjectionRows)
    },

    insertProjected: insert,

    async projectedIds(table) {
      const rows = await client.$queryRaw<{ id: string }[]>`SELECT "id" FROM ${named(table)}`
      return rows.map(({ id }) => id)
    },

    async removeProjected(tx, table, ids) {
      for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
        const some = Prisma.join(ids.slice(from, from + IDS_AT_ONCE))
        await tx.$executeRaw`DELETE FROM ${named(table)} WHERE "id" IN (${some})`
      }
    },
  }
}
