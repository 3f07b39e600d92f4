import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { composing } from '../support/input-method.ts'
import { press, type } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const CASE = '/cases/case-rent-relief'
const FACTS = `${CASE}/dossier/facts`
const TEXT = '案件事实正文'
const PHONE = { viewport: { width: 360, height: 780 } }

const open = async (page: Page, button: string | RegExp = '添加批注') => {
  await page.goto(FACTS)
  await page.getByRole('textbox', { name: TEXT }).waitFor()
  await page.getByRole('button', { name: button }).waitFor()
}
const field = (page: Page, name: string) => page.getByRole('textbox', { name })

it('[D-150] a half-written answer outlives its remark being resolved by another, a filter and a reload', async () => {
  const wang = await browser.signIn('discipline1')
  const sun = await browser.signIn('organization1')
  await open(wang.page)
  await press(wang.page, '添加批注')
  await type(wang.page, '请核对户数')
  await press(wang.page, '发送批注')
  const card = (page: Page) => page.getByRole('listitem', { name: /^批注 1/ })
  await card(wang.page).waitFor()

  await wang.page.getByRole('combobox', { name: '按状态筛选' }).selectOption('all')
  await open(sun.page)
  await card(sun.page).getByRole('button', { name: '回复' }).click()
  await type(sun.page, '已核对，十二户')
  await card(wang.page).getByRole('button', { name: '解决' }).click()
  await card(sun.page)
    .getByText(/^已解决/)
    .waitFor()
  expect(await field(sun.page, '回复').inputValue()).toBe('已核对，十二户')

  await sun.page.reload()
  await field(sun.page, '回复').waitFor()
  expect(await field(sun.page, '回复').inputValue()).toBe('已核对，十二户')
  await card(wang.page).getByRole('button', { name: '重新打开' }).click()
  await press(sun.page, '发送回复')
  await card(wang.page).getByText('已核对，十二户').waitFor()
  await sun.page.reload()
  await card(sun.page).getByText('已核对，十二户').waitFor()
  expect(await field(sun.page, '回复').count()).toBe(0)
})

it('[D-150] [D-151] on a phone a remark stands when its list was closed, and an input method’s Escape does not close it', async () => {
  const { page, context } = await browser.signIn('discipline1', PHONE)
  await open(page, /^批注与修订/)
  await press(page, /^批注与修订/)
  await press(page, '添加批注')
  await field(page, '批注内容').click()
  await type(page, '金额有误，')
  const input = await context.newCDPSession(page)
  await composing(input, ['h', 'he', 'hedui'])
  await page.keyboard.press('Escape')
  await field(page, '批注内容').waitFor()
  await input.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  expect(await field(page, '批注内容').inputValue()).toBe('金额有误，')
  // Beside the dialog, as a thumb does.
  await page.mouse.click(180, 4)
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await press(page, /^批注与修订/)
  expect(await field(page, '批注内容').inputValue()).toBe('金额有误，')
  await press(page, '取消')
  await page.reload()
  await press(page, /^批注与修订/)
  await page.getByRole('button', { name: '添加批注' }).waitFor()
  expect(await field(page, '批注内容').count()).toBe(0)
})

it('[D-154] the focus stays among the remarks when a form is sent and a card goes, and goes back to its button on a phone', async () => {
  const { page } = await browser.signIn('discipline1')
  await open(page)
  await press(page, '添加批注')
  await type(page, '请补充户数')
  await press(page, '发送批注')
  const card = page.getByRole('listitem', { name: /^批注/ }).filter({ hasText: '请补充户数' })
  await card.waitFor()
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement
      return at === document.body ? 'nowhere' : at?.closest('li')?.id ? 'card' : 'list'
    })
  await expect.poll(focused).toBe('list')
  await card.getByRole('button', { name: '回复' }).click()
  await type(page, '已补充')
  await press(page, '发送回复')
  await card.getByText('已补充').waitFor()
  await expect.poll(focused).toBe('card')
  await card.getByRole('button', { name: '解决' }).click()
  await card.waitFor({ state: 'hidden' })
  await expect.poll(focused).toBe('list')

  const phone = await browser.signIn('discipline1', PHONE)
  await open(phone.page, /^批注与修订/)
  await press(phone.page, /^批注与修订/)
  await phone.page.getByRole('dialog').waitFor()
  await phone.page.keyboard.press('Escape')
  await expect
    .poll(() => phone.page.evaluate(() => document.activeElement?.textContent))
    .toMatch(/^批注与修订/)
})

