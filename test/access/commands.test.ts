import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT_THE_BALLOT, CASE_ASKS, FORMS, MEETING_ASKS, MINUTES_ASKS, REMARK_ASKS } from './asks.ts'
import type { Visitor } from './attempts.ts'
import { COMMENT_ASKS, HEARING_ASKS, IN_LOBBY } from './hearing-asks.ts'
import { newCommand } from './scene.ts'
import { AT_THE_DOOR } from './site.ts'
import { openStage, type Stage } from './stage.ts'

/** Messages of a socket with wrong values everywhere, and in the place of somebody else. */

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

afterAll(() => stage.close())

const hostile = () =>
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as object

/** No field of any command takes one of these, unless it says so below. */
const NEVER: readonly unknown[] = [
  7.5,
  -1,
  1e308,
  {},
  [],
  [[]],
  [null],
  ['\ud800'],
  hostile(),
  [hostile()],
  '字'.repeat(100_000),
  new Uint8Array([0, 255]),
]
/** Torn texts: where the rules do not refuse them first, the record does. */
const TORN: readonly unknown[] = ['\udc00', 'a\0b']
/** These are words, where a field is for words; nowhere may they break anything. */
const WORDS: readonly unknown[] = [
  true,
  null,
  '',
  '__proto__',
  '../..',
  "' OR 1=1 --",
  '<script>',
  '\u202Eabc',
  '👩‍👩‍👧‍👦',
]

/** Empty where nobody must be named or nothing explained; a box whose counts are none; details that are all optional. */
const TAKES_EMPTY =
  /^(evidenceIds|clauses|complexity|situations|itemIds|breadth|alsoFor|mentions|stands|counts|granted|agreed|accepted)$/

function each(
  ask: Readonly<Record<string, unknown>>,
  values: readonly unknown[],
): readonly (readonly [string, object])[] {
  return Object.keys(ask)
    .filter((field) => field !== 'type')
    .flatMap((field) => values.map((value) => [field, { ...ask, [field]: value }] as const))
}

const ASKS = () => {
  const { scene } = stage
  const of = (asks: object, streamOf: (type: string) => string, at: object = scene) =>
    Object.entries(asks as Record<string, (at: object) => Record<string, unknown>>).map(
      ([type, make]) => [streamOf(type), make(at)] as const,
    )
  return [
    ...of(CASE_ASKS, () => `case/${scene.case}`),
    ...of(
      MEETING_ASKS,
      (type) => `meeting/${AT_THE_BALLOT.some((one) => one === type) ? scene.voting : scene.meeting}`,
    ),
    ...of(MINUTES_ASKS, () => `minutes/${scene.minutes}`),
    ...of(HEARING_ASKS, () => `hearing/${scene.hearing}`, IN_LOBBY),
    ...of(COMMENT_ASKS, () => `comments/${scene.hearing}`, IN_LOBBY),
    ...of(REMARK_ASKS, () => `remarks/case/${scene.case}/facts`),
  ]
}

