import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { testBrowser } from '../support/browser.ts'
import { seriousFindings, sticksOut } from '../support/audit-page.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { HEARD, HEARING, HearingPlay, MEMBERS } from '../support/hearing-play.ts'
import { act, press, sees, seesNothingOf, unfold } from '../support/story-steps.ts'

/** The demo's hearing from the lobby to the signing, each capacity at a desk of its own. */

const AT_DESKS = ['hearing-chair', 'recorder', 'party', 'witness', 'third-party', 'observer1'] as const
type AtDesk = (typeof AT_DESKS)[number]

let server: DemoServer
let play: HearingPlay
const browser = testBrowser(() => server.url)
const pages = new Map<AtDesk, Page>()

function at(who: AtDesk): Page {
  const page = pages.get(who)
  if (!page) throw new Error(`${who} has no desk`)
  return page
}

beforeAll(async () => {
  server = await startDemo()
  play = new HearingPlay(server.url)
  for (const who of AT_DESKS) {
    const person = await browser.signIn(who)
    await person.goto(`/hearings/${HEARING}`)
    pages.set(who, person.page)
  }
})
afterAll(async () => {
  play.disconnect()
  await server.remove()
})

const goOn = (phase: string) => press(at('hearing-chair'), `进入“${phase}”`)
const isNow = (page: Page, phase: string) =>
  page.locator('li[aria-current="step"]').filter({ hasText: phase }).waitFor()
const queue = (page: Page) => page.getByRole('group', { name: /待处理的意见/ })

it('in the lobby everybody reads the notice and comes in; the chair opens once the tribunal is there', async () => {
  await act(at('party'), '我已阅读通知书')
  await sees(at('party'), '您已阅读通知书')
  for (const who of AT_DESKS) await press(at(who), '我已到场')
  await play.comeIn([...MEMBERS, ...HEARD.filter((who) => !AT_DESKS.some((one) => one === who))])
  await act(at('hearing-chair'), '宣布听证开始')
  await isNow(at('party'), '核对身份')
  // The recorder's press, at the line of each.
  for (const name of ['金阳', '尤静', '秦岚']) await press(at('recorder'), `核对${name}身份`)
  for (const personId of ['investigator', 'representative', 'expert', 'public-seat'])
    await play.act('recorder', { type: 'check-identity', personId })
})

it('a witness outside sees that he waits, and nothing of the hearing', async () => {
  await sees(at('witness'), '请在场外等候作证')
  expect(await at('witness').locator('li[aria-current="step"]').count()).toBe(0)
  expect(await at('witness').content()).not.toContain('金阳')
})

it('phases follow at every desk; whoever speaks is offered his words and confirms them', async () => {
  await goOn('告知权利与回避')
  await isNow(at('observer1'), '告知权利与回避')
  await goOn('承办人员陈述')
  await play.speak('investigator')
  await goOn('当事人陈述申辩')
  await press(at('party'), '申请发言')
  await press(at('hearing-chair'), '请金阳发言')
  await sees(at('party'), /剩余/)
  await at('recorder').getByLabel('发言内容').fill('会议有记录，三名成员发言，均同意。')
  await press(at('recorder'), '记入笔录')
  await sees(at('party'), '记录员记下了您的发言')
  await press(at('party'), '记录无误，确认')
  await sees(at('recorder'), /本人已确认/)
})

it('the witness is called in and testifies', async () => {
  await goOn('第三人和证人陈述')
  await press(at('hearing-chair'), '请尤静入场作证')
  await isNow(at('witness'), '第三人和证人陈述')
})

