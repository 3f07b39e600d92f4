import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What people do in the story, by role and accessible name: as a screen reader finds it. */

export const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

export const seesNothingOf = async (page: Page, words: string) => {
  await page.getByText(words).first().waitFor({ state: 'hidden' })
  expect(await page.content(), words).not.toContain(words)
}

/** Presses what asks before it acts, and says yes. */
export async function act(page: Page, button: string, within: Page | Locator = page): Promise<void> {
  await press(within, button)
  const dialog = page.getByRole('dialog', { name: button })
  await dialog.getByRole('button', { name: '确认', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

export const press = (page: Page | Locator, button: string | RegExp) =>
  page
    .getByRole('button', { name: button, ...(typeof button === 'string' ? { exact: true } : {}) })
    .first()
    .click()

export const follow = (page: Page, link: string | RegExp) =>
  page.getByRole('link', { name: link }).first().click()

/** A button that stays reachable and says why it may not be pressed. */
export async function isRefused(page: Page, button: string, why: RegExp): Promise<void> {
  const found = page.getByRole('button', { name: button, exact: true }).first()
  await expect.poll(() => found.getAttribute('aria-disabled'), { timeout: 15_000 }).toBe('true')
  // Another reason may still stand for a moment in which the page learns that it is gone.
  const told = async () =>
    page.locator(`[id="${(await found.getAttribute('aria-describedby')) ?? ''}"]`).textContent()
  await expect.poll(told, { timeout: 15_000 }).toMatch(why)
}

/** Opens a fold by its line, if it is closed. */
export async function unfold(within: Page | Locator, title: string | RegExp): Promise<Locator> {
  const line = within.locator('summary').filter({ hasText: title }).last()
  const fold = line.locator('xpath=..')
  if ((await fold.getAttribute('open')) === null) await line.click()
  return fold
}

/** Puts the cursor at the end of a shared text. */
export async function goToEnd(page: Page, label: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).click()
  // Where another's cursor was drawn during the click, ProseMirror selects what was clicked once more, in its next turn.
  await page.evaluate(() => new Promise((done) => setTimeout(done)))
  await page.keyboard.press('Control+End')
  await tellOfCursor(page)
}

/** The browser moves the cursor and tells the editor a moment later, on a busy machine after the next key: it is told now. */
export const tellOfCursor = (page: Page): Promise<unknown> =>
  page.evaluate(() => document.dispatchEvent(new Event('selectionchange')))

/** Key by key, as a person does. */
export const type = (page: Page, words: string) => page.keyboard.type(words, { delay: 20 })

/** A new paragraph at the end of a shared text. */
export async function writeAtEnd(page: Page, label: string, words: string): Promise<void> {
  await goToEnd(page, label)
  await page.keyboard.press('Enter')
  await type(page, words)
}

export const isSaved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^已保存$/ })
    .first()
    .waitFor()

export const choose = (page: Page, label: string, option: string) =>
  page.getByRole('combobox', { name: label }).selectOption({ label: option })

export const console_ = (page: Page) => page.getByRole('region', { name: '主持与会务' })

export const checkIn = async (page: Page) => {
  await press(page, '我已到会，签到')
  await page.getByRole('button', { name: '签退离场' }).waitFor()
}

export async function state(page: Page, stand: '同意' | '不同意' | '缓议', reason: string): Promise<void> {
  const form = page.getByRole('group', { name: '我的表态' }).or(page.locator('#own-statement')).first()
  await form.getByRole('radio', { name: stand, exact: true }).check()
  await form.getByRole('textbox', { name: '理由' }).fill(reason)
  await press(form, '表态')
  await form.waitFor({ state: 'hidden' })
}

/** The chair puts the prepared question and confirms. */
export async function putQuestion(
  page: Page,
  subject: string,
  method: '记名投票' | '无记名投票',
): Promise<void> {
  await press(console_(page), `提请表决：${subject}`)
  await page.getByRole('radio', { name: method, exact: true }).check()
  await act(page, '开始表决')
}

const paper = (page: Page) => page.getByRole('region', { name: /容错申请/ }).first()

/** Up to the last press: the choice is made and checked. */
export async function fillIn(page: Page, choice: string): Promise<void> {
  await paper(page).getByRole('radio', { name: choice, exact: true }).check()
  await press(paper(page), '下一步：核对')
  await paper(page).getByText(`您的选择：${choice}`).waitFor()
}

export const confirmVote = (page: Page) => press(paper(page), '确认投票')

/** The last press in several tabs at one moment; a tab that learns in between that the vote is in has no button more. */
export async function confirmTogether(pages: readonly Page[]): Promise<void> {
  const buttons = await Promise.all(
    pages.map((page) => paper(page).getByRole('button', { name: '确认投票', exact: true }).elementHandle()),
  )
  await Promise.all(buttons.map((button) => button?.evaluate((element: HTMLElement) => element.click())))
}

export const hasReceipt = async (page: Page) => {
  await paper(page).getByText('您的票已计入').waitFor()
  return (await paper(page).locator('code').first().textContent()) ?? ''
}

export async function vote(page: Page, choice: string): Promise<string> {
  await fillIn(page, choice)
  await confirmVote(page)
  return hasReceipt(page)
}