it('[D-153] what was not proposed yet is thrown away by a second press', async () => {
  const leader = await browser.signIn('leader')
  await open(leader.page, '提修订')
  await press(leader.page, '提修订')
  const draft = field(leader.page, TEXT)
  await draft.click()
  await leader.page.keyboard.press('Control+Home')
  await type(leader.page, '经查，')
  await leader.page.getByRole('button', { name: '提出修订（1）' }).waitFor()
  await press(leader.page, '放弃修订')
  await leader.page.getByText(/^这 1 处改动尚未提出/).waitFor()
  await press(leader.page, '继续修订')
  await leader.page.getByRole('button', { name: '提出修订（1）' }).waitFor()
  await press(leader.page, '放弃修订')
  await press(leader.page, '放弃修订')
  await leader.page.getByRole('button', { name: '提修订' }).waitFor()
})

it('[D-152] a file goes on being sent while its sender looks at other pages; closing the tab is asked about; it is his alone', async () => {
  const { page, context } = await browser.signIn('secretary')
  await page.goto(`${CASE}/evidence`)
  await page.getByRole('button', { name: '上传证据' }).waitFor()
  const cdp = await context.newCDPSession(page)
  const slow = (uploadThroughput: number) =>
    cdp.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 5, downloadThroughput: -1, uploadThroughput },
    })
  await slow(1_000_000)
  const film = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20_000_000)])
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '录像.pdf', mimeType: 'application/pdf', buffer: film })
  await press(page, '上传证据')
  const row = page.getByTestId('queued').filter({ hasText: '录像.pdf' })
  const percent = async () => Number(/(\d+)%/.exec(await row.innerText())?.[1] ?? 0)
  await expect.poll(percent, { timeout: 20_000 }).toBeGreaterThan(2)

  await page.getByRole('link', { name: '案卷', exact: true }).first().click()
  await page.getByRole('textbox', { name: TEXT }).waitFor()
  const asked = page.waitForEvent('dialog')
  const closing = page.reload({ timeout: 3_000 }).catch(() => null)
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await closing
  await slow(-1)
  await page.getByRole('link', { name: '证据', exact: true }).first().click()
  await page.getByRole('link', { name: /录像/ }).waitFor({ timeout: 60_000 })
})

it('[S-15] a session that ended leaves what was half written for its person; signing out and another person do not', async () => {
  const { page, context } = await browser.signIn('discipline1')
  const kept = () => page.evaluate(() => Object.values(sessionStorage).join().includes('只写了一半'))
  const writeHalf = async () => {
    await open(page)
    await press(page, '添加批注')
    await type(page, '只写了一半')
    expect(await kept()).toBe(true)
  }
  const signIn = async (userName: string) => {
    await field(page, '用户名').fill(userName)
    await field(page, '密码').fill(DEMO_PASSWORD)
    await press(page, '登录')
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor({ state: 'hidden' })
    await page.locator('[data-connection="online"]').waitFor()
  }

  await writeHalf()
  await context.clearCookies()
  await page.goto(FACTS)
  await signIn('discipline1')
  expect(await kept()).toBe(true)

  await context.clearCookies()
  await page.goto(FACTS)
  await signIn('organization1')
  expect(await kept()).toBe(false)

  await context.clearCookies()
  await page.goto(FACTS)
  await signIn('discipline1')
  await writeHalf()
  await page.getByRole('button', { name: /^王/ }).click()
  await press(page, '退出登录')
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await expect.poll(kept).toBe(false)
})