it('a comment waits, is admitted by a key, and is then seen by all', async () => {
  await goOn('询问')
  await isNow(at('third-party'), '询问')
  const words = '土地补偿款什么时候能发下来？'
  await at('third-party').getByLabel('发表意见').fill(words)
  // Half written it outlives a reload.
  await at('third-party').reload()
  const field = at('third-party').getByLabel('发表意见')
  await field.waitFor()
  expect(await field.inputValue()).toBe(words)
  await press(at('third-party'), '提交意见')
  await sees(at('third-party'), '待处理')
  await queue(at('hearing-chair')).getByText(words).waitFor()
  expect(await at('observer1').content()).not.toContain(words)
  await at('hearing-chair').keyboard.press('c')
  await at('hearing-chair').keyboard.press('u')
  await sees(at('hearing-chair'), /没有撤销：处理即入记录。/)
  await at('hearing-chair').keyboard.press('a')
  await at('observer1').getByTestId('comments').getByText(words).waitFor()
})

it(
  'the room has no serious finding of axe, at a desk and on a small phone',
  { timeout: 240_000 },
  async () => {
    const findings: string[] = []
    for (const who of ['hearing-chair', 'recorder', 'third-party', 'observer1'] as const)
      for (const width of [1440, 360]) {
        await at(who).setViewportSize({ width, height: 900 })
        const say = (finding: string) => `${who} ${width}: ${finding}`
        findings.push(...(await seriousFindings(at(who))).map(say), ...(await sticksOut(at(who))).map(say))
      }
    for (const who of AT_DESKS) await at(who).setViewportSize({ width: 1440, height: 900 })
    expect(findings).toEqual([])
  },
)

it('evidence on stage is seen by who reads the papers, and told to the hall without its name', async () => {
  const piece = '供地会议记录影印件'
  await play.addEvidence(piece)
  await at('hearing-chair').reload()
  const stage = await unfold(at('hearing-chair'), '选择要出示的证据')
  await stage.getByLabel('证据', { exact: true }).selectOption({ label: piece })
  await press(stage, '出示')
  await sees(at('party'), piece)
  await at('party').getByRole('img', { name: piece }).waitFor()
  await sees(at('observer1'), /蒋平正在出示证据/)
  expect(await at('observer1').content()).not.toContain(piece)
})

it('what asks nearly the same is suggested and merged', async () => {
  const words = '请问土地补偿款什么时候发下来'
  await play.comment('public-seat', {
    type: 'comment',
    text: words,
    issueId: null,
    evidenceId: null,
    paragraph: null,
  })
  await queue(at('recorder')).getByText(words).waitFor()
  await press(queue(at('recorder')), '并入这一条')
  await at('observer1').getByTestId('comments').getByText(/1 人/).waitFor()
  expect(await at('observer1').content()).not.toContain(words)
})

it('of the deliberation nothing leaves the tribunal', async () => {
  await goOn('质证辩论')
  await act(at('hearing-chair'), '进入“评议”')
  await sees(at('party'), '听证组正在评议')
  await sees(at('observer1'), '听证组正在评议')
  const reason = '经集体研究，损失已经挽回，建议容错。'
  await play.act('hearing-member1', { type: 'give-opinion', stand: 'tolerate', reason })
  await sees(at('recorder'), reason)
  await play.act('hearing-member2', { type: 'give-opinion', stand: 'tolerate', reason: '同意。' })
  await play.act('hearing-member3', { type: 'give-opinion', stand: 'other', reason: '另有意见。' })
  for (const who of ['party', 'third-party', 'observer1', 'witness'] as const)
    await seesNothingOf(at(who), reason)
})

it('whoever is sent out loses the page at once', async () => {
  await goOn('最后陈述')
  await play.act('hearing-chair', { type: 'warn', personId: 'third-party', reason: '多次打断他人发言' })
  await browser.expecting(/403|404|409/, async () => {
    await play.act('hearing-chair', { type: 'expel', personId: 'third-party', reason: '警告后仍打断' })
    await sees(at('third-party'), /责令退场/)
    await seesNothingOf(at('third-party'), '金阳')
  })
})

it('the chair closes the hearing, and everybody is told what follows', async () => {
  await goOn('宣布结束')
  await act(at('hearing-chair'), '进入“核对签名”')
  await sees(at('party'), /听证已经结束/)
  await sees(at('observer1'), /听证已经结束/)
})
