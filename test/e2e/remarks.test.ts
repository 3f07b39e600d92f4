import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { compose } from '../support/input-method.ts'
import { goToEnd, isSaved, press, tellOfCursor, type } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const FACTS = '/cases/case-rent-relief/dossier/facts'
const TEXT = '案件事实正文'

const open = async (page: Page) => {
  await page.goto(FACTS)
  await page.getByRole('textbox', { name: TEXT }).waitFor()
  await page.getByRole('button', { name: '添加批注' }).waitFor()
}

/** Selects words of the text as a pointer would. */
const select = (page: Page, words: string) =>
  page.getByRole('textbox', { name: TEXT }).evaluate((text: HTMLElement, sought) => {
    text.focus()
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1
      if (at !== -1) getSelection()?.setBaseAndExtent(node, at, node, at + sought.length)
    }
    document.dispatchEvent(new Event('selectionchange'))
  }, words)

/** Puts the cursor before words; what arrives from others at that moment may put a selection back, so it is looked at twice. */
const goBefore = (page: Page, words: string) =>
  expect
    .poll(async () => {
      await select(page, words)
      await page.keyboard.press('ArrowLeft')
      await tellOfCursor(page)
      return page.evaluate(() => getSelection()?.isCollapsed)
    })
    .toBe(true)

const marked = (page: Page) =>
  page
    .getByRole('textbox', { name: TEXT })
    .evaluate((text) =>
      [...text.querySelectorAll('[class*="remark"], [class*="active"]')].map((one) => one.textContent),
    )

it('[D-46] [D-45] [T-110] two people remark on a text with an input method, answer, divide it, take the words away', async () => {
  const wang = await browser.signIn('discipline1')
  const sun = await browser.signIn('organization1')
  await open(wang.page)
  await open(sun.page)
  await goToEnd(wang.page, TEXT)
  await wang.page.keyboard.press('Enter')
  await type(wang.page, '金松投资集团少减免租金，涉及十二户。')
  await isSaved(wang.page)

  // A remark composed while the other person's edits and remarks arrive.
  await select(wang.page, '少减免租金')
  await wang.page.keyboard.press('Control+Alt+m')
  const box = wang.page.getByRole('textbox', { name: '批注内容' })
  await box.waitFor()
  await expect.poll(() => box.evaluate((field) => field === document.activeElement)).toBe(true)
  const input = await wang.context.newCDPSession(wang.page)
  await compose(input, ['h', 'he', 'hed', 'hedui'], '核对', async () => {
    await press(sun.page, '添加批注')
    await type(sun.page, '整篇看过')
    await press(sun.page, '发送批注')
    await goToEnd(sun.page, TEXT)
    await type(sun.page, '另查。')
    await wang.page.getByText('整篇看过').waitFor()
    await wang.page.getByText('另查。').waitFor()
  })
  await expect.poll(() => box.inputValue()).toBe('核对')
  await type(wang.page, ' @孙')
  await wang.page.getByRole('option', { name: /孙丽/ }).waitFor()
  await wang.page.keyboard.press('Enter')
  await expect.poll(() => box.inputValue()).toBe('核对 @孙丽 ')
  await press(wang.page, '发送批注')
  const card = (page: Page) => page.getByRole('listitem', { name: /^批注 2/ })
  await card(sun.page).getByText('核对 @孙丽').waitFor()
  await expect.poll(() => marked(sun.page)).toEqual(['少减免租金'])

  // It waits on the workbench of who was mentioned, and the line leads to it.
  const second = await sun.tab('/workbench')
  await second.getByRole('link', { name: /查看提到您的批注/ }).click()
  await expect.poll(() => second.evaluate(() => document.activeElement?.id)).toBe('remark-2')
  await second.close()
  await card(sun.page).getByRole('button', { name: '回复' }).click()
  await type(sun.page, '已核对')
  await press(sun.page, '发送回复')
  await card(wang.page).getByText('已核对').waitFor()

  // From the card to the words and back by keys; a composition in the words with a remark arriving.
  await card(sun.page).getByRole('button', { name: '看原文' }).click()
  await expect.poll(() => sun.page.evaluate(() => getSelection()?.toString())).toBe('少减免租金')
  await sun.page.keyboard.press('Escape')
  await expect.poll(() => sun.page.evaluate(() => document.activeElement?.id)).toBe('remark-2')

  // Divided before the words by the one, while the other composes in another paragraph.
  await select(sun.page, '专项审计发现')
  await sun.page.keyboard.press('ArrowRight')
  await tellOfCursor(sun.page)
  const other = await sun.context.newCDPSession(sun.page)
  await compose(other, ['z', 'zh', 'zhu'], '注', async () => {
    await goBefore(wang.page, '少减免租金')
    await wang.page.keyboard.press('Enter')
  })
  for (const { page } of [wang, sun]) {
    await expect.poll(() => marked(page), { timeout: 10_000 }).toEqual(['少减免租金'])
    await page.getByText('专项审计发现注').waitFor()
  }
  // Who opens the text now finds it too.
  const late = await browser.signIn('political1')
  await open(late.page)
  await expect.poll(() => marked(late.page)).toEqual(['少减免租金'])

  // The words are taken away: the remark stays, with them.
  await select(wang.page, '少减免租金')
  await wang.page.keyboard.press('Delete')
  for (const { page } of [wang, sun, late]) {
    await page.getByRole('listitem', { name: /^批注 2 · 原文已删除/ }).waitFor()
    await expect.poll(() => marked(page)).toEqual([])
  }
  await card(wang.page).getByRole('button', { name: '解决' }).click()
  // It does not vanish under the eyes of who was led to it.
  await card(sun.page)
    .getByText(/^已解决：王建国/)
    .waitFor()
  await expect.poll(() => card(late.page).count()).toBe(0)

  // The applicant reads his own statement alone: nothing of all this has reached his page.
  const applicant = await browser.signIn('applicant')
  await applicant.goto('/cases/case-rent-relief/dossier/applicant-statement')
  await applicant.page.getByRole('button', { name: '添加批注' }).waitFor()
  expect(applicant.frames.filter(({ text }) => text.includes('核对'))).toEqual([])
  expect(await applicant.page.content()).not.toContain('核对')
})
