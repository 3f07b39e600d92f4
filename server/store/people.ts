import type { Body, BodyKind, Role } from '#domain/people/actor.ts'
import type { WhyOut } from '#domain/meetings/happenings.ts'
import type { MemberDue } from '#domain/meetings/types.ts'
import type { OfficeLookup } from '#server/services/leave-meetings.ts'
import type { MemberLookup } from '#server/services/meetings.ts'
import type { PeopleStore, StoredPerson, StoredRole } from '#server/services/people.ts'
import type { NameStore } from '#server/services/ports.ts'
import type { Database, Tx } from './client.ts'
import { isTaken } from './failures.ts'

/** Codes are text in the tables; they were checked by zod and the domain before they were written. */
const coded = <Code extends string>(text: string) => text as Code

interface RoleRow extends Omit<StoredRole, 'role'> {
  readonly role: string
}
type PersonRow = Omit<StoredPerson, 'roles' | 'language' | 'guestOf'> & {
  language: string
  guestOf: string | null
  roles: readonly RoleRow[]
}

function roleOf({ id, personId, role, bodyId, from, until }: RoleRow): StoredRole {
  return { id, personId, role: coded<Role>(role), bodyId, from, until }
}

/** Field by field: what is not named here, the password's hash before all, does not leave the table. */
function personOf(row: PersonRow): StoredPerson {
  const { id, userName, name, bodyId, office, active, mustChange } = row
  const language = coded<StoredPerson['language']>(row.language)
  const roles = row.roles.map(roleOf)
  const person = { id, userName, name, bodyId, office, active, language, mustChange, roles }
  return row.guestOf === null ? person : { ...person, guestOf: row.guestOf }
}

const withRoles = { include: { roles: { orderBy: [{ from: 'asc' as const }, { id: 'asc' as const }] } } }

/** Accounts, bodies, roles. */
export function createPeopleStore(database: Database): PeopleStore {
  const { client } = database

  async function addBodies(tx: Tx, bodies: readonly Body[], jurisdictionId: string): Promise<void> {
    const before = await tx.body.count()
    const data = bodies.map(({ id, name, shortName, kind }, index) => {
      return { id, name, shortName, kind, jurisdictionId, ordinal: before + index + 1 }
    })
    await tx.body.createMany({ data })
  }

  const jurisdiction: PeopleStore['jurisdiction'] = () =>
    client.jurisdiction.findFirst({
      orderBy: { id: 'asc' },
      select: { id: true, name: true, caseMark: true, minutesMark: true, demo: true },
    })

  return {
    jurisdiction,

    async setUp(input) {
      try {
        return await database.transaction(async (tx) => {
          // Two browsers on the set-up page: the second waits for this key and is refused by it.
          await tx.counter.create({ data: { name: 'set-up', value: 1 } })
          if ((await tx.jurisdiction.count()) + (await tx.person.count()) > 0) throw new AlreadyThere()
          await tx.jurisdiction.create({ data: input.jurisdiction })
          await addBodies(tx, input.bodies, input.jurisdiction.id)
          await tx.person.createMany({ data: [...input.people] })
          await tx.roleTerm.createMany({ data: [...input.roles] })
          return true
        })
      } catch (error) {
        if (error instanceof AlreadyThere || isTaken(error)) return false
        throw error
      }
    },

    async bodies() {
      const rows = await client.body.findMany({ orderBy: [{ ordinal: 'asc' }, { name: 'asc' }] })
      return rows.map(({ id, name, shortName, kind }) => ({
        id,
        name,
        shortName,
        kind: coded<BodyKind>(kind),
      }))
    },

    async addBody(body) {
      const { id } = (await jurisdiction()) ?? { id: '' }
      await database.transaction((tx) => addBodies(tx, [body], id))
    },

    async people() {
      // Two questions, not one with a list of ids in it: SQLite takes a thousand of them and not one more.
      const [people, terms] = await Promise.all([
        client.person.findMany({ orderBy: { userName: 'asc' } }),
        client.roleTerm.findMany(withRoles.include.roles),
      ])
      const roles = new Map<string, RoleRow[]>()
      for (const term of terms) roles.set(term.personId, [...(roles.get(term.personId) ?? []), term])
      return people.map((row) => personOf({ ...row, roles: roles.get(row.id) ?? [] }))
    },

    async person(id) {
      const row = await client.person.findUnique({ where: { id }, ...withRoles })
      return row && personOf(row)
    },

    async personByUserName(userName) {
      const row = await client.person.findUnique({ where: { userName }, ...withRoles })
      return row && personOf(row)
    },

    async passwordHash(id) {
      const row = await client.person.findUnique({ where: { id }, select: { passwordHash: true } })
      // Empty: a guest's, whom no password lets in.
      return row?.passwordHash || null
    },

    async addPerson(person) {
      try {
        await client.person.create({ data: person })
        return true
      } catch (error) {
        if (isTaken(error)) return false
        throw error
      }
    },

    async setActive(id, active) {
      await client.person.updateMany({ where: { id }, data: { active } })
    },

    async setPassword(id, passwordHash, mustChange) {
      await client.person.updateMany({ where: { id }, data: { passwordHash, mustChange } })
    },

    async setLanguage(id, language) {
      await client.person.updateMany({ where: { id }, data: { language } })
    },

    async role(id) {
      const row = await client.roleTerm.findUnique({ where: { id } })
      return row && roleOf(row)
    },

    async addRole(role) {
      await client.roleTerm.create({ data: role })
    },

    async endRole(id, until) {
      await client.roleTerm.updateMany({ where: { id }, data: { until } })
    },
  }
}

