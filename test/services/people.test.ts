import { expect, test } from 'vitest'
import { password } from '#domain/people/account.ts'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import {
  administrator,
  cookieIn,
  PASSWORD,
  peopleWorld,
  proof,
  SET_UP,
  type PeopleWorld,
} from '../support/people-world.ts'

const system = administrator('system-administrator')
const security = administrator('security-administrator')
const auditor = administrator('audit-administrator')

const denied = { refused: 'access/denied' }
const li = { userName: 'li', name: '李雷', bodyId: null, office: '', password: 'First-1-password' }
const grant = { role: 'member', from: '2026-01-01', until: null } as const

async function roleIdOf(world: PeopleWorld, personId: string): Promise<string> {
  return (await world.stores.people.person(personId))?.roles[0]?.id ?? ''
}

test('[P-09] set-up makes the jurisdiction, the standard bodies and three administrators, once', async () => {
  const world = await peopleWorld()
  expect(await world.people.isSetUp()).toBe(false)
  expect(await world.people.setUp(SET_UP)).toEqual({ ok: true })
  expect(await world.people.isSetUp()).toBe(true)
  expect((await world.people.bodies()).map((body) => body.kind)).toEqual([
    'discipline',
    'organization',
    'political-legal',
    'coordination',
  ])
  expect(await world.people.setUp(SET_UP)).toEqual({ refused: 'people/already-set-up' })
  expect(await world.signIn('sys', 'Password-1')).toHaveProperty('cookie')
})

test('[P-09] two browsers on the set-up page: one of them sets up', async () => {
  const world = await peopleWorld()
  const answers = await Promise.all([world.people.setUp(SET_UP), world.people.setUp(SET_UP)])
  expect(answers).toContainEqual({ ok: true })
  expect(answers).toContainEqual({ refused: 'people/already-set-up' })
  expect(await world.stores.people.people()).toHaveLength(3)
})

test('[P-09] one name or one password for two offices is refused', async () => {
  const world = await peopleWorld()
  const [first, second, third] = SET_UP.administrators
  const separate = { refused: 'people/duties-not-separate' }
  for (const administrators of [
    [first, { ...second, userName: first.userName }, third],
    [first, { ...second, password: first.password }, third],
    [first, { ...second, role: first.role }, third],
    [first, second],
  ]) {
    expect(await world.people.setUp({ ...SET_UP, administrators })).toEqual(separate)
  }
  expect(await world.people.isSetUp()).toBe(false)
})

test.each([
  ['Abcdef1', false],
  ['abcdefgh', false],
  ['abcdefg1', false],
  ['Abcdefg1', true],
  ['abcdef-1', true],
  ['会商会商会商Aa', true],
  [DEMO_PASSWORD, false],
])('[P-10] the password %s is strong enough: %s', (text, strong) => {
  expect(password.safeParse(text).success).toBe(strong)
})

test('[P-01] each administrator does his own part and is refused the others’', async () => {
  const world = await peopleWorld()
  const { wangId, bodyId } = await world.filled()
  const newBody = { name: '审计局', shortName: '审计', kind: 'invited' } as const
  for (const actor of [security, auditor]) {
    expect(await world.people.addPerson(actor, li)).toEqual(denied)
    expect(await world.people.addBody(actor, newBody)).toEqual(denied)
    expect(await world.people.setActive(actor, wangId, false)).toEqual(denied)
    expect(await world.people.resetPassword(actor, wangId, PASSWORD)).toEqual(denied)
  }
  for (const actor of [system, auditor]) {
    expect(await world.people.grantRole(actor, { ...grant, personId: wangId, bodyId })).toEqual(denied)
    expect(await world.people.endRole(actor, await roleIdOf(world, wangId))).toEqual(denied)
  }
  for (const actor of [system, security]) {
    expect(await world.people.audit(actor, { part: null, personId: null, page: 1 })).toEqual(denied)
  }
  expect(await world.people.everybody(auditor)).toEqual(denied)
  expect(await world.people.everybody(security)).toHaveLength(4)
})

test('[P-02] the directory holds active people with a role of today, and no administrators', async () => {
  const world = await peopleWorld()
  const { wangId, bodyId } = await world.filled()
  const member = { ...system, personId: wangId, bodyId, roles: [{ role: 'member' as const, bodyId }] }
  expect(await world.people.directory(member)).toEqual([])
  await world.people.grantRole(security, { ...grant, personId: wangId, bodyId })
  expect(await world.people.directory(member)).toMatchObject([{ userName: 'wang', bodyName: '纪检监察机关' }])
  const applicant = { ...member, roles: [{ role: 'applicant' as const, bodyId }] }
  expect(await world.people.directory(applicant)).toEqual(denied)
})

