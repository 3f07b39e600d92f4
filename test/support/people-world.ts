import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Actor, Role } from '#domain/people/actor.ts'
import { createAuth } from '#server/auth/compose.ts'
import { createPeopleService } from '#server/services/people-service.ts'
import type { SessionsEnded } from '#server/services/people.ts'
import { nouns } from '#server/record/nouns.ts'
import { createRecord } from '#server/record/record.ts'
import { createStores } from '#server/store/stores.ts'
import { openTestDatabase } from './database.ts'

export const PASSWORD = 'Right-1-password'

/** As entered again on a page. */
export const proof = (password: string) => ({ password, address: '10.0.0.1' })

interface WorldOptions {
  readonly demo?: boolean
  readonly secure?: boolean
}

/** An actor as the session of an administrator gives it. */
export function administrator(role: Role): Actor {
  return { personId: role, name: role, bodyId: null, bodyName: null, roles: [{ role, bodyId: '' }] }
}

/**
 * Sign-in and accounts over a real database that has been set up: three administrators (`sys`, `sec`, `aud`),
 * the standard bodies, one person `wang`. Everything that is told to the live part is kept in `told`.
 */
export async function peopleWorld({ demo = false, secure = false }: WorldOptions = {}) {
  const database = await openTestDatabase()
  onTestFinished(() => database.close())
  const surroundings = {
    now: () => new Date(),
    newId: () => randomUUID(),
    chance: () => 0.5,
    timeZone: 'Asia/Shanghai',
  }
  const stores = createStores(database, surroundings)
  const record = createRecord({
    ...surroundings,
    calendar: async () => ({}),
    definitions: nouns,
    store: stores.record,
  })
  const ended: Parameters<SessionsEnded>[0][] = []
  const rolesChanged: string[] = []
  const auth = createAuth({
    env: { demo, secure, idleMinutes: 30 },
    stores,
    record,
    surroundings,
    chanceText: randomUUID(),
    onSessionsEnded: (end) => void ended.push(end),
    redis: null,
  })
  let today = '2026-11-22'
  const people = createPeopleService({
    store: stores.people,
    log: stores.accessLog,
    passwords: auth.passwords,
    confirmPassword: (personId, proof) => auth.signIn.confirm({ personId, ...proof }),
    sessions: auth.sessions,
    today: () => today,
    newId: surroundings.newId,
    demo,
    onSessionsEnded: auth.onSessionsEnded,
    // No meetings in this world.
    leaveMeetings: async () => undefined,
    onRolesChanged: (personId) => void rolesChanged.push(personId),
  })
  return {
    auth,
    people,
    stores,
    told: { ended, rolesChanged },
    setToday: (day: string) => void (today = day),
    /** Set up by the three, with one ordinary account. */
    async filled() {
      const done = await people.setUp(SET_UP)
      const [body] = await people.bodies()
      if (!('ok' in done) || !body) throw new Error('set-up refused')
      const wang = { userName: 'wang', name: '王芳', bodyId: body.id, office: '科长', password: PASSWORD }
      const added = await people.addPerson(administrator('system-administrator'), wang)
      if (!('personId' in added)) throw new Error('wang refused')
      await stores.people.setPassword(added.personId, await auth.passwords.hash(PASSWORD), false)
      return { wangId: added.personId, bodyId: body.id }
    },
    signIn: (userName: string, password: string, address = '10.0.0.1') =>
      auth.signIn.withPassword({ userName, password, address }),
    async actions() {
      const { rows } = await stores.accessLog.page({ part: null, personId: null, page: 1, pageSize: 500 })
      return rows.map((row) => row.action).reverse()
    },
  }
}

export type PeopleWorld = Awaited<ReturnType<typeof peopleWorld>>

export const SET_UP = {
  jurisdiction: '测试市',
  caseMark: '容错',
  minutesMark: '纪要',
  administrators: [
    { role: 'system-administrator', userName: 'sys', name: '甲', password: 'Password-1' },
    { role: 'security-administrator', userName: 'sec', name: '乙', password: 'Password-2' },
    { role: 'audit-administrator', userName: 'aud', name: '丙', password: 'Password-3' },
  ],
} as const

/** The cookie of a `Set-Cookie` value, as the browser sends it back. */
export function cookieIn(answer: { cookie: string } | object): string {
  if (!('cookie' in answer)) throw new Error(`not signed in: ${JSON.stringify(answer)}`)
  return answer.cookie.split(';', 1)[0] ?? ''
}