class AlreadyThere extends Error {}

/** What ids are called, for views. */
export function createNameStore({ client }: Database): NameStore {
  const byId = (rows: readonly { id: string; name: string }[]) =>
    Object.fromEntries(rows.map(({ id, name }) => [id, name]))
  const select = { id: true, name: true } as const
  return {
    people: async () => byId(await client.person.findMany({ select })),
    bodies: async () => byId(await client.body.findMany({ select })),
    async jurisdiction() {
      const found = await client.jurisdiction.findFirst({ orderBy: { id: 'asc' } })
      return {
        name: found?.name ?? '',
        caseMark: found?.caseMark ?? '',
        minutesMark: found?.minutesMark ?? '',
      }
    },
  }
}

/** More ids than this in one question are asked for without naming them: SQLite takes a thousand. */
const MOST_IDS = 500

/** Active people of a body, in the order asked for; whoever is neither is left out. And who of them is in office. */
export function createMemberLookup({ client }: Database): MemberLookup & OfficeLookup {
  return {
    async outOfOffice(people, day) {
      const named = people.length <= MOST_IDS ? { in: people.map(({ personId }) => personId) } : undefined
      const [active, terms] = await Promise.all([
        client.person.findMany({
          where: { active: true, ...(named && { id: named }) },
          select: { id: true },
        }),
        client.roleTerm.findMany({
          where: {
            from: { lte: day },
            OR: [{ until: null }, { until: { gte: day } }],
            ...(named && { personId: named }),
          },
          select: { personId: true, bodyId: true },
        }),
      ])
      const accounts = new Set(active.map(({ id }) => id))
      const held = new Set(terms.flatMap(({ personId, bodyId }) => [personId, `${personId} ${bodyId ?? ''}`]))
      return new Map(
        people.flatMap(({ personId, bodyId }): [string, WhyOut][] => {
          if (!accounts.has(personId)) return [[personId, 'disabled']]
          return held.has(bodyId === null ? personId : `${personId} ${bodyId}`)
            ? []
            : [[personId, 'role-ended']]
        }),
      )
    },

    async membersFor(personIds) {
      const people = await client.person.findMany({ where: { id: { in: [...personIds] }, active: true } })
      const bodies = new Map((await client.body.findMany()).map((body) => [body.id, body.name]))
      const found = new Map<string, MemberDue>()
      for (const { id, name, bodyId } of people) {
        const bodyName = bodyId === null ? undefined : bodies.get(bodyId)
        if (bodyId !== null && bodyName !== undefined) found.set(id, { personId: id, name, bodyId, bodyName })
      }
      return personIds.flatMap((id) => found.get(id) ?? [])
    },
  }
}
