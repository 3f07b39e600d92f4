import { chromium, type Browser, type Page } from 'playwright-core'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { FRAME } from '#protocol/frames.ts'
import { findBrowser } from '../../scripts/find-browser.ts'
import { largestPaint, typeFor, watchTyping } from '../measure/typing.ts'
import { caseId } from '../seed/county.ts'
import { startOurs, type OurRunning } from '../servers/ours.ts'
import { OurLink } from '../wire/ours.ts'
import { dossierOf200Pages, type LongDossier } from './dossier-of-200-pages.ts'
import { sleep } from './pace.ts'

const WRITERS = 10
const EACH_EVERY_MS = 200
const OWN_EVERY_MS = 150
/** A page says at most this often where its cursor is (document-session.ts). */
const CURSOR_EVERY_MS = 40
/** Whose page it is; the writers come after the hundred who remarked. */
const READER = 1
const FIRST_WRITER = 200

/** How the page handles what others change: as it is built, or as y-tiptap does it where nothing is added. */
export type How = 'ours' | 'plain'

const ADDED = [
  [
    /(dispatchTransaction\(\{transaction:(\w+),next:(\w+)\}\)\{)\3\([\w$]+\(this\.editor\.state,\2\)\)\}/,
    '$1$3($2)}',
  ],
  [/(\w+)\.spec\.key===[\w$]+\?[\w$]+\(\1\):\1/, '$1'],
] as const

/** Takes what is added to y-tiptap out of the script on its way to the browser. */
async function withoutOurs(page: Page): Promise<() => boolean> {
  let taken = 0
  await page.route('**/*.js', async (route) => {
    const response = await route.fetch()
    const script = await response.text()
    const body = ADDED.reduce((text, [added, instead]) => {
      if (added.test(text)) taken++
      return text.replace(added, instead)
    }, script)
    await route.fulfill({ response, body })
  })
  return () => taken === ADDED.length
}

/** Says where the cursor is as a page does: y-tiptap tells its awareness anew with each letter, its own and others'. */
function cursorOf(text: Y.XmlText, doc: Y.Doc, say: (bytes: Uint8Array) => void) {
  const awareness = new Awareness(doc)
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    moved() {
      timer ??= setTimeout(() => {
        timer = undefined
        const place = Y.createRelativePositionFromTypeIndex(text, text.length)
        awareness.setLocalStateField('cursor', { anchor: place, head: place })
        say(encodeAwarenessUpdate(awareness, [doc.clientID]))
      }, CURSOR_EVERY_MS)
    },
    stop() {
      clearTimeout(timer)
      awareness.destroy()
    },
  }
}

/** Ten people at ten places of the text, five letters a second each, with their cursors. */
async function others({ name, doc, paragraphs }: LongDossier, running: OurRunning): Promise<() => void> {
  const state = Y.encodeStateAsUpdate(doc)
  const stops = await Promise.all(
    Array.from({ length: WRITERS }, async (_, number) => {
      let heard = () => {}
      const link = await OurLink.connect(running, FIRST_WRITER + number, {
        receive: (payload) => {
          if (payload[0] === FRAME.updates) heard()
        },
        complain: (what) => console.log(`a writer: ${what}`),
      })
      const { channel } = await link.open(name)
      const own = new Y.Doc()
      Y.applyUpdate(own, state)
      own.on('update', (update: Uint8Array) => link.write(channel, update))
      const place = paragraphs[Math.floor(((number + 0.5) * paragraphs.length) / WRITERS)]
      const id = place?._item?.id
      const item = id ? Y.getItem(own.store, id) : null
      const text = item instanceof Y.Item && item.content instanceof Y.ContentType ? item.content.type : null
      if (!(text instanceof Y.XmlText)) throw new Error('the place of a writer is not in his copy')
      const cursor = cursorOf(text, own, (bytes) => link.present(channel, bytes))
      heard = cursor.moved
      const timer = setInterval(() => {
        text.insert(text.length, '字')
        cursor.moved()
      }, EACH_EVERY_MS)
      return () => {
        clearInterval(timer)
        cursor.stop()
        link.close()
      }
    }),
  )
  return () => stops.forEach((stop) => stop())
}

const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN

async function round(browser: Browser, running: OurRunning, dossier: LongDossier, how: How, seconds: number) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  context.setDefaultTimeout(60_000)
  const url = `http://127.0.0.1:${running.port}`
  const [name = '', value = ''] = (running.cookie(READER) ?? '').split(/=(.*)/s)
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await watchTyping(page)
  const isTaken = how === 'plain' ? await withoutOurs(page) : () => true
  await page.goto(`${url}/cases/${caseId(1)}/dossier/facts`, { waitUntil: 'commit' })
  const text = page.locator('[role=textbox][aria-readonly=false]')
  await text.waitFor()
  const write = await page.evaluate<number>('performance.now()')
  await text.locator('[class*=remark]').first().waitFor()
  const remarks = await page.evaluate<number>('performance.now()')
  if (!isTaken()) throw new Error('what is added to y-tiptap was not found in the scripts')
  await sleep(2_000)
  const read = await largestPaint(page)
  const block = text.locator('> p').nth(1_000)
  await block.scrollIntoViewIfNeeded()
  await block.click()
  const alone = await typeFor(page, seconds, OWN_EVERY_MS)
  const stop = await others(dossier, running)
  await sleep(1_000)
  const together = await typeFor(page, seconds, OWN_EVERY_MS)
  stop()
  await context.close()
  return {
    ...{ read, write, remarks, keys: together.length },
    ...{ alone50: percentile(alone, 0.5), alone95: percentile(alone, 0.95) },
    ...{
      type50: percentile(together, 0.5),
      type95: percentile(together, 0.95),
      longest: Math.max(...together),
    },
  }
}

/** The page of a text of 200 pages in a browser, each round with and without what is ours. */
export async function editorInBrowser(
  rounds: number,
  seconds: number,
): Promise<Record<How, Record<string, number>[]>> {
  const running = await startOurs()
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const results: Record<How, Record<string, number>[]> = { ours: [], plain: [] }
  try {
    const dossier = await dossierOf200Pages(running)
    for (let number = 0; number < rounds; number++)
      for (const how of ['plain', 'ours'] as const) {
        results[how].push(await round(browser, running, dossier, how, seconds))
        console.log(how, results[how].at(-1))
      }
  } finally {
    await browser.close()
    await running.stop()
  }
  return results
}
