import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { HearingCommand, HearingOrder } from '#domain/hearings/commands.ts'
import { isNoticeHeading, noticeText } from '#domain/hearings/notice-text.ts'
import type { Capacity } from '#domain/hearings/types.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'

/** A Monday with its year's calendar; the demo's hearing on the land-policy case begins half an hour later. */
const NOW = '2026-03-02T01:00:00Z'
const DEMO = 'hearing-demo'
/** Seven working days before 20 March: the weekend of the 14th is not counted. */
const LATEST = '2026-03-11'
const OVER = ['finished', 'terminated', 'cancelled']

const code = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer)
function done<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}

let demo: Awaited<ReturnType<typeof openDemoApp>>
let ids = 0
const commandId = () => `test-command-${String((ids += 1)).padStart(4, '0')}`

beforeAll(async () => {
  // Only the date: sockets, jobs and databases keep their own clocks.
  vi.useFakeTimers({ now: new Date(NOW), toFake: ['Date'] })
  demo = await openDemoApp()
})
// A case has one running hearing: each test ends what it began.
afterEach(async () => {
  vi.setSystemTime(NOW)
  const running = await demo.app.services.hearings.list(demoActor('secretary'))
  for (const { id } of running.filter((row) => row.id !== DEMO && !OVER.includes(row.status))) {
    const called = await act('secretary', id, { type: 'cancel', reason: '另行安排' })
    if (isRefusal(called))
      done(await act('hearing-chair', id, { type: 'terminate', ground: 'other', reason: '另行安排' }))
  }
})
afterAll(async () => {
  await demo.close()
  vi.useRealTimers()
})

const order = (over: Partial<HearingOrder> = {}): HearingOrder => ({
  caseId: 'case-building-before-approval',
  preset: 'case',
  title: '未批先建案听证会',
  reason: 'WHY-ORDERED',
  issues: ['是否未批先建', '是否造成损失'],
  closedGround: null,
  openReason: '接受监督',
  startsAt: '2026-03-20T01:00:00.000Z',
  place: '二楼听证室',
  ...over,
})

const orderBy = (who: string, over: Partial<HearingOrder> = {}) =>
  demo.app.services.hearings.order(demoActor(who), commandId(), order(over))
const act = (who: string, hearingId: string, command: HearingCommand) =>
  demo.app.services.hearings.execute(demoActor(who), hearingId, commandId(), command)
const name = (hearingId: string, personId: string, capacity: Capacity, who = 'secretary') =>
  act(who, hearingId, { type: 'name-participant', personId, capacity, represents: null, breadth: '' })
const serve = (hearingId: string, shortReason: string | null = null, who = 'secretary') =>
  act(who, hearingId, { type: 'serve-notice', text: '听证通知', shortReason, startsAt: null })
const seen = async (who: string, hearingId: string) =>
  done(await demo.app.services.hearings.view(demoActor(who), hearingId, 'person'))
const register = (who: string, hearingId: string) => act(who, hearingId, { type: 'register-as-observer' })
const told = () => demo.app.services.hearings.publicList(null)

const tribunal = [
  ['hearing-chair', 'chair'],
  ['hearing-member1', 'member'],
  ['recorder', 'recorder'],
  ['investigator', 'investigator'],
  ['party', 'party'],
] as const

async function prepared(over: Partial<HearingOrder> = {}): Promise<string> {
  const { hearingId } = done(await orderBy('secretary', over))
  for (const [personId, capacity] of tribunal) done(await name(hearingId, personId, capacity))
  return hearingId
}

describe('the order', () => {
  it('[H-01] is the secretary’s, once for a case, and the case page is told so beforehand', async () => {
    const { hearings } = demo.app.services
    const caseId = order().caseId
    expect(code(await hearings.mayOrder(demoActor('discipline1'), caseId))).toBe('access/denied')
    expect(code(await orderBy('discipline1'))).toBe('access/denied')
    expect(code(await hearings.mayOrder(demoActor('observer1'), caseId))).toBe('access/not-found')
    expect(code(await orderBy('observer1'))).toBe('access/not-found')

    expect(await hearings.mayOrder(demoActor('secretary'), caseId)).toBeNull()
    const { hearingId } = done(await orderBy('secretary'))
    expect(code(await hearings.mayOrder(demoActor('secretary'), caseId))).toBe('hearing/already-ordered')
    expect(code(await orderBy('secretary'))).toBe('hearing/already-ordered')

    done(await act('secretary', hearingId, { type: 'cancel', reason: '另行安排' }))
    expect(await hearings.mayOrder(demoActor('secretary'), caseId)).toBeNull()
    done(await orderBy('secretary'))
    expect(done(await hearings.ofCase(demoActor('secretary'), caseId)).map(({ status }) => status)).toEqual(
      expect.arrayContaining(['cancelled', 'ordered']),
    )
  })

  it('[H-02] of an open hearing on a case needs its reason', async () => {
    expect(code(await orderBy('secretary', { openReason: null }))).toBe('hearing/open-reason-required')
    done(await orderBy('secretary', { closedGround: 'cadre-case', openReason: null }))
  })
})

