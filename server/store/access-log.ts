import type { AccessLog } from '#server/services/access-log.ts'
import type { Database } from './client.ts'

const ACCOUNT = ['account/', 'role/', 'body/', 'calendar/', 'audit/']
const ofAccounts = { OR: ACCOUNT.map((prefix) => ({ action: { startsWith: prefix } })) }

/** Who opened and did what. Triggers refuse to change or remove a line. */
export function createAccessLog(
  { client }: Database,
  surroundings: { now(): Date; newId(): string },
): AccessLog {
  return {
    async note({ personId, action, subject, detail = '' }) {
      const id = surroundings.newId()
      await client.accessEntry.create({
        data: { id, at: surroundings.now().toISOString(), personId, action, subject, detail },
      })
    },

    async page({ part, personId, page, pageSize }) {
      const where = {
        ...(part === 'account' && ofAccounts),
        ...(part === 'content' && { NOT: ofAccounts }),
        ...(personId !== null && { personId }),
      }
      const [rows, total] = await Promise.all([
        client.accessEntry.findMany({
          where,
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          skip: (page - 1) * pageSize,
          take: pageSize,
        }),
        client.accessEntry.count({ where }),
      ])
      return { rows, total }
    },
  }
}
