import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { MEETING } from '../support/meeting-play.ts'

/** A slow line: the page is there long before its script. */

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

/** @returns what lets the scripts through */
async function withoutScripts(page: Page, path: string): Promise<() => void> {
  let release: () => void = () => undefined
  const held = new Promise<void>((done) => (release = done))
  await page.route('**/assets/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  return release
}

it('what is pressed before the script is there happens when it is, once', async () => {
  const { page } = await browser.signIn('organization2')
  const release = await withoutScripts(page, `/meetings/${MEETING}`)
  const button = page.getByRole('button', { name: '我已到会，签到' })
  await button.click()
  await button.click()
  release()
  await page.getByRole('button', { name: '签退离场' }).waitFor()
  // The record is fetched apart from the room.
  await page.getByText('钱伟签到').first().waitFor()
  expect(await page.getByText('钱伟签到').count()).toBe(1)
})

it('what is typed and ticked before the script is there stays, and the page knows it', async () => {
  const { page } = await browser.signIn('secretary')
  const release = await withoutScripts(page, '/meetings/new')
  const title = page.getByRole('textbox', { name: '会议名称' })
  const members = page.getByRole('group', { name: '应到会成员' })
  const [first, second] = ['王建国', '孙丽'].map((name) => members.getByRole('checkbox', { name }))
  await title.fill('脚本未到先填的会议')
  await first?.check()
  await second?.check()
  release()
  await page.getByText(/应到 2 人/).waitFor()
  await expect.poll(() => title.inputValue()).toBe('脚本未到先填的会议')
  for (const box of [first, second]) expect(await box?.isChecked()).toBe(true)
})

it('a fold that is opened before the script is there has its contents when it is', async () => {
  const { page } = await browser.signIn('chair')
  const release = await withoutScripts(page, `/meetings/${MEETING}`)
  const more = page.locator('#dock-more')
  await more.locator('summary').click()
  release()
  await more.getByRole('button').first().waitFor()
})

const EVIDENCE = '/cases/case-rent-relief/evidence'
const choose = (page: Page, name: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })

it('a file that is chosen before the script is there is known to it', async () => {
  const { page } = await browser.signIn('secretary')
  const release = await withoutScripts(page, EVIDENCE)
  await choose(page, '早选的说明.txt')
  release()
  await page.getByText('早选的说明.txt').waitFor()
  await page.getByRole('button', { name: '上传证据' }).click()
  await page.getByRole('link', { name: /早选的说明/ }).waitFor()
})

it('a file that is chosen and handed in before the script is there arrives, once', async () => {
  const { page } = await browser.signIn('secretary')
  const release = await withoutScripts(page, EVIDENCE)
  await choose(page, '早交的说明.txt')
  await page.getByRole('button', { name: '上传证据' }).click({ noWaitAfter: true })
  release()
  await page.getByRole('link', { name: /早交的说明/ }).waitFor()
  expect(await page.getByRole('link', { name: /早交的说明/ }).count()).toBe(1)
})

it('what is done while the script takes the page over is not lost, and the page lives', async () => {
  const { page } = await browser.signIn('secretary')
  await page.addInitScript(() => {
    const handIn = () => {
      const field = document.querySelector<HTMLInputElement>('input[type=file]')
      const transfer = new DataTransfer()
      transfer.items.add(new File(['说明'], '正在接手的说明.txt', { type: 'text/plain' }))
      if (!field) throw new Error('the page has no field for files')
      field.files = transfer.files
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }))
      field.form?.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
    }
    // React has begun and waits for the page's data.
    addEventListener('huishang:taken-over', () => queueMicrotask(handIn))
  })
  await page.goto(EVIDENCE)
  await page.getByRole('link', { name: /正在接手的说明/ }).waitFor()
  expect(await page.getByRole('link', { name: /正在接手的说明/ }).count()).toBe(1)
})