describe('the page of the case', () => {
  it('[H-40] names a closed hearing to those who may see it alone', async () => {
    const { hearings } = demo.app.services
    const ofCase = async (who: string) =>
      done(await hearings.ofCase(demoActor(who), order().caseId))
        .filter(({ status }) => status === 'ordered')
        .map(({ id, opens }) => [id, opens])
    const open = done(await orderBy('secretary')).hearingId
    expect(await ofCase('organization1')).toEqual([[open, false]])
    expect(await ofCase('secretary')).toEqual([[open, true]])
    done(await act('secretary', open, { type: 'cancel', reason: '另行安排' }))
    const closed = done(await orderBy('secretary', { closedGround: 'privacy' })).hearingId
    done(await name(closed, 'organization2', 'expert'))
    expect(await ofCase('organization1')).toEqual([])
    expect(await ofCase('organization2')).toEqual([[closed, true]])
  })
})

describe('naming', () => {
  it('[H-05] refuses a handler on the tribunal, by the case as it was when ordered', async () => {
    const { hearingId } = done(await orderBy('secretary', { caseId: 'case-clarified-judge' }))
    expect(code(await name(hearingId, 'discipline2', 'chair'))).toBe('hearing/handler-conflict')
    done(await name(hearingId, 'discipline2', 'investigator'))
  })

  it('[H-03] is nobody else’s, and a stranger does not learn of a closed hearing', async () => {
    const closed = done(await orderBy('secretary', { closedGround: 'privacy' })).hearingId
    expect(code(await name(closed, 'expert', 'expert', 'discipline1'))).toBe('access/not-found')
    expect(code(await name(closed, 'nobody-at-all', 'expert'))).toBe('people/body-unknown')
    done(await name(closed, 'hearing-chair', 'chair'))
    expect(code(await name(closed, 'hearing-member1', 'member', 'hearing-chair'))).toBe('access/denied')
    done(await name(closed, 'expert', 'expert', 'hearing-chair'))
  })
})

describe('the notice', () => {
  it('[H-62] is written from the order and the people named', async () => {
    const hearingId = await prepared({ closedGround: 'work-secret', openReason: null })
    const text = noticeText((await seen('secretary', hearingId)).shared.state)
    const lines = text.split('\n')
    expect(lines.filter(isNoticeHeading)).toEqual([
      '一、听证事由',
      '二、听证事项',
      '三、时间和地点',
      '四、听证方式',
      '五、听证组成人员',
      '六、当事人的权利和义务',
    ])
    expect(lines.slice(1, 11)).toEqual([
      expect.stringMatching(
        /^演示市容错纠错工作协调小组办公室决定就容错〔2026〕\d+号“某区城管局未批先建案”举行听证。/,
      ),
      '一、听证事由',
      'WHY-ORDERED',
      '二、听证事项',
      '（一）是否未批先建；',
      '（二）是否造成损失。',
      '三、时间和地点',
      '2026年3月20日（星期五）9时00分，二楼听证室。',
      '四、听证方式',
      '不公开举行（涉及工作秘密）。',
    ])
    expect(lines).toContain('听证主持人：蒋平。听证员：沈洁。记录员：杨柳。')
    expect(text).toContain('有权申请其回避')
  })

  it('[H-09] in time needs no reason, and its last day is counted by the calendar', async () => {
    const hearingId = await prepared()
    vi.setSystemTime(`${LATEST}T15:59:00Z`)
    done(await serve(hearingId, '不需要的理由'))
    const { notice } = (await seen('secretary', hearingId)).shared.state
    expect(notice).toMatchObject({ latestOn: LATEST, shortReason: null })
  })

  it('[H-09] late is refused without a reason, and marked with it', async () => {
    const hearingId = await prepared()
    vi.setSystemTime(`${LATEST}T16:00:00Z`)
    expect(code(await serve(hearingId))).toBe('hearing/short-notice-reason')
    done(await serve(hearingId, '各方书面同意'))
    expect((await seen('party', hearingId)).shared.state.notice).toMatchObject({
      shortReason: '各方书面同意',
    })
  })

  it('[H-08] waits until tribunal and sides are complete', async () => {
    const { hearingId } = done(await orderBy('secretary'))
    const missing = []
    for (const [personId, capacity] of tribunal) {
      missing.push(code(await serve(hearingId)))
      done(await name(hearingId, personId, capacity))
    }
    expect(missing).toEqual([
      'hearing/chair-missing',
      'hearing/recorder-missing',
      'hearing/recorder-missing',
      'hearing/party-missing',
      'hearing/party-missing',
    ])
    done(await serve(hearingId))
  })

  it('[K-03] is not served by days that nobody knows', async () => {
    // The first year that did not come with the release.
    const year = Math.max(...Object.keys(SHIPPED_YEARS).map(Number)) + 1
    const hearingId = await prepared({ startsAt: `${String(year)}-01-20T01:00:00.000Z` })
    expect(code(await serve(hearingId))).toBe('calendar/year-missing')
  })

  it('[H-10] is read with one receipt by each, and the office sees whose is missing', async () => {
    const hearingId = await prepared()
    expect(code(await act('party', hearingId, { type: 'read-notice' }))).toBe('hearing/not-noticed')
    done(await serve(hearingId))
    expect((await seen('party', hearingId)).view?.may['read-notice']).toBeNull()
    done(await act('party', hearingId, { type: 'read-notice' }))
    expect(code(await act('party', hearingId, { type: 'read-notice' }))).toBe('hearing/already-read')
    const { participants } = (await seen('secretary', hearingId)).shared.state
    expect(participants.filter((one) => one.noticeReadAt !== null).map((one) => one.personId)).toEqual([
      'party',
    ])
  })
})

