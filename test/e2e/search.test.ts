import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { chinesePdf } from '../support/chinese-pdf.ts'
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
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    await field.fill('租')
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    await expect.poll(() => page.getByRole('listbox').getByRole('option', { selected: true }).count()).toBe(1)
    await field.press('ArrowDown')
    const second = await page.getByRole('listbox').getByRole('option').nth(1).getAttribute('id')
    await expect.poll(() => field.getAttribute('aria-activedescendant')).toBe(second)
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
    await expect.poll(() => list.locator('mark').first().textContent()).toBe('租金')
    await page.getByLabel('类别').selectOption('document')
    await page.waitForURL(/kind=document/)
    // The address changes a moment before the page does.
    await expect
      .poll(async () => {
        const kinds = await list.getByRole('listitem').allTextContents()
        return kinds.length > 0 && kinds.every((text) => text.startsWith('文书'))
      })
      .toBe(true)

    const administrator = await browser.signIn('sysadmin')
    await administrator.goto('/search?q=租金')
    await administrator.page.getByText('没有找到').waitFor()
  })

  it('[Z-22] a hit in a PDF opens the piece at its page', async () => {
    const { page, goto } = await browser.signIn('secretary')
    await goto('/cases/case-rent-relief/evidence')
    const file = Buffer.from(chinesePdf('封面', '附件说到琼瑶玉佩')).toString('base64')
    await page.evaluate(async (content) => {
      const form = new FormData()
      form.set('commandId', 'search-in-a-pdf')
      form.set('title', '玉佩清单')
      const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))
      form.set('file', new Blob([bytes]), '清单.pdf')
      const answer = await fetch('/cases/case-rent-relief/evidence/add', { method: 'POST', body: form })
      if (!answer.ok) throw new Error(String(answer.status))
    }, file)
    const hit = page
      .getByRole('list', { name: '检索结果' })
      .getByRole('link', { name: /证据.*第 2 页.*玉佩清单/ })
    // Read by a process of its own, which waits for everybody else.
    const until = Date.now() + 90_000
    do await goto('/search?q=琼瑶')
    while ((await hit.count()) === 0 && Date.now() < until)
    await expect.poll(() => hit.locator('mark').allTextContents()).toContain('琼瑶')
    await hit.click()
    await page.waitForURL(/\/evidence\/[^/]+\/view\?page=2$/)
  }, 180_000)

  it('[Z-06] [Z-20] a hit in a comment by Ctrl K opens the text with the comment', async () => {
    const { page, goto } = await browser.signIn('discipline1')
    await goto('/cases/case-rent-relief/dossier/facts?remark=1')
    const note = '珊瑚之数与原件不符'
    await page.getByRole('button', { name: '添加批注' }).first().click()
    await page.getByRole('textbox', { name: '批注内容' }).fill(note)
    await page.getByRole('button', { name: '发送批注' }).click()
    await page.getByText(note).first().waitFor()
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: '词语、编号、姓名' })
    const hit = page.getByRole('listbox').getByRole('option', { name: /批注.*珊瑚/ })
    const until = Date.now() + 60_000
    do {
      await field.fill('')
      await field.fill('珊瑚之数')
      await hit.waitFor({ timeout: 3_000 }).catch(() => undefined)
    } while ((await hit.count()) === 0 && Date.now() < until)
    await hit.click()
    await page.waitForURL(/\/dossier\/facts\?remark=\d+$/)
  }, 180_000)
})