test('[P-04] an administrator gets no second office', async () => {
  const world = await peopleWorld()
  const { wangId, bodyId } = await world.filled()
  const sys = await world.stores.people.personByUserName('sys')
  const separate = { refused: 'people/duties-not-separate' }
  expect(await world.people.grantRole(security, { ...grant, personId: sys?.id ?? '', bodyId })).toEqual(
    separate,
  )
  await world.people.grantRole(security, { ...grant, personId: wangId, bodyId })
  const auditOffice = { ...grant, role: 'audit-administrator', personId: wangId, bodyId: null } as const
  expect(await world.people.grantRole(security, auditOffice)).toEqual(separate)
})

test('[P-05] the last administrator of a kind keeps account and role until a successor is there', async () => {
  const world = await peopleWorld()
  await world.filled()
  const sys = await world.stores.people.personByUserName('sys')
  const id = sys?.id ?? ''
  const last = { refused: 'people/last-administrator' }
  expect(await world.people.setActive(system, id, false)).toEqual(last)
  expect(await world.people.endRole(security, await roleIdOf(world, id))).toEqual(last)
  const added = await world.people.addPerson(system, li)
  const personId = 'personId' in added ? added.personId : ''
  await world.people.grantRole(security, { ...grant, role: 'system-administrator', personId, bodyId: null })
  expect(await world.people.setActive(system, id, false)).toEqual({ ok: true })
})

test('[P-13] a user name is given once, also to two who ask at the same time', async () => {
  const world = await peopleWorld()
  await world.filled()
  const answers = await Promise.all([world.people.addPerson(system, li), world.people.addPerson(system, li)])
  expect(answers.filter((answer) => 'personId' in answer)).toHaveLength(1)
  expect(answers).toContainEqual({ refused: 'people/name-taken' })
})

test('a body that nobody made is refused', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  const unknown = { refused: 'people/body-unknown' }
  expect(await world.people.addPerson(system, { ...li, bodyId: 'nowhere' })).toEqual(unknown)
  expect(await world.people.grantRole(security, { ...grant, personId: wangId, bodyId: 'nowhere' })).toEqual(
    unknown,
  )
})

test('[P-21] a role is granted in the body that the person acts for, and in no other', async () => {
  const world = await peopleWorld()
  const { wangId, bodyId } = await world.filled()
  const other = (await world.people.bodies()).find(({ id }) => id !== bodyId)?.id ?? ''
  const refused = { refused: 'people/other-body' }
  expect(await world.people.grantRole(security, { ...grant, personId: wangId, bodyId: other })).toEqual(
    refused,
  )
  const added = await world.people.addPerson(system, li)
  const personId = 'personId' in added ? added.personId : ''
  expect(await world.people.grantRole(security, { ...grant, personId, bodyId })).toEqual(refused)
  expect(await world.people.grantRole(security, { ...grant, personId: wangId, bodyId })).toEqual({ ok: true })
})

test('[P-12] disabling and a new password end the sessions; roles are told to the rooms', async () => {
  const world = await peopleWorld()
  const { wangId, bodyId } = await world.filled()
  const first = cookieIn(await world.signIn('wang', PASSWORD))
  await world.people.resetPassword(system, wangId, 'Given-1-password')
  expect(await world.auth.actorFrom(first)).toBeNull()
  const second = cookieIn(await world.signIn('wang', 'Given-1-password'))
  await world.people.setActive(system, wangId, false)
  await world.people.setActive(system, wangId, true)
  expect(await world.auth.actorFrom(second)).toBeNull()
  expect(world.told.ended.map(({ personId, reason }) => [personId, reason])).toEqual([
    [wangId, 'signed-out'],
    [wangId, 'disabled'],
  ])
  await world.people.grantRole(security, { ...grant, personId: wangId, bodyId })
  await world.people.endRole(security, await roleIdOf(world, wangId))
  expect(world.told.rolesChanged).toEqual([wangId, wangId])
})

test('[S-05] the demo password is set nowhere outside the demo, and changed by nobody in it', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  const refused = { refused: 'auth/demo-password' }
  const wang = { ...system, personId: wangId }
  expect(await world.people.addPerson(system, { ...li, password: DEMO_PASSWORD })).toEqual(refused)
  expect(await world.people.resetPassword(system, wangId, DEMO_PASSWORD)).toEqual(refused)
  expect(await world.people.changeOwnPassword(wang, proof(PASSWORD), DEMO_PASSWORD)).toEqual(refused)
  const demo = await peopleWorld({ demo: true })
  const filled = await demo.filled()
  expect(
    await demo.people.changeOwnPassword(
      { ...wang, personId: filled.wangId },
      proof(PASSWORD),
      'Chosen-1-pass',
    ),
  ).toEqual(denied)
})

