import type { HearingListStore } from '#server/services/hearings.ts'
import type { Database } from './client.ts'

const idsOf = (text: string) => JSON.parse(text) as readonly string[]

/** Hearings as lists show them, newest first. */
export function createHearingList({ client }: Database): HearingListStore {
  const newest = { orderBy: [{ startsAt: 'desc' as const }, { id: 'asc' as const }] }
  return {
    async list({ all, personId }) {
      const rows = await client.hearingRow.findMany({
        // Narrowed by the database, decided below: to LIKE, an underscore in an id is any sign.
        ...(!all && { where: { personIds: { contains: JSON.stringify(personId) } } }),
        ...newest,
      })
      return rows.filter((row) => all || idsOf(row.personIds).includes(personId))
    },

    ofCase: (caseId) => client.hearingRow.findMany({ where: { caseId }, ...newest }),

    public: (statuses) =>
      client.hearingRow.findMany({
        where: { public: true, status: { in: [...statuses] } },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      }),
  }
}
