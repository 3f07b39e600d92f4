import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { seriousFindings, sticksOut } from '../support/audit-page.ts'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { HEARD, HEARING, HearingPlay, TRIBUNAL } from '../support/hearing-play.ts'
import { act, press, sees, seesNothingOf } from '../support/story-steps.ts'

/** A witness without an account: invited on paper, two telephones, outside, called, heard, signing with his code. */

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true }
const NAME = '陶明'

let server: DemoServer
let play: HearingPlay
const browser = testBrowser(() => server.url)
let secretary: Page
let first: Page
let second: Page
let sheet = { link: '', code: '' }

beforeAll(async () => {
  server = await startDemo()
  play = new HearingPlay(server.url)
  secretary = (await browser.signIn('secretary')).page
  first = await browser.stranger(PHONE)
  second = await browser.stranger(PHONE)
})
afterAll(async () => {
  play.disconnect()
  await server.remove()
})

/** Through the dialog of `button`, whose row is named `name`. */
async function actOn(name: string, button: string): Promise<void> {
  await press(secretary, name)
  await secretary.getByRole('dialog').getByRole('button', { name: button, exact: true }).click()
}

async function issued(): Promise<typeof sheet> {
  await sees(secretary, '听证邀请书')
  const text = await secretary.getByRole('article').innerText()
  return {
    link: /https?:\/\/\S+#[\w-]+/.exec(text)?.[0] ?? '',
    code: /\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(text)?.[0] ?? '',
  }
}

const enterCode = async (page: Page, code: string) => {
  await page.goto('/invited')
  await page.getByLabel('邀请码').fill(code)
  await press(page, '进入听证')
}

it('the secretary names him and hands him a sheet that is shown once', async () => {
  await secretary.goto(`/hearings/${HEARING}/guests`)
  await secretary.getByLabel('身份').selectOption({ label: '证人' })
  await secretary.getByLabel('姓名').fill(NAME)
  await secretary.getByLabel('单位或者与本案的关系').fill('永安镇居民')
  await press(secretary, '列明')
  await sees(secretary, '未签发')
  await actOn(`向${NAME}签发邀请`, '确认')
  sheet = await issued()
  expect(sheet.link).toContain(`${server.url}/invited#`)
  expect(sheet.code).not.toBe('')
  await expect
    .poll(() => secretary.getByRole('img', { name: '进入听证的二维码' }).getAttribute('src'))
    .toContain('svg')
  await press(secretary, '已打印或交付，关闭')
  await sees(secretary, '已签发，未使用')
  await seesNothingOf(secretary, sheet.code)
})

it('he looks at the link, presses, and waits outside; looking alone uses nothing up', async () => {
  for (const _ of [1, 2]) await fetch(sheet.link)
  await first.goto(sheet.link)
  await sees(first, '您收到的是听证邀请链接')
  expect(new URL(first.url()).hash).toBe('')
  await sees(secretary, '已签发，未使用')
  await press(first, '进入听证')
  await sees(first, '请在场外等候作证')
  await sees(first, NAME)
  expect(await first.content()).not.toContain('金阳')
  // There is nowhere else to go.
  expect(await first.getByRole('navigation').count()).toBe(0)
  await first.goto('/cases')
  await first.waitForURL(`**/hearings/${HEARING}`)
})

it('a wrong code is told in words; the right one on a second telephone ends the first, which is told why', async () => {
  await browser.expecting(/401/, async () => {
    await enterCode(second, '2222-3333-4444')
    await sees(second, '邀请链接或邀请码不能使用')
  })
  await enterCode(second, sheet.code.toLowerCase().replaceAll('-', ''))
  await sees(second, '请在场外等候作证')
  await sees(first, '已在另一台设备上进入')
  expect(new URL(first.url()).pathname).toBe('/invited')
  await first.goto(`/hearings/${HEARING}`)
  await first.waitForURL('**/sign-in?to=*')
})