describe('observers', () => {
  it('[H-60] register from the notice to the opening, once, whoever they are', async () => {
    const hearingId = await prepared()
    expect(code(await register('observer3', hearingId))).toBe('hearing/not-noticed')
    done(await serve(hearingId))
    done(await register('observer3', hearingId))
    done(await register('sysadmin', hearingId))
    expect(code(await register('observer3', hearingId))).toBe('hearing/already-named')
    expect(code(await register('party', hearingId))).toBe('hearing/already-named')
    expect((await seen('observer3', hearingId)).shared.sight).toBe('public')

    for (const who of ['hearing-chair', 'recorder', 'hearing-member1', 'party'])
      done(await act(who, hearingId, { type: 'come-in' }))
    done(await act('hearing-chair', hearingId, { type: 'open' }))
    expect(code(await register('observer1', hearingId))).toBe('hearing/already-opened')
  })

  it('[H-60] whom the office took off does not come back by himself', async () => {
    done(await register('observer3', DEMO))
    done(await act('secretary', DEMO, { type: 'remove-participant', personId: 'observer3', reason: '冒名' }))
    expect(code(await register('observer3', DEMO))).toBe('access/denied')
  })

  it('[H-60] [H-40] of a closed hearing nobody registers, nor learns that there is one', async () => {
    const hearingId = await prepared({ closedGround: 'privacy', openReason: null })
    done(await serve(hearingId))
    expect(code(await register('observer3', hearingId))).toBe('access/not-found')
    expect(code(await register('party', hearingId))).toBe('hearing/closed-to-observers')
    expect(code(await register('observer3', 'no-such-hearing'))).toBe('access/not-found')
  })
})

describe('the public page', () => {
  it('[H-61] shows an open hearing from the notice on, and of it only what is public', async () => {
    const hearingId = await prepared()
    expect((await told()).map(({ id }) => id)).toEqual([DEMO])
    done(await serve(hearingId))
    const list = await told()
    expect(list.map(({ id }) => id)).toEqual([DEMO, hearingId])
    expect(list[1]).toEqual({
      id: hearingId,
      title: '未批先建案听证会',
      issues: ['是否未批先建', '是否造成损失'],
      startsAt: '2026-03-20T01:00:00.000Z',
      place: '二楼听证室',
      status: 'noticed',
      orderingBodyName: '演示市容错纠错工作协调小组办公室',
      own: null,
    })
    done(await act('secretary', hearingId, { type: 'cancel', reason: '撤回申请' }))
    expect((await told()).map(({ id }) => id)).toEqual([DEMO])
  })

  it('[H-61] shows nothing of a closed one', async () => {
    const hearingId = await prepared({ closedGround: 'work-secret', openReason: null })
    done(await serve(hearingId))
    expect((await told()).map(({ id }) => id)).toEqual([DEMO])
  })

  it('[H-60] tells who is signed in whether he takes part, and why he may not register', async () => {
    const own = async (who: string) => (await demo.app.services.hearings.publicList(demoActor(who)))[0]?.own
    expect(await own('audit1')).toEqual({ takesPart: false, refusal: null })
    expect(await own('observer1')).toMatchObject({ takesPart: true })
  })
})
