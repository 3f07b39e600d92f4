import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseState } from '#domain/cases/types.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import { openDatabase } from '#server/store/client.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'

const MEETING = 'meeting-demo'
let demo: Awaited<ReturnType<typeof openDemoApp>>
let counter = 0
const commandId = () => `agenda-${String((counter += 1)).padStart(5, '0')}`

function must<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer
}

const act = (who: string, command: MeetingCommand) =>
  demo.app.services.meetings.execute(demoActor(who), MEETING, commandId(), command)
const meeting = async () =>
  must(await demo.app.services.meetings.view(demoActor('chair'), MEETING, 'person')).state
const caseState = async (caseId: string): Promise<CaseState> =>
  must(await demo.app.services.cases.view(demoActor('secretary'), caseId)).state

beforeAll(async () => {
  demo = await openDemoApp()
}, 60_000)
afterAll(() => demo.close())

test('[A-21] a proposal that is not yet on the agenda is not in its case either', async () => {
  const CASE = 'case-welfare-home'
  const steps = [
    { type: 'assign-handlers', handlerIds: ['discipline2', 'discipline3'] },
    { type: 'move', to: 'in-verification', reason: '' },
    { type: 'move', to: 'in-consultation', reason: '提请会商' },
  ] as const
  for (const step of steps)
    must(await demo.app.services.cases.execute(demoActor('secretary'), CASE, commandId(), step))
  // Without a verification report the case cannot come onto an agenda, in whatever way it is asked for.
  await act('secretary', { type: 'propose-item', caseId: CASE })
  await act('chair', { type: 'propose-item', caseId: CASE })
  const onAgenda = (await meeting()).items.some((item) => item.caseId === CASE)
  const inCase = (await caseState(CASE)).meetings.some((listing) => listing.meetingId === MEETING)
  expect({ onAgenda, inCase }).toEqual({ onAgenda: false, inCase: false })
})

test('[M-28] whose account is disabled is present in no meeting any more', async () => {
  const present = async () =>
    (await meeting()).presences.some(
      ({ personId, spans }) => personId === 'organization3' && spans.at(-1)?.out === null,
    )
  await act('organization3', { type: 'check-in', personId: null, code: null })
  expect(await present()).toBe(true)
  must(await demo.app.services.people.setActive(demoActor('sysadmin'), 'organization3', false))
  expect(await present()).toBe(false)
  const entries = must(await demo.app.services.timeline.of(demoActor('chair'), `meeting/${MEETING}`))
  expect(entries.at(-1)).toMatchObject({
    type: 'meeting/member-checked-out',
    payload: { personId: 'organization3', disabled: true },
  })
  must(await demo.app.services.people.setActive(demoActor('sysadmin'), 'organization3', true))
})

test('[M-30] whose role ended is out of the meeting, by hand at once and by its date when people are counted', async () => {
  const { people, meetings } = demo.app.services
  const sec = demoActor('secadmin')
  const isHere = async (who: string) =>
    (await meeting()).presences.some(({ personId, spans }) => personId === who && spans.at(-1)?.out === null)
  const checkIn = (who: string) => act(who, { type: 'check-in', personId: null, code: null })
  const termOf = async (who: string) => {
    const found = must(await people.everybody(sec)).find(({ id }) => id === who)
    return found?.roles.at(-1)?.id ?? ''
  }
  const grant = (until: string | null, bodyId = 'political') =>
    people.grantRole(sec, { personId: 'political3', role: 'member', bodyId, from: '2020-01-01', until })

  must(await checkIn('political3'))
  must(await people.endRole(sec, await termOf('political3')))
  expect(await isHere('political3')).toBe(false)
  for (const by of ['political3', 'secretary'])
    expect(await act(by, { type: 'check-in', personId: 'political3', code: null })).toEqual({
      refused: 'meeting/out-of-office',
    })
  const entries = must(await demo.app.services.timeline.of(demoActor('chair'), `meeting/${MEETING}`))
  expect(entries.at(-1)).toMatchObject({ payload: { personId: 'political3', roleEnded: true } })

  must(await grant(null))
  must(await checkIn('political3'))
  // As if midnight had passed: the term ends by its date, and no administrator does anything.
  const database = await openDatabase(demo.env.database)
  const endByDate = (day: string | null) =>
    database.client.roleTerm.updateMany({
      where: { personId: 'political3', from: '2020-01-01' },
      data: { until: day },
    })
  await endByDate('2020-02-02')
  expect(await isHere('political3')).toBe(true)
  await act('chair', { type: 'open' })
  expect(await isHere('political3')).toBe(false)
  await endByDate(null)
  must(await checkIn('political3'))
  await endByDate('2020-02-02')
  await meetings.takeOutEnded()
  expect(await isHere('political3')).toBe(false)
  await endByDate(null)
  await database.close()
})

test('[N-08] drafting anew keeps the text before as a version and happens once per command', async () => {
  const { services, documents } = demo.app
  const secretary = demoActor('secretary')
  for (const who of [
    'chair',
    'discipline1',
    'discipline2',
    'organization1',
    'organization2',
    'political1',
    'political2',
  ])
    must(await act(who, { type: 'check-in', personId: null, code: null }))
  must(await act('chair', { type: 'open' }))
  for (const item of (await meeting()).items)
    must(await act('chair', { type: 'defer-item', itemId: item.id, reason: '待核实' }))
  must(await act('chair', { type: 'close' }))
  const { minutesId } = must(await services.minutes.draft(secretary, commandId(), MEETING))
  const name = `minutes/${minutesId}/text`
  const typed = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '手工改写' }] }],
  }
  await documents.replaceText(name, typed, 'secretary')
  const again = commandId()
  must(await services.minutes.regenerate(secretary, minutesId, again))
  must(await services.minutes.regenerate(secretary, minutesId, again))
  const { versions } = must(await services.documents.versions(secretary, name))
  expect(versions.map((version) => version.reason)).toEqual(['regenerated'])
  const kept = must(await services.documents.version(secretary, versions[0]?.id ?? ''))
  expect(kept.content).toContain('手工改写')
  expect((await documents.read(name)).content).not.toContain('手工改写')
})

test('[N-16] a text that lost facts of the record goes neither to review nor out; drafted anew it does', async () => {
  const { services, documents } = demo.app
  const secretary = demoActor('secretary')
  const minutesId = (await meeting()).minutesId ?? ''
  const lose = () =>
    documents.replaceText(
      `minutes/${minutesId}/text`,
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '无事实' }] }] },
      'secretary',
    )
  const run = (type: 'send-to-review' | 'send-to-countersign') =>
    services.minutes.execute(secretary, minutesId, commandId(), { type })
  for (const step of ['send-to-review', 'send-to-countersign'] as const) {
    await lose()
    expect(await run(step)).toEqual({ refused: 'minutes/attendance-missing' })
    must(await services.minutes.regenerate(secretary, minutesId, commandId()))
    must(await run(step))
  }
})
