import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import type { Database } from './client.ts'

interface SessionRow {
  readonly id: string
  readonly personId: string
  readonly expiresAt: bigint
  readonly attributes: string
}

function sessionOf({ id, personId, expiresAt, attributes }: SessionRow): DatabaseSession {
  return {
    id,
    userId: personId,
    expiresAt: new Date(Number(expiresAt)),
    attributes: JSON.parse(attributes) as DatabaseSession['attributes'],
  }
}

/**
 * Lucia's seven methods on our tables; its own adapters end at Prisma 5. A disabled person's session is
 * answered as if there were none, whoever forgot to end it.
 */
export function createSessionStore({ client }: Database): Adapter {
  return {
    async getSessionAndUser(id) {
      const row = await client.session.findUnique({ where: { id }, include: { person: true } })
      if (!row?.person.active) return [null, null]
      const user = { id: row.personId, attributes: { username: row.person.userName } } as DatabaseUser
      return [sessionOf(row), user]
    },

    async getUserSessions(personId) {
      return (await client.session.findMany({ where: { personId }, orderBy: { id: 'asc' } })).map(sessionOf)
    },

    async setSession({ id, userId, expiresAt, attributes }) {
      const data = {
        id,
        personId: userId,
        expiresAt: BigInt(expiresAt.getTime()),
        attributes: JSON.stringify(attributes),
      }
      await client.session.create({ data })
    },

    async updateSessionExpiration(id, expiresAt) {
      await client.session.updateMany({ where: { id }, data: { expiresAt: BigInt(expiresAt.getTime()) } })
    },

    async deleteSession(id) {
      await client.session.deleteMany({ where: { id } })
    },

    async deleteUserSessions(personId) {
      await client.session.deleteMany({ where: { personId } })
    },

    async deleteExpiredSessions() {
      await client.session.deleteMany({ where: { expiresAt: { lte: BigInt(Date.now()) } } })
    },
  }
}