it('he comes to the door, is called, heard, and sees the hearing while he is in', async () => {
  await press(second, '我已到场')
  await sees(secretary, '在场')
  await play.comeIn([...TRIBUNAL, ...HEARD])
  await play.open()
  const guest = (await play.state()).participants.find(({ name }) => name === NAME)
  if (!guest) throw new Error('not named')
  const { personId } = guest
  await play.act('recorder', { type: 'check-identity', personId })
  await play.goTo('third-parties')
  await sees(second, '请在场外等候作证')
  await play.act('hearing-chair', { type: 'call-witness', personId })
  await second.locator('li[aria-current="step"]').filter({ hasText: '第三人' }).waitFor()
  await press(second, '申请发言')
  await expect.poll(async () => (await play.state()).floor.waiting.length).toBe(1)
  const hand = (await play.state()).floor.waiting[0]
  await play.act('hearing-chair', { type: 'give-floor', requestId: hand?.id ?? '', seconds: null })
  await play.act('recorder', { type: 'write-passage', personId, text: '我当时在场。' })
  await press(second, '记录无误，确认')
})

it('he reads his own part and signs it with the code of his invitation', async () => {
  await play.goTo('signing')
  const { cookie } = await play.as('recorder')
  const drafted = await fetch(`${server.url}/hearings/${HEARING}/transcript`, {
    method: 'POST',
    headers: { cookie, origin: server.url },
    body: new URLSearchParams({ intent: 'bring-up' }),
  })
  expect(drafted.status).toBe(200)
  await play.act('recorder', { type: 'freeze-transcript' })
  await second.goto(`/hearings/${HEARING}/transcript`)
  await sees(second, '我当时在场。')
  expect(await second.content()).not.toContain('金阳')
  const field = second.getByLabel('请输入邀请书上的邀请码')
  await browser.expecting(/401/, async () => {
    await field.fill('2222-3333-4444')
    await act(second, '核对无误，签名')
    await sees(second, '邀请链接或邀请码不能使用')
  })
  await field.fill(sheet.code)
  await act(second, '核对无误，签名')
  await sees(second, '您已签名')
})

it('his pages have no serious finding of axe and nothing sticks out of them', async () => {
  const findings: string[] = []
  const audit = async (name: string, page: Page) =>
    findings.push(
      ...[...(await seriousFindings(page)), ...(await sticksOut(page))].map((found) => `${name}: ${found}`),
    )
  await audit('transcript', second)
  await second.setViewportSize({ width: 360, height: 740 })
  for (const path of ['', '/notice']) {
    await second.goto(`/hearings/${HEARING}${path}`)
    await audit(`hearing${path}`, second)
  }
  await first.goto('/invited')
  await audit('invited', first)
  for (const width of [1440, 360]) {
    await secretary.setViewportSize({ width, height: 900 })
    await audit(`guests ${String(width)}`, secretary)
  }
  expect(findings).toEqual([])
})

it('issued anew, the sheet is sound to read, and the page before is told that its invitation is over', async () => {
  await secretary.setViewportSize({ width: 360, height: 900 })
  await browser.expecting(/401|404/, async () => {
    await actOn(`向${NAME}换发邀请`, '确认')
    const anew = await issued()
    expect(anew.code).not.toBe(sheet.code)
    expect([...(await seriousFindings(secretary)), ...(await sticksOut(secretary))]).toEqual([])
    await sees(second, '您的邀请已经撤销或者换发')
    await enterCode(second, sheet.code)
    await sees(second, '邀请链接或邀请码不能使用')
    await enterCode(second, anew.code)
    await second.waitForURL(`**/hearings/${HEARING}`)
    await press(second, '退出')
    await sees(second, '您已退出')
  })
})

it('nothing of link or code stands in the log', () => {
  const log = server.lines.join('\n')
  expect(log).toContain('/invited')
  for (const secret of [sheet.code, sheet.code.replaceAll('-', ''), new URL(sheet.link).hash.slice(1)])
    expect(log).not.toContain(secret)
})
