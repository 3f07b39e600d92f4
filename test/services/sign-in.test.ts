import { expect, test, vi } from 'vitest'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { createPasswords } from '#server/auth/passwords.ts'
import { administrator, cookieIn, PASSWORD, peopleWorld, proof } from '../support/people-world.ts'

const wrong = { refused: 'auth/wrong-credentials' }

test('[S-01] unknown user, disabled account and wrong password get the same answer', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  expect(await world.signIn('nobody', PASSWORD)).toEqual(wrong)
  expect(await world.signIn('wang', 'Wrong-1-password')).toEqual(wrong)
  await world.stores.people.setActive(wangId, false)
  expect(await world.signIn('wang', PASSWORD)).toEqual(wrong)
})

test('[S-01] a password is worked on also where there is none to compare it with', async () => {
  const passwords = createPasswords('nobody knows')
  const stored = await passwords.hash(PASSWORD)
  const time = async (hash: string | null) => {
    const begun = performance.now()
    for (let round = 0; round < 4; round++)
      expect(await passwords.matches(hash, 'Wrong-1-password')).toBe(false)
    return performance.now() - begun
  }
  await time(null)
  const [unknown, known] = [await time(null), await time(stored)]
  // An answer without the work would come hundreds of times faster.
  expect(unknown / known).toBeGreaterThan(0.2)
  expect(await passwords.matches(null, 'nobody knows')).toBe(false)
  expect(stored).toMatch(/^\$argon2id\$/)
})

test('the user name is taken as people type it', async () => {
  const world = await peopleWorld()
  await world.filled()
  expect(await world.signIn('  Wang ', PASSWORD)).toHaveProperty('cookie')
})

test('[S-02] the fifth failure locks; the right password is refused and told to wait ten minutes', async () => {
  const world = await peopleWorld()
  await world.filled()
  for (let failure = 1; failure <= 4; failure++)
    expect(await world.signIn('wang', 'Wrong-1-password')).toEqual(wrong)
  const locked = { refused: 'auth/locked', details: { minutes: 10 } }
  expect(await world.signIn('wang', 'Wrong-1-password')).toEqual(locked)
  expect(await world.signIn('wang', PASSWORD)).toEqual(locked)
  expect(await world.signIn('wang', PASSWORD, '10.0.0.2')).toEqual(locked)
})

test('[S-02] an unknown name locks like a known one', async () => {
  const world = await peopleWorld()
  for (let failure = 1; failure <= 4; failure++) expect(await world.signIn('nobody', 'x')).toEqual(wrong)
  expect(await world.signIn('nobody', 'x')).toMatchObject({ refused: 'auth/locked' })
})

test('[S-02] a success forgets the failures before it', async () => {
  const world = await peopleWorld()
  await world.filled()
  for (let round = 0; round < 3; round++) {
    for (let failure = 1; failure <= 4; failure++) await world.signIn('wang', 'Wrong-1-password')
    expect(await world.signIn('wang', PASSWORD)).toHaveProperty('cookie')
  }
})

test('[S-04] twenty guesses sent at once: five are looked at', async () => {
  const world = await peopleWorld()
  await world.filled()
  const guesses = Array.from({ length: 20 }, (_, index) => world.signIn('wang', `Guess-${index}-password`))
  const answers = await Promise.all([...guesses, world.signIn('wang', PASSWORD)])
  expect(
    answers.filter((answer) => 'refused' in answer && answer.refused === 'auth/wrong-credentials'),
  ).toHaveLength(4)
  expect(answers.at(-1)).toMatchObject({ refused: 'auth/locked' })
})

test('[S-05] the demo password signs nobody in outside the demo', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  await world.stores.people.setPassword(wangId, await world.auth.passwords.hash(DEMO_PASSWORD), false)
  expect(await world.signIn('wang', DEMO_PASSWORD)).toEqual({ refused: 'auth/demo-password' })
  const demo = await peopleWorld({ demo: true })
  const filled = await demo.filled()
  await demo.stores.people.setPassword(filled.wangId, await demo.auth.passwords.hash(DEMO_PASSWORD), false)
  expect(await demo.signIn('wang', DEMO_PASSWORD)).toHaveProperty('cookie')
})

