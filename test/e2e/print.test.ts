import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testBrowser } from '../support/browser.ts'
import { startDemo, type DemoServer } from '../support/demo-server.ts'
import { goToEnd, isSaved } from '../support/story-steps.ts'

let server: DemoServer
const browser = testBrowser(() => server.url)
beforeAll(async () => {
  server = await startDemo()
})
afterAll(() => server.remove())

const CASE = '/cases/case-rent-relief'
const TEXT = '案件事实正文'

/**
 * The lines of each page, each with its height above the foot in points. A machine without Chinese fonts prints no Chinese letter
 * that could be read again: what is looked for is figures and Latin ones.
 */
async function pagesOf(pdf: Uint8Array) {
  const paper = await getDocument({ data: Uint8Array.from(pdf) }).promise
  const pages = []
  for (let number = 1; number <= paper.numPages; number += 1) {
    const { items } = await (await paper.getPage(number)).getTextContent()
    const lines = new Map<number, string>()
    for (const item of items)
      if ('str' in item && item.str.trim() !== '') {
        const at = Math.round(Number(item.transform[5]))
        lines.set(at, (lines.get(at) ?? '') + item.str.normalize('NFKC').trim())
      }
    pages.push([...lines].map(([at, words]) => ({ at, words })).sort((a, b) => b.at - a.at))
  }
  return pages
}

it('[D-94] every page of a printed section says at its head who took it out, and over no words', async () => {
  const { page } = await browser.signIn('discipline1')
  await page.goto(`${CASE}/dossier/facts`)
  await goToEnd(page, TEXT)
  for (let line = 1; line <= 50; line += 1) {
    await page.keyboard.press('Enter')
    await page.keyboard.insertText(`Paragraph ${String(line)}`)
  }
  await isSaved(page)
  await page.goto(`${CASE}/print/facts`)
  const pages = await pagesOf(await page.pdf({ preferCSSPageSize: true }))
  expect(pages.length).toBeGreaterThan(2)
  for (const lines of pages) {
    // The moment, to the minute, stands in this line and nowhere else.
    const taken = lines.filter(({ words }) => /\d{2}:\d{2}/.test(words))
    expect(taken).toHaveLength(1)
    // First on the page, and clear of what follows.
    expect(lines[0]).toBe(taken[0])
    expect((lines[0]?.at ?? 0) - (lines[1]?.at ?? 0)).toBeGreaterThan(16)
  }
  const words = pages.flat().map((line) => line.words)
  for (let line = 1; line <= 50; line += 1) expect(words).toContain(`Paragraph ${String(line)}`)
})
