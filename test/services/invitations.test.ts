import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HearingHappening } from '#domain/hearings/happenings.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import { openDatabase, type Database } from '#server/store/client.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { cookieOf, guestCommand, HEARING, invite } from '../support/guest.ts'
import { must, ServedHearing } from '../support/hearing-by-services.ts'

let demo: Awaited<ReturnType<typeof openDemoApp>>
let database: Database
let addresses = 0
/** Wrong codes count for their address too: each test comes from one of its own. */
const another = () => `10.1.0.${String((addresses += 1))}`

beforeAll(async () => {
  demo = await openDemoApp()
  database = await openDatabase(demo.env.database)
})
afterAll(async () => {
  await database.close()
  await demo.close()
})

const refused = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer)
const who = async (setCookie: string) => (await demo.app.actorFrom(cookieOf(setCookie)))?.actor ?? null
const issue = (personId: string, by = 'secretary', commandId = guestCommand()) =>
  demo.app.services.invitations.issue(demoActor(by), HEARING, commandId, personId)
const revoke = (personId: string) =>
  demo.app.services.invitations.revoke(demoActor('recorder'), HEARING, guestCommand(), personId, '另行通知')
async function entered(shown: { token: string } | { code: string }): Promise<string> {
  return must(await demo.app.invited.enter(shown, another())).cookie
}
const entries = async () =>
  (await database.client.recordEntry.findMany({ where: { stream: `hearing/${HEARING}` } })).map(
    ({ type, payload, actorId }) => ({ type, actorId, payload: JSON.parse(payload) as unknown }),
  ) as readonly (HearingHappening & { actorId: string })[]

