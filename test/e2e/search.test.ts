import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

describe('finding things', () => {
  it('[Z-06] by Ctrl K from any page, with keys alone, and the focus comes back', async () => {
    const tab = await browser.signIn('secretary')
    const { page } = tab
    await tab.goto('/meetings')
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: '词语、编号、姓名' })
    await field.waitFor()
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await field.fill('租')
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    expect(await page.getByRole('listbox').getByRole('option', { selected: true }).count()).toBe(1)
    await field.press('ArrowDown')
    const [active, second] = await Promise.all([
      field.getAttribute('aria-activedescendant'),
      page.getByRole('listbox').getByRole('option').nth(1).getAttribute('id'),
    ])
    expect(active).toBe(second)
    await field.press('Escape')
    await field.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '检索', exact: true }).press('Enter')
    await field.press('Escape')
    const focused = page.locator('button[aria-keyshortcuts]:focus')
    await focused.waitFor()

    await page.keyboard.press('Control+k')
    await field.fill('容错〔2026〕1号')
    await page
      .getByRole('listbox')
      .getByRole('option', { name: /案件.*容错〔2026〕1号/ })
      .waitFor()
    await field.press('Enter')
    await page.waitForURL(/\/cases\/case-rent-relief/)
  })

  it('[Z-06] on the page by filters, with the words marked, and nothing for who may not see it', async () => {
    const tab = await browser.signIn('discipline1')
    const { page } = tab
    await tab.goto('/search?q=租金')
    const list = page.getByRole('list', { name: '检索结果' })
    await list.waitFor()
    expect(await list.locator('mark').first().textContent()).toBe('租金')
    await page.getByLabel('类别').selectOption('document')
    await page.waitForURL(/kind=document/)
    const kinds = await list.getByRole('listitem').allTextContents()
    expect(kinds.every((text) => text.startsWith('文书'))).toBe(true)

    const administrator = await browser.signIn('sysadmin')
    await administrator.goto('/search?q=租金')
    await administrator.page.getByText('没有找到').waitFor()
  })
})
