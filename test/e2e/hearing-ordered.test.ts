import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { CASE, DUE, MeetingPlay } from '../support/meeting-play.ts'
import { act, choose, follow, press, sees } from '../support/story-steps.ts'

/** A consultation refers a case to a hearing (转听证); what follows until its party holds the notice, in the browser. */

const DAY_MS = 86_400_000
const PEOPLE = [
  ['听证主持人', 'hearing-chair'],
  ['听证员', 'hearing-member1'],
  ['听证员', 'hearing-member2'],
  ['听证员', 'hearing-member3'],
  ['记录员', 'recorder'],
  ['案件承办人员', 'discipline2'],
  ['当事人', 'applicant'],
] as const

let server: DemoServer
let play: MeetingPlay
let minutes = ''
const browser = testBrowser(() => server.url)
let secretary: Page

beforeAll(async () => {
  server = await startDemo()
  play = new MeetingPlay(server.url)
  secretary = (await browser.signIn('secretary')).page
})
afterAll(async () => {
  play.disconnect()
  await server.remove()
})

it('the meeting votes for a hearing on each subject, and its minutes say so', async () => {
  await play.submitOpinions()
  await play.open()
  await play.state()
  for (const subject of ['deng', 'li'] as const) {
    const poll = await play.put(subject, 'named', ['EXEMPT', 'NOT_TOLERATED', 'TO_HEARING'])
    await play.cast(poll.id, DUE, 'TO_HEARING')
    await play.announce(poll)
  }
  await play.close()
  minutes = await play.draftMinutes()
  await secretary.goto(`/minutes/${minutes}`)
  await sees(secretary, /转听证/)
  await play.issue(minutes)
})

it('the case waits for its hearing, and leads to the order', async () => {
  await secretary.goto(`/cases/${CASE}`)
  await sees(secretary, '转听证')
  await follow(secretary, '安排听证')
  await sees(secretary, '作出组织听证的决定。')
  await secretary
    .getByRole('textbox', { name: '组织听证的理由' })
    .fill('会商认为事实争议较大，须当面听取各方意见')
  await secretary.getByRole('textbox', { name: '第 1 项' }).fill('减免房租是否经过集体研究')
  const tomorrow = new Date(Date.now() + 8 * 3_600_000 + DAY_MS).toISOString().slice(0, 10)
  await secretary.locator('input[type=date]').fill(tomorrow)
  await sees(secretary, /最迟送达日/)
  await secretary.getByRole('textbox', { name: '地点' }).fill('二楼听证室')
  await press(secretary, '决定组织听证')
  await secretary.waitForURL(/\/hearings\/[^/]+\/prepare$/)
})

it('a handler of the case is refused as its chair, and named as what he is', async () => {
  await choose(secretary, '身份', '听证主持人')
  const person = secretary.getByRole('combobox', { name: '人员' })
  await person.selectOption('discipline2')
  await sees(secretary, '案件承办人员不能担任主持人、听证员或记录员。请另选人员。')
  const name = secretary.getByRole('button', { name: '指定', exact: true })
  await expect.poll(() => name.getAttribute('aria-disabled')).toBe('true')
  for (const [capacity, personId] of PEOPLE) {
    await choose(secretary, '身份', capacity)
    await person.selectOption(personId)
    await press(secretary, '指定')
    // Emptied once he is on the list.
    await expect.poll(() => person.inputValue(), { timeout: 15_000 }).toBe('')
  }
})

it('the notice goes out with a reason for its being short, and the party finds it', async () => {
  await secretary.getByRole('textbox', { name: '缩短通知期限的理由' }).fill('当事人书面同意缩短')
  await act(secretary, '送达听证通知')
  await sees(secretary, /缩短期限送达/)
  const party = (await browser.signIn('applicant')).page
  await party.goto('/workbench')
  await follow(party, /签收听证通知/)
  await act(party, '签收')
  await sees(party, /您已于.*签收/)
})
