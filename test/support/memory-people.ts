import type { Adapter, DatabaseSession } from 'lucia'
import type { AccessLine, AccessLog } from '#server/services/access-log.ts'
import type { PeopleStore, StoredJurisdiction, StoredPerson, StoredRole } from '#server/services/people.ts'
import type { Body } from '#domain/people/actor.ts'

/** The tables of people in memory; behaves as the port says and as the contract suite of the store checks. */
export function memoryPeople(): PeopleStore {
  let jurisdiction: StoredJurisdiction | null = null
  const bodies: Body[] = []
  const people = new Map<string, Omit<StoredPerson, 'roles'> & { passwordHash: string }>()
  const roles = new Map<string, StoredRole>()

  const whole = (id: string): StoredPerson | null => {
    const found = people.get(id)
    if (!found) return null
    const { passwordHash: _, ...person } = found
    return { ...person, roles: [...roles.values()].filter((role) => role.personId === id) }
  }
  const change = (id: string, part: Partial<StoredPerson & { passwordHash: string }>) => {
    const found = people.get(id)
    if (found) people.set(id, { ...found, ...part })
  }

  return {
    jurisdiction: async () => jurisdiction,
    async setUp(input) {
      if (jurisdiction || people.size > 0) return false
      jurisdiction = input.jurisdiction
      bodies.push(...input.bodies)
      for (const person of input.people) people.set(person.id, person)
      for (const role of input.roles) roles.set(role.id, role)
      return true
    },
    bodies: async () => [...bodies],
    async addBody(body) {
      bodies.push(body)
    },
    people: async () =>
      [...people.keys()]
        .map(whole)
        .filter((person) => person !== null)
        .sort((a, b) => a.userName.localeCompare(b.userName)),
    person: async (id) => whole(id),
    async personByUserName(userName) {
      const found = [...people.values()].find((person) => person.userName === userName)
      return found ? whole(found.id) : null
    },
    passwordHash: async (id) => people.get(id)?.passwordHash ?? null,
    async addPerson(person) {
      if ([...people.values()].some(({ userName }) => userName === person.userName)) return false
      people.set(person.id, person)
      return true
    },
    setActive: async (id, active) => change(id, { active }),
    setPassword: async (id, passwordHash, mustChange) => change(id, { passwordHash, mustChange }),
    setLanguage: async (id, language) => change(id, { language }),
    role: async (id) => roles.get(id) ?? null,
    async addRole(role) {
      roles.set(role.id, role)
    },
    async endRole(id, until) {
      const role = roles.get(id)
      if (role) roles.set(id, { ...role, until })
    },
  }
}

const ACCOUNT = /^(account|role|body|audit)\//

export function memoryAccessLog(): AccessLog & { readonly lines: readonly AccessLine[] } {
  const lines: AccessLine[] = []
  return {
    lines,
    async note({ detail = '', ...line }) {
      lines.unshift({ id: String(lines.length), at: new Date().toISOString(), detail, ...line })
    },
    async page({ part, personId, page, pageSize }) {
      const rows = lines.filter(
        (line) =>
          (part === null || ACCOUNT.test(line.action) === (part === 'account')) &&
          (personId === null || line.personId === personId),
      )
      return { rows: rows.slice((page - 1) * pageSize, page * pageSize), total: rows.length }
    },
  }
}

/** Lucia's port in memory. */
export function memorySessions(): Adapter {
  const sessions = new Map<string, DatabaseSession>()
  return {
    async getSessionAndUser(id) {
      const session = sessions.get(id) ?? null
      return [session, session && { id: session.userId, attributes: {} }]
    },
    getUserSessions: async (userId) => [...sessions.values()].filter((session) => session.userId === userId),
    async setSession(session) {
      sessions.set(session.id, session)
    },
    async updateSessionExpiration(id, expiresAt) {
      const session = sessions.get(id)
      if (session) sessions.set(id, { ...session, expiresAt })
    },
    async deleteSession(id) {
      sessions.delete(id)
    },
    async deleteUserSessions(userId) {
      for (const [id, session] of sessions) if (session.userId === userId) sessions.delete(id)
    },
    async deleteExpiredSessions() {
      for (const [id, session] of sessions) if (session.expiresAt.getTime() <= Date.now()) sessions.delete(id)
    },
  }
}
