import { databaseUser, testAdapter } from '@lucia-auth/adapter-test'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { NewStoredPerson, StoredRole } from '#server/services/people.ts'
import { createAccessLog } from '#server/store/access-log.ts'
import { createMemberLookup, createNameStore, createPeopleStore } from '#server/store/people.ts'
import { createSessionStore } from '#server/store/sessions.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'

function account(id: string, over: Partial<NewStoredPerson> = {}): NewStoredPerson {
  return {
    ...{
      id,
      userName: id,
      name: `${id}同志`,
      bodyId: null,
      office: '',
      active: true,
      language: 'zh-CN',
      mustChange: true,
    },
    ...{ passwordHash: `hash of ${id}` },
    ...over,
  }
}

function role(id: string, personId: string, over: Partial<StoredRole> = {}): StoredRole {
  return {
    id,
    personId,
    role: 'system-administrator',
    bodyId: null,
    from: '2026-01-01',
    until: null,
    ...over,
  }
}

const beginning = {
  jurisdiction: { id: 'county', name: '某县', caseMark: '容错', minutesMark: '纪要', demo: false },
  bodies: [
    { id: 'discipline', name: '县纪委监委', shortName: '纪委', kind: 'discipline' as const },
    { id: 'organization', name: '县委组织部', shortName: '组织部', kind: 'organization' as const },
  ],
  people: [account('anna'), account('bo', { bodyId: 'discipline' })],
  roles: [role('r1', 'anna')],
}

