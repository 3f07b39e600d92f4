import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seriousFindings, sticksOut } from '../support/audit-page.ts'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { silence } from '../support/silence.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const EVIDENCE = '/cases/case-land-policy/evidence'
const PHONE = { width: 360, height: 780 }
const SLOW = { timeout: 30_000 }

async function openPiece(page: Page, title: string): Promise<string> {
  await page.goto(EVIDENCE)
  await page.getByRole('link', { name: `打开：${title}` }).click()
  await page.getByTestId('watermark').or(page.locator('audio')).first().waitFor(SLOW)
  return new URL(page.url()).pathname
}
const pageDrawn = (page: Page) => page.locator('canvas').getAttribute('data-page')
const listed = (page: Page) => page.getByRole('region', { name: /^标记（/ }).getByRole('listitem')
const row = (page: Page, note: string) => listed(page).filter({ hasText: note })
/** In parts of the page that is drawn. */
const cornerOf = async (page: Page, mark: string) => {
  const paper = await page.locator('canvas').boundingBox()
  const frame = await page.getByTestId(mark).boundingBox()
  if (!paper || !frame) throw new Error('nothing is drawn')
  return [(frame.x - paper.x) / paper.width, (frame.y - paper.y) / paper.height] as const
}

it('[E-20] [E-23] a place framed on a page of a PDF is seen by another who opens its address', async () => {
  const { page: maker } = await browser.signIn('discipline1')
  const { page: reader } = await browser.signIn('organization1')
  const path = await openPiece(reader, '区政府专题会议纪要（演示）')
  await maker.goto(`${path}?page=2`)
  await expect.poll(() => pageDrawn(maker), SLOW).toBe('2')
  await maker.getByRole('button', { name: '框选并标记' }).click()
  await maker.getByRole('button', { name: '标记框选处' }).waitFor(SLOW)
  const paper = await maker.locator('canvas').boundingBox()
  if (!paper) throw new Error('no page is drawn')
  const spot = (across: number, down: number) =>
    [paper.x + paper.width * across, paper.y + paper.height * down] as const
  await maker.mouse.move(...spot(0.2, 0.1))
  await maker.mouse.down()
  await maker.mouse.move(...spot(0.6, 0.2), { steps: 4 })
  await maker.mouse.up()
  await maker.getByRole('button', { name: '标记框选处' }).click()
  await maker.getByRole('textbox', { name: '标记说明' }).fill('签字日期在会后')
  await maker.getByRole('button', { name: '保存标记' }).click()
  // Whoever has the piece open sees it come, on whatever page he is.
  await row(reader, '签字日期在会后').waitFor(SLOW)
  await expect.poll(() => pageDrawn(reader)).toBe('1')
  const link = row(maker, '签字日期在会后').getByRole('link')
  await expect.poll(() => link.textContent()).toMatch(/标记1 第 2 页，左起 20%、上起 (9|10|11)%/)
  const address = (await link.getAttribute('href')) ?? ''
  await reader.goto(new URL(address, `${server.url}${path}`).href)
  await expect.poll(() => pageDrawn(reader), SLOW).toBe('2')
  await reader.getByTestId('zone').waitFor(SLOW)
  const [across, down] = await cornerOf(reader, 'zone')
  expect(across).toBeCloseTo(0.2, 1)
  expect(down).toBeCloseTo(0.1, 1)
  await expect
    .poll(() => row(reader, '签字日期在会后').getByRole('link').getAttribute('aria-current'))
    .toBe('true')
  // It is another's.
  expect(await row(reader, '签字日期在会后').getByRole('button').count()).toBe(0)
  expect(await seriousFindings(reader)).toEqual([])
  await reader.setViewportSize(PHONE)
  expect(await sticksOut(reader)).toEqual([])
})

