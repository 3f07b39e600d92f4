import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { seriousFindings, sticksOut } from '../support/audit-page.ts'
import { testBrowser } from '../support/browser.ts'
import { LANGUAGES, PHONE } from '../support/checked-pages.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { speak } from '../support/speak.ts'
import { follow, press, sees } from '../support/story-steps.ts'

/** A case whose party has no account: told on paper, asks on paper, and the office enters both. */

const CASE = '/cases/case-clarified-judge'
const IN_WRITING = '当事人未使用账号申请，平台不会通知到本人：答复须书面告知。'
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

let server: DemoServer
let handler: Page
let secretary: Page
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
  handler = (await browser.signIn('discipline2')).page
  secretary = (await browser.signIn('secretary')).page
})
afterAll(() => server.remove())

/** In both languages, at a desk and on a phone, with what is to be opened first. */
async function isWhole(opened: (page: Page, language: string) => Promise<unknown>): Promise<void> {
  const findings: string[] = []
  for (const language of LANGUAGES) {
    const { page } = await browser.signIn('secretary2')
    await speak(page.context(), server.url, language)
    await page.goto(CASE)
    await opened(page, language)
    for (const size of [{ width: 1440, height: 900 }, PHONE]) {
      await page.setViewportSize(size)
      findings.push(...(await seriousFindings(page)), ...(await sticksOut(page)))
    }
    await page.context().close()
  }
  expect(findings).toEqual([])
}

it('[H-191] the handler tells the right in a case without an applicant', async () => {
  await handler.goto(CASE)
  await press(handler, '告知听证权利')
  const dialog = handler.getByRole('dialog', { name: '告知听证权利' })
  await dialog.getByText(/没有账号的当事人须书面告知/).waitFor()
  await dialog.getByRole('textbox', { name: /^告知内容/ }).fill('拟认定为失实举报，事实见核实报告')
  await press(dialog, '告知听证权利')
  await dialog.waitFor({ state: 'hidden' })
  await sees(handler, '尚无人申请。')
})

it('[H-192] the form is whole in both languages, at a desk and on a phone', () =>
  isWhole(async (page, language) => {
    const label = language === 'en' ? 'Register a request' : '代为登记申请'
    await press(page, label)
    await page.getByRole('dialog', { name: label }).getByRole('combobox').waitFor()
  }))

it('[H-192] and registers what came in on paper, with whose it is, the day and the reason', async () => {
  await press(handler, '代为登记申请')
  const dialog = handler.getByRole('dialog', { name: '代为登记申请' })
  const reason = dialog.getByRole('textbox', { name: /^申请理由/ })
  await reason.fill('要求与举报人当面对质')
  await press(dialog, '代为登记申请')
  await dialog.getByText('请填写此项').first().waitFor()
  await dialog.getByRole('combobox', { name: '申请听证的当事人' }).selectOption({ label: '魏某' })
  await dialog.getByLabel('收到日期').fill(today)
  await press(dialog, '代为登记申请')
  await dialog.waitFor({ state: 'hidden' })
  await sees(handler, /^魏某于.+申请$/)
  await sees(handler, '要求与举报人当面对质')
  await sees(handler, /代为登记$/)
})

it('[H-193] it waits at the secretary, whose answer says that it is to be told in writing', async () => {
  await secretary.goto('/workbench')
  await follow(secretary, /答复听证申请/)
  await secretary.goto('/hearings/new?case=case-clarified-judge')
  await sees(secretary, IN_WRITING)
  await secretary.goto(CASE)
  await press(secretary, '不予听证')
  const dialog = secretary.getByRole('dialog', { name: '不予听证' })
  await dialog.getByText(IN_WRITING).waitFor()
  await dialog.getByRole('textbox').fill('事实已经核实清楚')
  await press(dialog, '不予听证')
  await dialog.waitFor({ state: 'hidden' })
  await sees(secretary, IN_WRITING)
  await secretary.goto(`${CASE}/record`)
  await sees(secretary, /代为登记：魏某申请举行听证/)
})

it('[H-193] the answered request is whole in both languages, at a desk and on a phone', () =>
  isWhole((page, language) => sees(page, language === 'en' ? /^Registered by/ : /代为登记$/)))
