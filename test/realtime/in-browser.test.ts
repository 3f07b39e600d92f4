import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { DocumentSession } from '#app/realtime/document-session.ts'
import { findBrowser } from '../../scripts/find-browser.ts'
import { openPage } from './support/page.ts'
import { openSite, pause, until } from './support/site.ts'

const NAME = 'case/c1/facts'
const STEPS = ['r', 'ro', 'ron', 'rong', 'rongc', 'rongcu', 'rongcuo']
const FRAME =
  '<!doctype html><html><body><div id="editor"></div><script src="/page.js"></script></body></html>'

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'support/composing-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}

/** A page with our editor, and another person's session on the same document outside of the browser. */
async function openEditor(query: string): Promise<{ page: Page; other: DocumentSession }> {
  const script = await pageScript()
  const site = await openSite({
    respond: (request, response) => {
      const isScript = request.url?.startsWith('/page.js')
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
      response.end(isScript ? script : FRAME)
    },
  })
  await site.realtime.documents.replaceText(
    NAME,
    { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '甲乙丙丁' }] }] },
    'wang',
  )
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  onTestFinished(() => browser.close())
  const context = await browser.newContext()
  const [name = '', value = ''] = site.services.signIn('wang').split('=')
  await context.addCookies([{ name, value, url: site.url }])
  const page = await context.newPage()
  await page.goto(`${site.url}/?name=${NAME}${query}`)
  await page.waitForSelector('body[data-ready]')
  const other = openPage(site.url, site.services.signIn('li'), 'li').open(NAME)
  await until('opened', () => other.snapshot().mode === 'write')
  return { page, other }
}

function textOf(session: DocumentSession): Y.XmlText {
  const element = session.snapshot().doc.getXmlFragment('default').get(0)
  const text = element instanceof Y.XmlElement ? element.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('no text')
  return text
}

/** Composes 容错 after 甲乙 by real composition events, while the other person types at `place` at each keystroke. */
async function compose(
  page: Page,
  other: DocumentSession,
  place: (text: Y.XmlText) => number,
): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  await page.evaluate('live.focusAt(3)')
  for (const [index, text] of STEPS.entries()) {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
    textOf(other).insert(place(textOf(other)), String(index))
    await pause(60)
  }
  await devtools.send('Input.insertText', { text: '容错' })
  await until('both are saved', () => other.snapshot().saved === 'saved')
  await page.waitForFunction('live.saved() === "saved"')
  // Everybody has the same text in the end.
  const here = () => page.evaluate<string>('live.text()')
  await expect.poll(here).toBe(textOf(other).toString())
  return here()
}

it(
  '[T-67] Chinese input survives another’s edits before, after and at its own place',
  { timeout: 120_000 },
  async () => {
    const { page, other } = await openEditor('&hold')
    const places: ((text: Y.XmlText) => number)[] = [() => 0, (text) => text.length, () => 2]
    for (const place of places) {
      const text = textOf(other)
      text.delete(0, text.length)
      text.insert(0, '甲乙丙丁')
      await page.waitForFunction('live.text() === "甲乙丙丁"')
      const written = await compose(page, other, place)
      expect(written).toContain('容错')
      expect(written).not.toMatch(/[a-z]/)
      expect([...written].sort().join('')).toBe([...'甲乙丙丁容错0123456'].sort().join(''))
    }
  },
)

it('[D-91] a change that arrives in the moment of a cursor key leaves the cursor where the key put it', async () => {
  const { page } = await openEditor('&hold')
  await page.evaluate('live.focusAt(4), live.moveWhileOthersWrite("前")')
  await page.keyboard.type('x')
  expect(await page.evaluate('live.text()')).toBe('前甲乙x丙丁')
})

it(
  '[T-62] typed without a network into a page that is then closed: sent at the next visit',
  { timeout: 120_000 },
  async () => {
    const { page, other } = await openEditor('')
    const context = page.context()
    await context.setOffline(true)
    await page.waitForFunction('live.saved() === "offline"')
    await page.evaluate('live.focusAt(3)')
    await page.evaluate('live.type("合上")')
    await page.waitForFunction('live.kept().then((count) => count === 1)')
    const address = page.url()
    await page.close()
    await context.setOffline(false)
    expect(textOf(other).toString()).toBe('甲乙丙丁')
    const again = await context.newPage()
    await again.goto(address)
    await until('sent', () => textOf(other).toString() === '甲乙合上丙丁', 10_000)
    await again.waitForFunction('live.saved() === "saved" && live.kept().then((count) => count === 0)')
  },
)

it(
  '[T-63] what one person left in a browser is removed when another signs in',
  { timeout: 120_000 },
  async () => {
    const { page } = await openEditor('')
    await page.context().setOffline(true)
    await page.waitForFunction('live.saved() === "offline"')
    await page.evaluate('live.type("王写的")')
    await page.waitForFunction('live.kept().then((count) => count === 1)')
    await page.evaluate('live.signedInAs("wang")')
    expect(await page.evaluate('live.kept()')).toBe(1)
    await page.evaluate('live.signedInAs("li")')
    expect(await page.evaluate('live.kept()')).toBe(0)
  },
)