test('one changes one’s password by proving the present one', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  const wang = { ...system, personId: wangId }
  expect(await world.people.changeOwnPassword(wang, proof('Wrong-1-password'), 'Chosen-1-password')).toEqual({
    refused: 'auth/wrong-credentials',
  })
  expect(await world.people.changeOwnPassword(wang, proof(PASSWORD), PASSWORD)).toEqual({
    refused: 'input/invalid',
  })
  expect(await world.people.changeOwnPassword(wang, proof(PASSWORD), 'Chosen-1-password')).toEqual({
    ok: true,
  })
  expect(await world.signIn('wang', 'Chosen-1-password')).toHaveProperty('cookie')
})

test('[S-14] guesses at the form that changes a password lock the account like those at the sign-in', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  const wang = { ...system, personId: wangId }
  const change = (current: string) =>
    world.people.changeOwnPassword(wang, proof(current), 'Chosen-1-password')
  for (let guess = 1; guess < 5; guess++)
    expect(await change(`Wrong-${guess}-password`)).toEqual({ refused: 'auth/wrong-credentials' })
  expect(await change('Wrong-5-password')).toMatchObject({ refused: 'auth/locked' })
  expect(await change(PASSWORD)).toMatchObject({ refused: 'auth/locked' })
  expect(await world.signIn('wang', PASSWORD)).toMatchObject({ refused: 'auth/locked' })
})

test('[P-14] ending a role that is over leaves its last day; one taken back early is in nobody’s way', async () => {
  const world = await peopleWorld()
  const { wangId, bodyId } = await world.filled()
  const term = { role: 'member', personId: wangId, bodyId } as const
  await world.people.grantRole(security, { ...term, from: '2025-01-01', until: '2025-06-30' })
  const id = await roleIdOf(world, wangId)
  expect(await world.people.endRole(security, id)).toEqual({ ok: true })
  expect((await world.stores.people.role(id))?.until).toBe('2025-06-30')

  const other = await world.people.addPerson(system, { ...li, bodyId })
  const personId = 'personId' in other ? other.personId : ''
  await world.people.grantRole(security, { ...term, personId, from: '2027-01-01', until: null })
  await world.people.endRole(security, await roleIdOf(world, personId))
  expect(
    await world.people.grantRole(security, {
      role: 'audit-administrator',
      personId,
      bodyId: null,
      from: '2026-11-22',
      until: null,
    }),
  ).toEqual({ ok: true })
})

test('[P-11] every act of an administrator stands in the record of access, reading it too', async () => {
  const world = await peopleWorld()
  const { wangId, bodyId } = await world.filled()
  await world.people.addBody(system, { name: '审计局', shortName: '审计', kind: 'invited' })
  await world.people.grantRole(security, { ...grant, personId: wangId, bodyId })
  await world.people.endRole(security, await roleIdOf(world, wangId))
  await world.people.resetPassword(system, wangId, 'Given-1-password')
  await world.people.setActive(system, wangId, false)
  await world.people.setActive(system, wangId, true)
  const page = await world.people.audit(auditor, { part: 'account', personId: null, page: 1 })
  expect('rows' in page && page.rows.find((row) => row.action === 'role/granted')).toMatchObject({
    subjectName: '王芳',
    personId: 'security-administrator',
  })
  expect((await world.actions()).sort()).toEqual(
    [
      ...Array<string>(3).fill('account/set-up'),
      'account/added',
      'body/added',
      'role/granted',
      'role/ended',
      'account/password-reset',
      'account/disabled',
      'account/enabled',
      'audit/read',
    ].sort(),
  )
})

test('the demo accounts are shown in the demo alone', async () => {
  const world = await peopleWorld()
  await world.filled()
  expect(await world.people.demoAccounts()).toEqual([])
  const demo = await peopleWorld({ demo: true })
  await demo.filled()
  expect((await demo.people.demoAccounts()).map((account) => account.userName)).toEqual([
    'aud',
    'sec',
    'sys',
    'wang',
  ])
})

test('the language is kept with the person', async () => {
  const world = await peopleWorld()
  const { wangId } = await world.filled()
  await world.people.setLanguage({ ...system, personId: wangId }, 'en')
  expect((await world.stores.people.person(wangId))?.language).toBe('en')
})
