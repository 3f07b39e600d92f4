import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import type { HearingCommand, HearingOrder } from '#domain/hearings/commands.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { App } from '#server/app.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'
import { ServedHearing, must } from '../support/hearing-by-services.ts'

/** What a page sends once more because the answer was lost: services that look at something first must not refuse it. */

let app: App
let close: () => Promise<void>
let play: ServedHearing

beforeAll(async () => {
  ;({ app, close } = await openDemoApp())
  play = new ServedHearing(app)
  await play.register()
}, 60_000)
afterAll(() => close())

/** Sends it, and with the same id once more; the second answer. */
async function again<T>(send: (commandId: string) => Promise<T | Refusal>): Promise<T | Refusal> {
  const commandId = play.commandId()
  const first = must(await send(commandId))
  const second = await send(commandId)
  if (!isRefusal(second)) expect(second).toEqual(first)
  return second
}

const twice = (who: string, command: HearingCommand) =>
  again((id) => app.services.hearings.execute(demoActor(who), play.hearingId, id, command))
const told = async (type: string) =>
  must(await app.services.timeline.of(demoActor('recorder'), `hearing/${play.hearingId}`)).filter(
    (entry) => entry.type === type,
  ).length

test('[R-04] an order that is sent again is answered with the hearing that it made', async () => {
  const order: HearingOrder = {
    ...{
      caseId: play.caseId,
      preset: 'case',
      title: '听证会',
      reason: '事实争议较大',
      issues: ['是否集体研究'],
    },
    ...{ closedGround: 'cadre-case', openReason: null, place: '二楼听证室' },
    startsAt: new Date(Date.now() + 3_600_000).toISOString(),
  }
  const ordered = must(await again((id) => app.services.hearings.order(demoActor('secretary'), id, order)))
  play.hearingId = ordered.hearingId
  const other = await app.services.hearings.order(demoActor('secretary'), play.commandId(), order)
  expect(other).toEqual({ refused: 'hearing/already-ordered' })
})

test('[R-04] a notice, a paper and a frozen transcript that are sent again are there once', async () => {
  await play.name()
  const notice = {
    type: 'serve-notice',
    text: '听证通知',
    shortReason: '当事人同意提前',
    startsAt: null,
  } as const
  must(await twice('secretary', { ...notice, papers: [] }))
  const papers = await play.submit('verification-report')
  must(await twice('secretary', { type: 'serve-papers', papers }))
  expect([await told('hearing/notice-served'), await told('papers/served')]).toEqual([1, 1])
  await play.begin()
  await play.hear()
  await play.deliberateAndClose()
  must(await play.bringUp('transcript', 'recorder'))
  must(await twice('recorder', { type: 'freeze-transcript' }))
  expect(await told('transcript/frozen')).toBe(1)
})

test('[R-04] a report that is signed again in the same form is signed', async () => {
  await play.signAll()
  must(await play.bringUp('report', 'hearing-chair'))
  const command = { type: 'sign-report', suggestion: '建议不予容错' } as const
  const proof = { password: DEMO_PASSWORD, address: '127.0.0.1' }
  const chair = demoActor('hearing-chair')
  must(await again((id) => app.services.hearings.sign(chair, play.hearingId, id, command, proof)))
})

test('[R-04] a remark that is sent again stands, though its words are gone by then', async () => {
  const name = `case/${play.caseId}/facts`
  const write = (text: string) =>
    app.documents.replaceText(
      name,
      { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      'discipline2',
    )
  const anchor = { start: 'AAAA', end: 'BBBB', words: '减免租金', before: '', after: '' }
  await write('擅自减免租金若干')
  const remark = { type: 'remark', anchor, text: '请核对', mentions: [] } as const
  const send = (id: string) => app.services.remarks.execute(demoActor('discipline1'), name, id, remark)
  must(await send('remark-sent-twice'))
  await write('擅自处理')
  must(await send('remark-sent-twice'))
  expect(await send('remark-of-another')).toEqual({ refused: 'remark/words-gone' })
})