describe('a guest', () => {
  it('[S-60] enters by link or code, and is the person who was named', async () => {
    const { personId, token, code } = await invite(demo.app, { name: '甲' })
    const as = { personId, name: '甲', bodyId: null, roles: [], guestOf: HEARING }
    expect(await who(await entered({ token }))).toMatchObject(as)
    // As it is typed on a telephone: small, without hyphens, full-width.
    const typed = code
      .replaceAll('-', ' ')
      .toLowerCase()
      .replace(/\d/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    expect(await who(await entered({ code: typed }))).toMatchObject(as)
    const told = (await entries()).filter(({ actorId }) => actorId === personId)
    expect(told.map(({ type, payload }) => [type, payload])).toEqual([
      ['invitation/entered', { way: 'link' }],
      ['invitation/entered', { way: 'code' }],
    ])
  })

  it('[S-61] has one session: the next device ends it, signing out ends its own', async () => {
    const { token } = await invite(demo.app, { name: '乙' })
    const first = await entered({ token })
    const second = await entered({ token })
    expect(await who(first)).toBeNull()
    expect(await who(second)).not.toBeNull()
    await demo.app.signIn.signOut(cookieOf(second))
    expect(await who(second)).toBeNull()
    expect(await who(await entered({ token }))).not.toBeNull()
  })

  it('[S-61] has one session also when several devices enter at once', async () => {
    const { token } = await invite(demo.app, { name: '丙' })
    const cookies = await Promise.all([1, 2, 3, 4].map(() => entered({ token })))
    const actors = await Promise.all(cookies.map(who))
    expect(actors.filter((actor) => actor !== null)).toHaveLength(1)
  })

  it('[S-61] is out at once when his invitation is revoked, and in again with another', async () => {
    const { personId, token, code } = await invite(demo.app, { name: '丁' })
    const session = await entered({ token })
    must(await revoke(personId))
    expect(await who(session)).toBeNull()
    for (const shown of [{ token }, { code }])
      expect(refused(await demo.app.invited.enter(shown, another()))).toBe('invitation/not-valid')
    const anew = must(await issue(personId, 'hearing-chair'))
    for (const shown of [{ token }, { code }])
      expect(refused(await demo.app.invited.enter(shown, another()))).toBe('invitation/not-valid')
    const next = await entered({ code: anew.code })
    expect(await who(next)).not.toBeNull()
    must(await issue(personId))
    expect(await who(next)).toBeNull()
  })

  it('[S-61] is out when he is taken off the hearing', async () => {
    const { personId, token } = await invite(demo.app, { name: '戊' })
    const session = await entered({ token })
    const command = { type: 'remove-participant', personId, reason: '重复' } as const
    must(await demo.app.services.hearings.execute(demoActor('secretary'), HEARING, guestCommand(), command))
    expect(await who(session)).toBeNull()
    expect(refused(await demo.app.invited.enter({ token }, another()))).toBe('invitation/not-valid')
  })

  it('[S-64] signs in by no name, is given no password and no role, and stands in no list', async () => {
    const { personId } = await invite(demo.app, { name: '己' })
    const { services, signIn } = demo.app
    const [system, security] = [demoActor('sysadmin'), demoActor('secadmin')]
    for (const password of ['', 'huishang-demo'])
      expect(
        refused(await signIn.withPassword({ userName: `guest ${personId}`, password, address: another() })),
      ).toBe('auth/wrong-credentials')
    expect(refused(await services.people.resetPassword(system, personId, 'Aa123456!'))).toBe(
      'access/not-found',
    )
    for (const active of [true, false])
      expect(refused(await services.people.setActive(system, personId, active))).toBe('access/not-found')
    const grant = { personId, role: 'secretary', bodyId: 'public', from: '2026-01-01', until: null } as const
    expect(refused(await services.people.grantRole(security, grant))).toBe('access/not-found')
    const lists = [
      await services.people.everybody(system),
      await services.people.directory(demoActor('secretary')),
      await services.people.demoAccounts(),
    ]
    expect(JSON.stringify(lists)).not.toContain('己')
    // By the room's own command nobody names a guest of another naming again.
    const command = {
      type: 'name-participant',
      personId,
      capacity: 'chair',
      represents: null,
      breadth: '',
    } as const
    expect(
      refused(await services.hearings.execute(demoActor('secretary'), HEARING, guestCommand(), command)),
    ).toBe('people/body-unknown')
  })
})

describe('a wrong link or code', () => {
  it('[S-62] gets one answer, whatever is wrong with it', async () => {
    const { personId, code, token } = await invite(demo.app, { name: '庚' })
    must(await revoke(personId))
    const valid = await invite(demo.app, { name: '辛' })
    const flipped = valid.code.slice(0, -1) + (valid.code.endsWith('2') ? '3' : '2')
    for (const shown of [
      ...[
        { code },
        { token },
        { code: flipped },
        { code: '2222-2222-2222' },
        { code: '' },
        { code: '字'.repeat(10_000) },
      ],
      ...[{ token: '' }, { token: 'x'.repeat(200) }, { token: `${valid.token}x` }, { code: "' OR 1=1 --" }],
    ])
      expect([shown, await demo.app.invited.enter(shown, another())]).toEqual([
        shown,
        { refused: 'invitation/not-valid' } satisfies Refusal,
      ])
  })

  it('[S-62] locks its number after five, also for the right code, also when sent at once; the link goes on', async () => {
    const { code, token } = await invite(demo.app, { name: '壬' })
    const wrong = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2')
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => demo.app.invited.enter({ code: wrong }, another())),
    )
    expect(answers.filter((answer) => refused(answer) === 'invitation/not-valid')).toHaveLength(4)
    expect(refused(await demo.app.invited.enter({ code }, another()))).toBe('invitation/locked')
    expect(await who(await entered({ token }))).not.toBeNull()
  })

  it('[S-62] counts for its address, a hundred times', async () => {
    const address = another()
    const { token } = await invite(demo.app, { name: '癸' })
    for (let n = 0; n < 100; n++) await demo.app.invited.enter({ token: `wrong ${String(n)}` }, address)
    expect(refused(await demo.app.invited.enter({ token }, address))).toBe('auth/too-many-attempts')
    expect(await who(await entered({ token }))).not.toBeNull()
  })
})