describe('a person', () => {
  it('[R-05] cannot be answered for, or seen through, by the id of a command of hers', async () => {
    const { scene } = stage
    const [owner, thief] = [await stage.come('discipline2'), await stage.come('organization2')]
    const commandId = newCommand()
    const stream = `meeting/${scene.meeting}`
    const stated = { type: 'state', stand: 'FOR', reason: '原话' }
    expect(await owner.ask('room/command', { stream, commandId, command: stated })).toBe('done')
    const administrator = await stage.come('secadmin')
    const granted = FORMS['/administration/roles#grant']?.(scene)
    const office = { ...granted, personId: 'observer2', role: 'secretary' }
    expect(await administrator.post('/administration/roles.data', office)).toBe('done')
    const before = await stage.stored()
    for (const command of [stated, { ...stated, stand: 'AGAINST' }, { type: 'withdraw-hand' }])
      expect(await thief.ask('room/command', { stream, commandId, command })).toBe('record/conflict')
    // Registering and convening name the new stream by the command: one that stands is nobody's to take.
    const second = await stage.come('observer2')
    for (const [path, standing] of [
      ['/cases/new', scene.case],
      ['/meetings/new', scene.meeting],
    ] as const)
      expect([
        path,
        await second.post(`${path}.data`, { ...FORMS[path]?.(scene), commandId: standing }),
      ]).toEqual([path, 'record/conflict'])
    expect(await stage.stored()).toBe(before)
  })

  it('[B-19] [R-21] votes for herself alone, in the ballot of the meeting she names', async () => {
    const { scene, site } = stage
    const voter = await stage.come('organization1')
    const vote = { meetingId: scene.voting, pollId: scene.poll, choice: 'EXEMPT', commandId: newCommand() }
    const none = { pollId: scene.poll }
    const votes = () => site.database.client.pollBallot.findMany({ where: none })
    for (const wrong of [
      { meetingId: scene.meeting },
      { meetingId: scene.pastMeeting },
      { meetingId: 'nowhere' },
      { meetingId: `../${scene.voting}` },
      { meetingId: null },
      { pollId: 'nowhere' },
      { pollId: '__proto__' },
      { pollId: "' OR 1=1 --" },
      { pollId: [scene.poll] },
      { choice: 'MITIGATED' },
      { choice: '__proto__' },
      { choice: ['EXEMPT'] },
      { choice: { toString: 'EXEMPT' } },
      { choice: 1 },
      { choice: null },
      { commandId: 'x' },
      { commandId: '../../../..' },
      { commandId: null },
    ])
      expect([wrong, await voter.ask('ballot/cast', { ...vote, ...wrong })]).not.toEqual([wrong, 'done'])
    for (const stranger of ['secretary', 'audit1', 'leader', 'applicant', 'sysadmin', 'discipline3'])
      expect([stranger, await (await stage.come(stranger)).ask('ballot/cast', vote)]).not.toEqual([
        stranger,
        'done',
      ])
    expect(await votes()).toEqual([])
    // Whoever else she says to be is not read, nor what she says of the roll.
    const forged = {
      personId: 'chair',
      actor: { personId: 'chair' },
      receipt: 'mine',
      ballotId: 'b',
      voted: ['chair'],
    }
    expect(await voter.ask('ballot/cast', { ...vote, ...forged })).toBe('done')
    expect(await votes()).toMatchObject([{ personId: 'organization1', choice: 'EXEMPT' }])
    // The id of her vote is no other's way to her receipt, nor to a vote without one.
    const thief = await stage.come('organization2')
    const told = await thief.socket?.ask<{ receipt: string }>('ballot/cast', vote)
    const own = await voter.socket?.ask<{ receipt: string }>('ballot/cast', vote)
    expect(own).toMatchObject({ ok: true })
    expect(told?.ok && own?.ok && told.receipt === own.receipt).toBe(false)
    expect(await votes()).toHaveLength(told?.ok ? 2 : 1)
    expect(site.logged).toEqual([])
  })

  it('[P-15] commands nothing in streams that are another’s or none', async () => {
    const { scene, site } = stage
    const before = await stage.stored()
    const [outsider, applicant] = [await stage.come('witness'), await stage.come('applicant')]
    for (const visitor of [outsider, applicant])
      for (const stream of [
        `case/${scene.otherCase}`,
        `meeting/${scene.meeting}`,
        `minutes/${scene.minutes}`,
      ])
        for (const command of [
          { type: 'move', to: 'returned', reason: 'x' },
          { type: 'open' },
          { type: 'send-to-sign' },
        ])
          expect(['input/invalid', 'access/not-found']).toContain(await visitor.command(stream, command))
    const secretary = await stage.come('secretary')
    const command = { type: 'move', to: 'returned', reason: 'x' }
    for (const stream of [
      '',
      'case',
      'case/',
      '/case/x',
      `case/${scene.case}/facts`,
      `case/../meeting/${scene.meeting}`,
      `CASE/${scene.case}`,
      `case/${scene.case}\n`,
      `case/${scene.case}\0`,
      `case/ ${scene.case}`,
      'case/__proto__',
      '__proto__/x',
      'person/chair',
      'case/*',
      `case/${'x'.repeat(65)}`,
      null,
      7,
      {},
      [`case/${scene.case}`],
    ])
      for (const event of ['room/command', 'room/join'])
        expect([stream, await secretary.ask(event, { stream, commandId: newCommand(), command })]).toEqual([
          stream,
          'input/invalid',
        ])
    for (const stream of [
      'case/constructor',
      'case/toString',
      `meeting/${scene.case}`,
      `minutes/${scene.meeting}`,
    ])
      expect([stream, await secretary.ask('room/join', { stream })]).toEqual([stream, 'access/not-found'])
    expect(await stage.stored()).toBe(before)
    expect(site.logged).toEqual([])
  })
})

describe('every field of every command', () => {
  it('[T-56] [R-15] refuses what it is not for, and nothing breaks', { timeout: 120_000 }, async () => {
    const { site } = stage
    await site.lockDoor()
    let visitor: Visitor | null = null
    let sent = 0
    for (const who of ['secretary', 'chair'])
      for (const [stream, ask] of ASKS())
        for (const values of [NEVER, TORN, WORDS])
          for (const [field, command] of each(ask, values)) {
            // A socket may be wrong five hundred times, a person hasty two hundred times.
            if (!visitor || sent++ % 150 === 0) {
              stage.leave()
              visitor = await stage.come(who)
            }
            const outcome = await visitor.command(stream, command)
            const told = [who, field, JSON.stringify(command).slice(0, 200), outcome]
            expect(told).not.toContain('record/unavailable')
            expect(told).not.toContain('input/too-often')
            if (values === WORDS || TAKES_EMPTY.test(field)) continue
            expect(told).not.toContain('done')
            if (values === NEVER) expect(told).toContain('input/invalid')
          }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(site.logged.filter((line) => !line.includes(AT_THE_DOOR))).toEqual([])
  })
})