it('[E-22] [E-24] by keys alone a place of a picture is marked, followed and withdrawn', async () => {
  const { page } = await browser.signIn('secretary')
  await openPiece(page, '拟供地块位置示意图（演示）')
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
  }
  await press('框选并标记')
  for (const key of ['ArrowUp', 'ArrowUp', 'Shift+ArrowLeft', 'Enter']) await page.keyboard.press(key)
  // The note has the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SLOW).toBe('TEXTAREA')
  await page.keyboard.type('红线外')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const link = row(page, '红线外').getByRole('link')
  await link.waitFor(SLOW)
  await expect.poll(() => link.textContent()).toMatch(/第 1 页，左起 25%、上起 21%/)
  await link.focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('zone').waitFor(SLOW)
  expect(new URL(page.url()).searchParams.get('page')).toBe('1')
  // The picture turns and grows by keys too, and its frame with it.
  const frame = page.getByRole('group', { name: /拟供地块位置示意图/ })
  await frame.focus()
  await page.keyboard.press('r')
  await page.locator('[data-turn="1"]').waitFor()
  await page.keyboard.press('+')
  await page.getByRole('button', { name: '适合宽度' }).waitFor()
  await press('撤回标记1')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '撤回标记', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('已撤回的标记（1）').waitFor(SLOW)
  await row(page, '红线外').getByText(/已于/).waitFor(SLOW)
})

it('[E-23] [E-24] [E-27] a moment of a recording is marked where it plays or as typed; its address sets the player there', async () => {
  const { page } = await browser.signIn('secretary')
  await page.goto(EVIDENCE)
  // It comes once the page is awake; a file chosen before is lost.
  await page.getByText('已连接').first().waitFor(SLOW)
  const file = { name: '谈话录音.wav', mimeType: 'audio/wav', buffer: silence(90) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: '上传证据' }).click()
  await page.getByRole('link', { name: /谈话录音/ }).waitFor(SLOW)
  const path = await openPiece(page, '谈话录音')
  const player = page.locator('audio')
  const second = () => player.evaluate((audio: HTMLAudioElement) => Math.round(audio.currentTime))
  await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.readyState), SLOW).not.toBe(0)
  await player.evaluate((audio: HTMLAudioElement) => {
    audio.currentTime = 42
  })
  const moment = () => page.getByLabel('时间').inputValue()
  await expect.poll(moment, SLOW).toBe('0:42')
  await page.getByRole('textbox', { name: '标记说明' }).fill('提到会议未记录')
  // It is the note's moment now, wherever he listens meanwhile.
  const listenAt = (to: number) =>
    player.evaluate((audio: HTMLAudioElement, at) => {
      audio.currentTime = at
    }, to)
  await listenAt(50)
  await expect.poll(second).toBe(50)
  expect(await moment()).toBe('0:42')
  await page.getByRole('button', { name: '保存标记' }).click()
  await row(page, '提到会议未记录').waitFor(SLOW)
  await listenAt(42)
  await page.getByLabel('时间').fill('')
  await page.getByRole('button', { name: '取当前播放位置' }).click()
  await expect.poll(moment).toBe('0:42')
  await page.getByLabel('时间').fill('1：23')
  await page.getByRole('textbox', { name: '标记说明' }).fill('承认事后补签')
  await page.getByRole('button', { name: '保存标记' }).click()
  await row(page, '承认事后补签').waitFor(SLOW)
  // In the order of the recording, and no longer than it is.
  await expect
    .poll(() => listed(page).getByRole('link').allTextContents())
    .toEqual(['标记1 0:42 处', '标记2 1:23 处'])
  await page.getByLabel('时间').fill('2:00')
  await page.getByText('超过了录音录像的长度').waitFor(SLOW)

  const { page: reader } = await browser.signIn('organization1')
  await reader.goto(`${path}?at=83`)
  const heard = reader.locator('audio')
  const at = () => heard.evaluate((audio: HTMLAudioElement) => Math.round(audio.currentTime))
  await expect.poll(at, SLOW).toBe(83)
  await row(reader, '提到会议未记录').getByRole('link').click()
  await expect.poll(at, SLOW).toBe(42)
  // The same again, after he listened on.
  await heard.evaluate((audio: HTMLAudioElement) => {
    audio.currentTime = 5
  })
  await expect.poll(at, SLOW).toBe(5)
  await row(reader, '提到会议未记录').getByRole('link').click()
  await expect.poll(at, SLOW).toBe(42)
  await expect.poll(() => second()).toBe(42)
  expect(await seriousFindings(reader)).toEqual([])
  await reader.setViewportSize(PHONE)
  expect(await sticksOut(reader)).toEqual([])
})