describe('what is kept', () => {
  it('[S-66] of link and code is a hash, and nothing of them stands in any table', async () => {
    const { personId, token, code } = await invite(demo.app, { name: '子' })
    await entered({ token })
    const tables = await Promise.all([
      database.client.invitation.findMany(),
      database.client.person.findMany(),
      database.client.recordEntry.findMany(),
      database.client.accessEntry.findMany(),
      database.client.session.findMany(),
    ])
    const everything = JSON.stringify(tables, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    )
    for (const secret of [token, code, code.replaceAll('-', '')]) expect(everything).not.toContain(secret)
    expect(await database.client.invitation.findUnique({ where: { personId } })).toMatchObject({
      linkHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      codeHash: expect.stringMatching(/^\$argon2id\$/) as string,
    })
    // How he is reached is not for ever: it is in no record.
    expect(JSON.stringify(await entries())).not.toContain('0451-12345678')
  })

  it('[S-66] is not shown a second time', async () => {
    const { personId } = await invite(demo.app, { name: '丑' })
    const commandId = guestCommand()
    const { token } = must(await issue(personId, 'secretary', commandId))
    expect(refused(await issue(personId, 'secretary', commandId))).toBe('invitation/shown-once')
    // What was shown still opens.
    expect(await who(await entered({ token }))).not.toBeNull()
  })

  it('[H-101] is asked of nobody else', async () => {
    const { personId } = await invite(demo.app, { name: '寅' })
    const { invitations } = demo.app.services
    for (const by of [
      'party',
      'investigator',
      'hearing-member1',
      'witness',
      'leader',
      'applicant',
      'sysadmin',
    ]) {
      const actor = demoActor(by)
      for (const answer of [
        await invitations.contacts(actor, HEARING),
        await invitations.issue(actor, HEARING, guestCommand(), personId),
        await invitations.revoke(actor, HEARING, guestCommand(), personId, 'r'),
      ])
        expect([by, refused(answer)]).toEqual([
          by,
          expect.stringMatching(/^(access\/denied|hearing\/not-participant)$/) as string,
        ])
    }
  })
})

it('[S-65] a guest signs with his code, and wrong ones lock it', async () => {
  const { app } = demo
  const heard = new ServedHearing(app)
  await heard.register()
  await heard.order()
  await heard.open()
  const { token, code, personId } = await invite(app, {}, heard.hearingId)
  const actor = await who(await entered({ token }))
  if (!actor) throw new Error('not in')
  must(await app.services.hearings.execute(actor, heard.hearingId, guestCommand(), { type: 'come-in' }))
  await heard.act('recorder', { type: 'check-identity', personId })
  await heard.hear()
  await heard.deliberateAndClose()
  must(await heard.bringUp('transcript', 'recorder'))
  await heard.act('recorder', { type: 'freeze-transcript' })
  const { transcript } = await heard.state()
  const command = { type: 'sign-transcript', hash: transcript.frozen?.hash ?? '' } as const
  const sign = (password: string) =>
    app.services.hearings.sign(actor, heard.hearingId, guestCommand(), command, {
      password,
      address: another(),
    })
  const other = await invite(app, { name: '卯' })
  for (const password of ['huishang-demo', '', token, other.code])
    expect([password, refused(await sign(password))]).toEqual([password, 'invitation/not-valid'])
  must(await sign(code))
  const signatures = (await heard.state()).transcript
    .signatures satisfies HearingState['transcript']['signatures']
  expect(signatures.find((one) => one.personId === personId)?.signed).toBe(true)
  const wrong = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2')
  for (let n = 0; n < 5; n++) await sign(wrong)
  expect(refused(await sign(code))).toBe('invitation/locked')
})
