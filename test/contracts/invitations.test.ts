import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInvitationStore } from '#server/store/invitations.ts'
import { createPeopleStore } from '#server/store/people.ts'
import { KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts'

const secrets = (of: string) => ({ linkHash: `link ${of}`, codeNumber: of, codeHash: `hash ${of}` })

describe.each(KINDS)('guests and their secrets on %s', (kind) => {
  let database: TestDatabase
  let store: ReturnType<typeof createInvitationStore>
  beforeAll(async () => {
    database = await openTestDatabase(kind)
    store = createInvitationStore(database)
    for (const personId of ['g1', 'g2'])
      await database.transaction((tx) =>
        store.addGuest(tx, { personId, hearingId: 'h1', contact: '0451-1', name: '周明', relation: '居民' }),
      )
  })
  afterAll(() => database.close())
  const change = (personId: string, to: Parameters<typeof store.change>[2]) =>
    database.transaction((tx) => store.change(tx, personId, to))
  const must = async (personId: string) => {
    const found = await store.ofPerson(personId)
    if (!found) throw new Error(personId)
    return found
  }

  it('[S-64] a guest is a person without a password, and no name is his to sign in by', async () => {
    const people = createPeopleStore(database)
    const guest = await people.person('g1')
    expect(guest).toMatchObject({ name: '周明', guestOf: 'h1', bodyId: null, roles: [], active: true })
    expect(guest?.userName).toMatch(/ /)
    expect(await people.passwordHash('g1')).toBeNull()
  })

  it('[S-66] is found by his link and by his code, until another takes their place', async () => {
    expect(await store.ofHearing('h1')).toMatchObject([
      { personId: 'g1', linkHash: null, codeHash: null },
      {},
    ])
    await change('g1', secrets('A'))
    await change('g2', secrets('B'))
    expect((await store.byLink('link A'))?.personId).toBe('g1')
    expect((await store.byNumber('B'))?.personId).toBe('g2')
    await expect(change('g2', secrets('A'))).rejects.toThrow()
    await change('g1', secrets('C'))
    expect(await store.byLink('link A')).toBeNull()
    expect(await store.byNumber('A')).toBeNull()
    await change('g1', { linkHash: null, codeNumber: null, codeHash: null })
    expect(await store.byLink('link C')).toBeNull()
  })

  it('[S-61] lets in by secrets that stand, the last session alone', async () => {
    await change('g1', secrets('D'))
    const before = await must('g1')
    const enter = (sessionId: string) => database.transaction((tx) => store.enter(tx, before, sessionId))
    expect(await enter('one')).toBe(true)
    expect(await enter('two')).toBe(true)
    expect((await must('g1')).sessionId).toBe('two')
    await change('g1', secrets('E'))
    expect((await must('g1')).sessionId).toBeNull()
    expect(await enter('three')).toBe(false)
    expect((await must('g1')).sessionId).toBeNull()
  })
})
