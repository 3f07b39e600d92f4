import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeWord } from '#server/word-files/write.ts'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { gb18030 } from '../support/gb18030.ts'
import { p, paperOf } from '../word-files/papers.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const CASE = '/cases/case-land-policy'
const SLOW = { timeout: 60_000 }

let handed = 0
async function handIn(page: Page, title: string, fileName: string, content: Uint8Array): Promise<void> {
  await page.evaluate(
    async ({ path, title, fileName, content, commandId }) => {
      const form = new FormData()
      form.set('commandId', commandId)
      form.set('title', title)
      form.set('file', new Blob([Uint8Array.from(content)]), fileName)
      const answer = await fetch(path, { method: 'POST', body: form })
      if (!answer.ok) throw new Error(String(answer.status))
    },
    {
      ...{ path: `${CASE}/evidence/add`, title, fileName, content: [...content] },
      commandId: `handed-in-${String((handed += 1))}`,
    },
  )
}

/** Files are read by a process of its own, which waits for everybody else. */
async function openHit(page: Page, words: string, name: RegExp): Promise<void> {
  const hit = page.getByRole('list', { name: '检索结果' }).getByRole('link', { name })
  const until = Date.now() + 120_000
  do await page.goto(`${server.url}/search?q=${encodeURIComponent(words)}`)
  while ((await hit.count()) === 0 && Date.now() < until)
  expect(await hit.locator('mark').allTextContents()).toContain(words)
  await hit.click()
  await page.waitForURL(/\/evidence\/[^/]+\/view/, SLOW)
}

it('[Z-30] [Z-32] a hit in a Word file and one in a text of an old office open the piece with its words', async () => {
  const { page, goto } = await browser.signIn('secretary')
  await goto(`${CASE}/evidence`)
  await handIn(page, '情况说明', '说明.docx', await writeWord(paperOf(p('附件说到琥珀玛瑙'))))
  await handIn(page, '往来台账', '台账.txt', gb18030('台账记有翡翠珍珠'))
  await openHit(page, '琥珀', /证据.*情况说明/)
  await page.getByText('附件说到琥珀玛瑙').waitFor(SLOW)
  await openHit(page, '翡翠', /证据.*往来台账/)
  await page.getByText('台账记有翡翠珍珠').waitFor(SLOW)
}, 300_000)

it('[Z-31] a hit in the note of a mark opens the piece at the mark', async () => {
  const { page, goto } = await browser.signIn('discipline1')
  await goto(`${CASE}/evidence`)
  await page.getByRole('link', { name: '打开：区政府专题会议纪要（演示）' }).click()
  await page.getByTestId('watermark').waitFor(SLOW)
  const button = page.getByRole('button', { name: '框选并标记' })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '标记框选处' }).click()
  await page.getByRole('textbox', { name: '标记说明' }).fill('砗磲二字系后补')
  await page.getByRole('button', { name: '保存标记' }).click()
  const row = page.getByRole('region', { name: /^标记（/ }).getByRole('listitem')
  await row.filter({ hasText: '砗磲' }).waitFor(SLOW)
  await openHit(page, '砗磲', /证据.*标记1.*第 1 页.*区政府专题会议纪要/)
  expect(new URL(page.url()).searchParams.get('mark')).not.toBeNull()
  await page.getByTestId('zone').waitFor(SLOW)
  expect(await row.filter({ hasText: '砗磲' }).getByRole('link').getAttribute('aria-current')).toBe('true')
}, 240_000)