describe.each(KINDS)('people on %s', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(kind)
  })
  afterAll(() => database.close())

  it('[R-44] are set up once, of several who try at once', async () => {
    const people = createPeopleStore(database)
    expect(await people.jurisdiction()).toBeNull()
    const other = createPeopleStore(await database.another())
    const answers = await Promise.all([people, other, people, other].map((store) => store.setUp(beginning)))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await people.jurisdiction()).toEqual(beginning.jurisdiction)
    expect(await people.bodies()).toEqual(beginning.bodies)
    expect(
      await people.setUp({ ...beginning, jurisdiction: { ...beginning.jurisdiction, id: 'second' } }),
    ).toBe(false)
  })

  it('[R-45] are read back without their passwords', async () => {
    const people = createPeopleStore(database)
    const { passwordHash: _hash, ...anna } = account('anna')
    const expected = { ...anna, roles: [role('r1', 'anna')] }
    expect(await people.person('anna')).toEqual(expected)
    expect(await people.personByUserName('anna')).toEqual(expected)
    expect((await people.people()).map(({ userName }) => userName)).toEqual(['anna', 'bo'])
    expect(JSON.stringify(await people.people())).not.toContain('hash of')
    expect(await people.passwordHash('anna')).toBe('hash of anna')
    expect(await people.passwordHash('nobody')).toBeNull()
    expect(await people.person('nobody')).toBeNull()
  })

  it('[R-45] are read back with their roles, more than a thousand of them', async () => {
    const big = await openTestDatabase(kind)
    onTestFinished(() => big.close())
    const people = createPeopleStore(big)
    const crowd = Array.from({ length: 1_100 }, (_, index) =>
      account(`person-${String(index).padStart(4, '0')}`),
    )
    const roles = crowd.map(({ id }) => role(`role of ${id}`, id))
    expect(await people.setUp({ ...beginning, people: crowd, roles })).toBe(true)
    const read = await people.people()
    expect(read).toHaveLength(1_100)
    expect(read.every(({ id, roles: held }) => held.length === 1 && held[0]?.personId === id)).toBe(true)
    const ids = crowd.map(({ id }) => id)
    expect(await createMemberLookup(big).membersFor(ids)).toEqual([])
  })

  it('[R-45] hold a user name alone', async () => {
    const people = createPeopleStore(database)
    const answers = await Promise.all(
      ['c1', 'c2', 'c3'].map((id) => people.addPerson(account(id, { userName: 'carl' }))),
    )
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect((await people.personByUserName('carl'))?.id).toMatch(/^c\d$/)
  })

  it('[R-45] keep what is changed of them', async () => {
    const people = createPeopleStore(database)
    await people.setPassword('bo', 'another hash', false)
    await people.setLanguage('bo', 'en')
    await people.addBody({ id: 'party', name: '党委', shortName: '党委', kind: 'party-committee' })
    await people.addRole(role('r2', 'bo', { role: 'member', bodyId: 'discipline' }))
    await people.endRole('r2', '2026-06-30')
    expect(await people.passwordHash('bo')).toBe('another hash')
    expect(await people.person('bo')).toMatchObject({
      language: 'en',
      mustChange: false,
      roles: [{ until: '2026-06-30' }],
    })
    expect(await people.role('r2')).toEqual(
      role('r2', 'bo', { role: 'member', bodyId: 'discipline', until: '2026-06-30' }),
    )
    expect((await people.bodies()).map(({ id }) => id)).toEqual(['discipline', 'organization', 'party'])
    expect(await createNameStore(database).people()).toMatchObject({ anna: 'anna同志', bo: 'bo同志' })
    expect(await createNameStore(database).bodies()).toMatchObject({ party: '党委' })
    expect(await createNameStore(database).jurisdiction()).toEqual({
      name: '某县',
      caseMark: '容错',
      minutesMark: '纪要',
    })
  })

  it('[R-45] are members where they are active and have a body', async () => {
    const people = createPeopleStore(database)
    await people.addPerson(account('dora', { bodyId: 'organization' }))
    await people.addPerson(account('emil', { bodyId: 'organization', active: false }))
    expect(await createMemberLookup(database).membersFor(['dora', 'emil', 'anna', 'bo', 'nobody'])).toEqual([
      { personId: 'dora', name: 'dora同志', bodyId: 'organization', bodyName: '县委组织部' },
      { personId: 'bo', name: 'bo同志', bodyId: 'discipline', bodyName: '县纪委监委' },
    ])
  })

  it('[R-46] have sessions as Lucia expects them', async () => {
    const { username } = databaseUser.attributes as { username: string }
    await createPeopleStore(database).addPerson(account(databaseUser.id, { userName: username }))
    const said = vi.spyOn(console, 'log').mockReturnValue()
    await testAdapter(createSessionStore(database))
    said.mockRestore()
  })

  it('[R-46] have none once they are disabled', async () => {
    const sessions = createSessionStore(database)
    await sessions.setSession({ id: 's', userId: 'bo', expiresAt: new Date('2030-01-01'), attributes: {} })
    expect((await sessions.getSessionAndUser('s'))[1]?.id).toBe('bo')
    await createPeopleStore(database).setActive('bo', false)
    expect(await sessions.getSessionAndUser('s')).toEqual([null, null])
  })

  it('[R-47] leave a record of access, newest first, by part and by person', async () => {
    let minute = 0
    const now = () => new Date(Date.UTC(2026, 0, 1, 0, (minute += 1)))
    const log = createAccessLog(database, { now, newId: () => `line-${String(minute)}` })
    for (const [personId, action] of [
      ['anna', 'account/signed-in'],
      ['bo', 'evidence/opened'],
      ['anna', 'role/granted'],
      ['anna', 'version/opened'],
    ] as const)
      await log.note({
        personId,
        action,
        subject: 'case/x',
        ...(action === 'role/granted' ? { detail: 'member' } : {}),
      })
    const actions = async (part: 'account' | 'content' | null, personId: string | null, page = 1) => {
      const found = await log.page({ part, personId, page, pageSize: 2 })
      return [found.total, ...found.rows.map(({ action }) => action)]
    }
    expect(await actions(null, null)).toEqual([4, 'version/opened', 'role/granted'])
    expect(await actions(null, null, 2)).toEqual([4, 'evidence/opened', 'account/signed-in'])
    expect(await actions('account', null)).toEqual([2, 'role/granted', 'account/signed-in'])
    expect(await actions('content', 'anna')).toEqual([1, 'version/opened'])
    expect((await log.page({ part: 'account', personId: null, page: 1, pageSize: 1 })).rows).toEqual([
      {
        id: 'line-2',
        at: '2026-01-01T00:03:00.000Z',
        personId: 'anna',
        action: 'role/granted',
        subject: 'case/x',
        detail: 'member',
      },
    ])
  })
})
