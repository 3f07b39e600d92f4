import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sticksOut } from '../support/audit-page.ts'
import { CUT, testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { speak } from '../support/speak.ts'
import { follow, press, sees } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const waits = (page: Page) => sees(page, '暂时连不上服务器')
const goesOn = (page: Page) => page.getByText('暂时连不上服务器').waitFor({ state: 'hidden' })
const title = (page: Page) => page.getByRole('textbox', { name: '案名' })

/** Until the page has noticed. */
async function cut(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await page.locator('[data-connection="offline"]').waitFor()
}

async function fillIn(page: Page, name: string): Promise<void> {
  await page.goto('/cases/new')
  await page.getByTestId('server-wait').waitFor({ state: 'attached' })
  await page.locator('[data-connection="online"]').waitFor()
  await title(page).fill(name)
  await page.getByRole('textbox', { name: '姓名或名称' }).first().fill('周某')
}

it('[T-77] a form that is sent without a network stays filled in, and is sent once when it is back', async () => {
  const { page, context } = await browser.signIn('secretary')
  await fillIn(page, '断网时登记的案件')
  await browser.expecting(CUT, async () => {
    await context.setOffline(true)
    await press(page, '登记案件')
    await waits(page)
    expect(await title(page).inputValue()).toBe('断网时登记的案件')
    await context.setOffline(false)
    await page.waitForURL(/\/cases\/[0-9a-f]{20,}/)
  })
  await goesOn(page)
  await page.goto('/cases')
  expect(await page.getByRole('link', { name: '断网时登记的案件' }).count()).toBe(1)
})

it('[T-77] a form whose answer was lost with the server is sent again and happens once', async () => {
  const { page } = await browser.signIn('secretary')
  await fillIn(page, '停机时登记的案件')
  await browser.expecting(CUT, async () => {
    // The server carries it out; the page never hears of it.
    await page.route(/\/new\.data/, async (route) => {
      await route.fetch({ maxRedirects: 0 })
      await server.kill9()
      await route.abort()
    })
    await press(page, '登记案件')
    await waits(page)
    await page.unroute(/\/new\.data/)
    await server.restart()
    await page.waitForURL(/\/cases\/[0-9a-f]{20,}/, { timeout: 40_000 })
  })
  await page.goto('/cases')
  expect(await page.getByRole('link', { name: '停机时登记的案件' }).count()).toBe(1)
})

it('[T-78] another page opens when the server answers; who does not wait stays with everything typed', async () => {
  const { page, context } = await browser.signIn('secretary')
  await fillIn(page, '写到一半')
  await browser.expecting(CUT, async () => {
    await cut(page)
    await follow(page, '会议')
    await waits(page)
    await press(page, '留在本页')
    await goesOn(page)
    await context.setOffline(false)
    await page.locator('[data-connection="online"]').waitFor()
    expect([new URL(page.url()).pathname, await title(page).inputValue()]).toEqual(['/cases/new', '写到一半'])

    await cut(page)
    await follow(page, '会议')
    await waits(page)
    await context.setOffline(false)
    await page.waitForURL(/\/meetings/)
  })
  await page.getByRole('heading', { level: 1 }).waitFor()
})

it('[T-79] a small phone says it in words, in both languages, without growing wider', async () => {
  const { page, context } = await browser.signIn('secretary', { viewport: { width: 320, height: 640 } })
  for (const [language, words] of [
    ['zh-CN', '未连接'],
    ['en', 'Not connected'],
  ] as const) {
    await speak(context, server.url, language)
    await page.goto('/account')
    await page.locator('[data-connection="online"]').waitFor()
    expect(await sticksOut(page), `${language}, online`).toEqual([])
    await browser.expecting(CUT, async () => {
      await cut(page)
      await sees(page, words)
      expect(await sticksOut(page), `${language}, offline`).toEqual([])
      await context.setOffline(false)
      await page.locator('[data-connection="online"]').waitFor()
    })
  }
})
