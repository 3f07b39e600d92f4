import type { HearingListStore } from '#server/services/hearings.ts'
import type { Database } from './client.ts'

const idsOf = (text: string) => JSON.parse(text) as readonly string[]

/** Hearings as lists show them, newest first. */
export function createHearingList({ client }: Database): HearingListStore {
  const newest = { orderBy: [{ startsAt: 'desc' as const }, { id: 'asc' as const }] }
  return {
    async list({ personId, officeRoles, closedCaseIds }) {
      const contains = (text: string) => ({ contains: JSON.stringify(text) })
      const rows = await client.hearingRow.findMany({
        // Narrowed by the database, decided below: to LIKE, an underscore in an id is any sign.
        where: {
          OR: [
            { personIds: contains(personId) },
            ...officeRoles.map((role) => ({ officeRoles: contains(role) })),
          ],
        },
        ...newest,
      })
      const byOffice = (row: (typeof rows)[number]) =>
        !closedCaseIds.includes(row.caseId) &&
        idsOf(row.officeRoles).some((role) => officeRoles.includes(role))
      return rows.filter((row) => idsOf(row.personIds).includes(personId) || byOffice(row))
    },

    ofCase: (caseId) => client.hearingRow.findMany({ where: { caseId }, ...newest }),

    public: (statuses) =>
      client.hearingRow.findMany({
        where: { public: true, status: { in: [...statuses] } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      }),
  }
}
