import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { seriousFindings, sticksOut } from '../support/audit-page.ts'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { follow, goToEnd, isSaved, press, type } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  // A pause of the test's own length.
  process.env['HUISHANG_VERSION_PAUSE_SECONDS'] = '2'
  server = await startDemo()
})
afterAll(() => server.remove())

const FACTS = '/cases/case-rent-relief/dossier/facts'
const VERSIONS = '/cases/case-rent-relief/versions/facts'
const TEXT = '案件事实正文'

const open = async (page: Page) => {
  await page.goto(FACTS)
  await page.getByRole('textbox', { name: TEXT }).waitFor()
}
const textOf = (page: Page) => page.getByRole('textbox', { name: TEXT }).innerText()
const kinds = (page: Page) =>
  page.getByRole('region', { name: '版本记录' }).getByRole('listitem').allInnerTexts()
const comparison = (page: Page) => page.getByRole('region', { name: '比较结果' })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

it('[D-58] [D-60] [D-63] [D-67] [D-69] a text is kept at a pause and by name, compared by keys, brought back before everybody’s eyes', async () => {
  const wang = await browser.signIn('discipline1')
  const sun = await browser.signIn('organization1')
  await open(wang.page)
  await open(sun.page)
  await goToEnd(wang.page, TEXT)
  await wang.page.keyboard.press('Enter')
  await type(wang.page, '金松投资集团减免租金 12,000 元。')
  await isSaved(wang.page)
  await goToEnd(sun.page, TEXT)
  await sun.page.keyboard.press('Enter')
  await type(sun.page, '涉及十二户。')
  await isSaved(sun.page)

  // Nobody asked for it; both wrote it.
  const page = await wang.tab(VERSIONS)
  const written = async () => {
    await page.reload()
    return (await kinds(page)).filter((row) => row.includes('自动留存')).join('\n')
  }
  await expect.poll(written, { timeout: 20_000 }).toMatch(/撰写：[^\n]*孙丽/)
  await expect.poll(() => written()).toMatch(/撰写：[^\n]*王建国/)
  // It is given a name afterwards, and another one: the first stays beside it.
  const name = async (label: string) => {
    await page
      .getByRole('button', { name: /^为第 \d+ 版命名$/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('label')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(label)
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
  }
  await name('初稿')
  await expect.poll(async () => (await kinds(page))[0]).toMatch(/“初稿”[\s\S]*王建国于 [^\n]* 命名为“初稿”/)
  await name('二稿')
  await expect.poll(async () => (await kinds(page))[0]).toMatch(/“二稿”[\s\S]*“二稿”[\s\S]*命名为“初稿”/)
  await page.getByLabel('版本名称').fill('征求意见稿')
  await press(page, '留存版本')
  await expect.poll(async () => (await kinds(page))[0]).toMatch(/“征求意见稿”[\s\S]*王建国/)

  const named = /第 \d+ 版/.exec((await kinds(page))[0] ?? '')?.[0] ?? ''

  await goToEnd(sun.page, TEXT)
  await sun.page.keyboard.press('Backspace')
  await sun.page.keyboard.press('Backspace')
  await type(sun.page, '人。')
  await sun.page.keyboard.press('Enter')
  await type(sun.page, '程序合规。')
  await isSaved(sun.page)
  await expect.poll(() => textOf(wang.page)).toContain('程序合规')

  // What changed since it was kept, by keys; what came and went is said in words too.
  await page.getByRole('link', { name: `与当前比较：${named}` }).click()
  await comparison(page).waitFor()
  await expect.poll(() => comparison(page).getByRole('status').first().innerText()).toContain('共 2 处改动')
  await expect.poll(() => comparison(page).locator('ins').first().innerText()).toMatch(/^增加/)
  await expect.poll(() => comparison(page).locator('del').first().innerText()).toMatch(/^删除/)
  expect(await seriousFindings(page)).toEqual([])
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => focused(page)).toBe('change-1')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => focused(page)).toBe('change-2')
  await page.keyboard.press('Alt+ArrowUp')
  await expect.poll(() => focused(page)).toBe('change-1')
  await page.getByText('左右对照').click()
  await comparison(page).getByText('原文：').waitFor()
  expect(await comparison(page).locator('[data-side="after"] del').count()).toBe(0)
  expect(await comparison(page).locator('[data-side="before"] ins').count()).toBe(0)
  expect(await seriousFindings(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 780 })
  await expect.poll(() => comparison(page).locator('[data-side]').count()).toBe(0)
  expect(await seriousFindings(page)).toEqual([])
  expect(await sticksOut(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })

  // From the text to what changed since the members read it, by one press.
  await follow(wang.page, '会议材料固定后的改动')
  await comparison(wang.page).waitFor()
  // Not `innerText`: what is out of sight is not laid out.
  await expect.poll(() => comparison(wang.page).textContent()).toContain('12,000')
  await open(wang.page)

  // One brings it back while the other stands in the text.
  await page.getByRole('link', { name: `查看${named}` }).click()
  await press(page, '恢复为此版本')
  await press(page, '确认')
  await expect.poll(async () => (await kinds(page))[0]).toContain(`恢复自${named}`)
  await expect.poll(() => textOf(sun.page)).not.toContain('程序合规')
  await expect.poll(() => textOf(wang.page)).toContain('涉及十二户。')
  await goToEnd(sun.page, TEXT)
  await type(sun.page, '继续写。')
  await expect.poll(() => textOf(wang.page)).toContain('继续写。')
  expect((await kinds(page))[1]).toContain('自动留存')

  // Who may only read compares, and keeps and brings back nothing.
  const leader = await browser.signIn('leader')
  await leader.page.goto(`${VERSIONS}?v=now`)
  await leader.page.getByRole('region', { name: '版本记录' }).waitFor()
  expect(await leader.page.getByRole('button', { name: '留存版本' }).count()).toBe(0)
  expect(await leader.page.getByRole('button', { name: '恢复为此版本' }).count()).toBe(0)
  expect(await leader.page.getByRole('button', { name: /命名$/ }).count()).toBe(0)
  expect(server.errors()).toEqual([])
})