test('[S-08] signing out ends this session and no other', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  const here = cookieIn(await world.signIn('wang', PASSWORD))
  const there = cookieIn(await world.signIn('wang', PASSWORD))
  const { cookie } = await world.auth.signIn.signOut(here)
  expect(cookie).toContain('Max-Age=0')
  expect(await world.auth.actorFrom(here)).toBeNull()
  expect(await world.auth.actorFrom(there)).not.toBeNull()
  expect(world.told.ended).toMatchObject([{ personId: wangId, reason: 'signed-out' }])
  expect(world.told.ended[0]?.sessionId).not.toBeNull()
})

test('[S-08] signing out everywhere ends all sessions of the person', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  const cookies = [
    cookieIn(await world.signIn('wang', PASSWORD)),
    cookieIn(await world.signIn('wang', PASSWORD)),
  ]
  const other = cookieIn(await world.signIn('sys', 'Password-1'))
  await world.auth.signIn.signOutEverywhere(wangId)
  for (const cookie of cookies) expect(await world.auth.actorFrom(cookie)).toBeNull()
  expect(await world.auth.actorFrom(other)).not.toBeNull()
  expect(world.told.ended).toEqual([{ personId: wangId, sessionId: null, reason: 'signed-out' }])
})

test('[S-09] a person acts with the roles of today, in the calendar of the jurisdiction', async () => {
  const world = await peopleWorld()
  const { wangId, bodyId } = await world.filled()
  const term = { personId: wangId, bodyId, until: null }
  await world.stores.people.addRole({
    ...term,
    id: 'past',
    role: 'secretary',
    from: '2020-01-01',
    until: '2026-11-21',
  })
  await world.stores.people.addRole({ ...term, id: 'now', role: 'member', from: '2026-11-22' })
  await world.stores.people.addRole({ ...term, id: 'later', role: 'leader', from: '2026-11-23' })
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    // Still the 21st in UTC: the 22nd has begun in Shanghai.
    vi.setSystemTime('2026-11-21T16:30:00Z')
    const cookie = cookieIn(await world.signIn('wang', PASSWORD))
    expect(await world.auth.actorFrom(cookie)).toMatchObject({
      actor: {
        personId: wangId,
        name: '王芳',
        bodyId,
        bodyName: '纪检监察机关',
        roles: [{ role: 'member', bodyId }],
      },
      language: 'zh-CN',
    })
  } finally {
    vi.useRealTimers()
  }
})

test('[S-09] a disabled account acts no more, whatever its sessions', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  const cookie = cookieIn(await world.signIn('wang', PASSWORD))
  await world.stores.people.setActive(wangId, false)
  expect(await world.auth.actorFrom(cookie)).toBeNull()
})

test('[S-10] a password set by somebody else opens pages and no sockets until it is changed', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  await world.people.resetPassword(administrator('system-administrator'), wangId, 'Given-1-password')
  const cookie = cookieIn(await world.signIn('wang', 'Given-1-password'))
  const visitor = await world.auth.actorFrom(cookie)
  expect(visitor?.mustChangePassword).toBe(true)
  expect(await world.auth.actorForSocket(cookie, true)).toBeNull()
  if (visitor)
    await world.people.changeOwnPassword(visitor.actor, proof('Given-1-password'), 'Chosen-1-password')
  const again = cookieIn(await world.signIn('wang', 'Chosen-1-password'))
  expect((await world.auth.actorFrom(again))?.mustChangePassword).toBe(false)
  expect(await world.auth.actorForSocket(again, true)).not.toBeNull()
})

test('[S-11] what happens at the door stands in the record of access', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  const before = (await world.actions()).length
  const cookie = cookieIn(await world.signIn('wang', PASSWORD))
  await world.auth.signIn.signOut(cookie)
  await world.auth.signIn.signOutEverywhere(wangId)
  for (let failure = 1; failure <= 5; failure++) await world.signIn('wang', 'Wrong-1-password')
  expect((await world.actions()).slice(before).sort()).toEqual(
    [
      'account/signed-in',
      'account/signed-out',
      'account/signed-out-everywhere',
      ...Array<string>(5).fill('account/sign-in-refused'),
      'account/locked',
    ].sort(),
  )
})
