import type { MeetingListStore } from '#server/services/meetings.ts'
import type { RecusalStore } from '#server/services/ports.ts'
import type { Database } from './client.ts'

const idsOf = (text: string) => JSON.parse(text) as readonly string[]

/** Meetings by person, newest first. */
export function createMeetingList({ client }: Database): MeetingListStore {
  return {
    async list({ all, personId }) {
      const meetings = await client.meetingRow.findMany({
        // Narrowed by the database, decided below: to LIKE, an underscore in an id is any sign.
        ...(!all && { where: { personIds: { contains: JSON.stringify(personId) } } }),
        orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
      })
      const visible = meetings.filter((meeting) => all || idsOf(meeting.personIds).includes(personId))
      const recused = await client.recusalRow.findMany({ where: { personId }, select: { caseId: true } })
      const hidden = new Set(recused.map(({ caseId }) => caseId))
      const listed = [...new Set(visible.flatMap((meeting) => idsOf(meeting.caseIds)))]
      const cases = await client.caseRow.findMany({
        where: { id: { in: listed } },
        select: { id: true, number: true, title: true },
      })
      const byId = new Map(cases.map(({ id, number, title }) => [id, { number, title }]))
      return visible.map(({ id, title, place, startsAt, status, grade, minutesId, caseIds }) => ({
        ...{ id, title, place, startsAt, status, grade, minutesId },
        cases: idsOf(caseIds).flatMap((caseId) => (hidden.has(caseId) ? [] : (byId.get(caseId) ?? []))),
      }))
    },
  }
}

/** What a case's access depends on outside the case. */
export function createRecusalStore({ client }: Database): RecusalStore {
  return {
    async recusedFromCase(caseId) {
      const rows = await client.recusalRow.findMany({ where: { caseId }, select: { personId: true } })
      return [...new Set(rows.map(({ personId }) => personId))]
    },

    async closedCases() {
      const closed = new Map<string, string[]>()
      for (const { personId, caseId } of await client.recusalRow.findMany({
        select: { personId: true, caseId: true },
        distinct: ['personId', 'caseId'],
      }))
        closed.set(personId, [...(closed.get(personId) ?? []), caseId])
      return closed
    },

    async participantsOfCase(caseId) {
      const rows = await client.meetingRow.findMany({
        where: { status: { not: 'cancelled' }, caseIds: { contains: JSON.stringify(caseId) } },
        select: { caseIds: true, personIds: true },
      })
      const here = rows.filter((row) => idsOf(row.caseIds).includes(caseId))
      return [...new Set(here.flatMap((row) => idsOf(row.personIds)))]
    },
  }
}
