import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CUT, testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { runCommand } from '../support/product-command.ts'

let server: DemoServer
const folder = mkdtempSync(join(tmpdir(), 'huishang-evidence-'))
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(async () => {
  await server.remove()
  rmSync(folder, { recursive: true, force: true })
})

const PATH = '/cases/case-rent-relief/evidence'
/** So that a file takes long enough to be broken off. */
const BYTES_PER_SECOND = 4_000_000

function file(name: string, bytes: number) {
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes)])
  const path = join(folder, name)
  writeFileSync(path, content)
  return { path, sum: createHash('sha256').update(content).digest('hex') }
}

async function throttle(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 5, downloadThroughput: -1, uploadThroughput: BYTES_PER_SECOND },
  })
}

const queued = (page: Page, name: string): Locator => page.getByTestId('queued').filter({ hasText: name })
const stateOf = (page: Page, name: string) => queued(page, name).getAttribute('data-state')
const percentOf = async (row: Locator) => Number(/(\d+)%/.exec(await row.innerText())?.[1] ?? 0)

/** It takes several only once the page's script has taken over: before that it is a plain form for one. */
async function send(page: Page, ...paths: string[]) {
  await page.locator('input[type=file][multiple]').setInputFiles(paths)
  await page.getByRole('button', { name: '上传证据' }).click()
}

it('[E-10] a long file outlives a pause, a killed product and a page that was left; another goes with it', async () => {
  const [film, paper] = [file('录音.pdf', 48_000_000), file('清单.pdf', 20_000)]
  const { page } = await browser.signIn('secretary')
  await page.goto(PATH)
  await page.getByRole('button', { name: '上传证据' }).waitFor()
  await throttle(page)
  await page.getByLabel('证据种类').first().selectOption('audio-visual')
  await send(page, film.path, paper.path)
  const row = queued(page, '录音.pdf')
  await expect.poll(() => percentOf(row), { timeout: 20_000 }).toBeGreaterThan(10)
  await page.getByRole('button', { name: '暂停：录音.pdf' }).click()
  // The next one does not wait for it.
  await expect.poll(() => stateOf(page, '清单.pdf'), { timeout: 20_000 }).toBe('done')
  await expect.poll(() => stateOf(page, '录音.pdf')).toBe('paused')
  await page.getByRole('button', { name: '继续：录音.pdf' }).click()
  await expect.poll(() => percentOf(row), { timeout: 20_000 }).toBeGreaterThan(40)
  await browser.expecting(CUT, async () => {
    await server.kill9()
    await expect.poll(() => stateOf(page, '录音.pdf'), { timeout: 20_000 }).toBe('retrying')
    await server.restart()
    await expect.poll(() => stateOf(page, '录音.pdf'), { timeout: 40_000 }).toBe('sending')
    await page.reload()
  })
  const left = page.getByTestId('unfinished')
  await left.waitFor()
  const before = await percentOf(left)
  expect(before).toBeGreaterThan(25)
  await send(page, film.path)
  await expect.poll(() => percentOf(row), { timeout: 20_000 }).toBeGreaterThanOrEqual(before)
  await expect.poll(() => stateOf(page, '录音.pdf'), { timeout: 60_000 }).toBe('done')
  await page.getByText(film.sum.slice(0, 12)).waitFor()
  await page.getByText(paper.sum.slice(0, 12)).waitFor()
  const checked = await runCommand('evidence-verify', [], { HUISHANG_DATA: server.dataDirectory })
  expect([checked.code, checked.complained]).toEqual([0, ''])
})

it('[E-02] [E-17] is described in the register, looked at under a watermark and saved with a reason', async () => {
  const { page } = await browser.signIn('secretary')
  await page.goto('/cases/case-land-policy/evidence')
  const row = page.getByRole('row').filter({ hasText: '专题会议纪要' })
  await row.getByRole('button', { name: /^修改登记/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('证据种类').selectOption('documentary')
  await dialog.getByLabel('来源').fill('区政府办公室调取')
  await dialog.getByLabel('拟证明事实').fill('会议集体研究')
  await dialog.getByLabel('修改理由').fill('补登')
  await dialog.getByRole('button', { name: '修改登记' }).click()
  await row.getByText('书证').waitFor()
  await row.getByText('修改记录（1）').click()
  await row.getByText('补登').waitFor()
  const saving = page.waitForEvent('download')
  await row.getByRole('button', { name: /^下载/ }).click()
  await page.getByRole('dialog').getByLabel('下载用途').fill('附入调查报告')
  await page.getByRole('dialog').getByRole('button', { name: '下载', exact: true }).click()
  expect((await saving).suggestedFilename()).toBe('专题会议纪要.pdf')
  await row.getByRole('link', { name: /^打开/ }).click()
  await page.getByTestId('watermark').waitFor()
  await expect.poll(() => page.locator('canvas').getAttribute('data-page')).toBe('1')
})
