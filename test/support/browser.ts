import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { DEMO_PASSWORD } from '#domain/people/demo-password.ts'
import { findBrowser } from '../../scripts/find-browser.ts'

/** What reached the page by its socket, and when; `at` counts frames over all pages of the browser. */
export interface Frame {
  readonly at: number
  readonly text: string
}

/** A person at a desk: one context, which is one session, with the pages it opens. */
export interface Person {
  readonly userName: string
  readonly context: BrowserContext
  readonly page: Page
  /** Every frame that any page of this person received, in order. */
  readonly frames: readonly Frame[]
  /** Another tab of the same session. */
  tab(path: string): Promise<Page>
  goto(path: string): Promise<void>
}

export interface TestBrowser {
  signIn(userName: string, options?: BrowserContextOptions): Promise<Person>
  /** Nobody signed in. */
  stranger(options?: BrowserContextOptions): Promise<Page>
  /** A mark in the stream of frames: those after it have a larger `at`. */
  mark(): number
  /** While `work` runs, complaints that match are expected (a cut network, a page that is refused). */
  expecting(complaint: RegExp, work: () => Promise<void>): Promise<void>
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

/** What a page complains of while its server or its network is away. */
export const CUT = /ERR_|WebSocket|Failed to fetch|network/i

/**
 * A Chromium for the file; called at its top, because it brings its own hooks. Any complaint of a page (console
 * error, exception) that nobody expected fails the test.
 */
export function testBrowser(url: () => string): TestBrowser {
  let launched: Browser | null = null
  const complaints: string[] = []
  const expected = new Set<RegExp>()
  const names = new Map<BrowserContext, string>()
  let frameCount = 0

  /** What everybody saw when it failed: worth more than a stack. */
  async function keepPictures(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'huishang-e2e-failure-'))
    const open = [...names].flatMap(([context, who]) => context.pages().map((page) => ({ who, page })))
    for (const [place, { who, page }] of open.entries())
      await page
        .screenshot({ path: join(folder, `${place}-${who}.png`), timeout: 10_000 })
        .catch(() => undefined)
    return folder
  }

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.info(`pictures of the failure: ${await keepPictures()}`)
    const unexpected = complaints.splice(0)
    expect(unexpected, 'what the pages complained about').toEqual([])
  })
  beforeAll(async () => {
    launched = await chromium.launch({ executablePath: findBrowser(), args: ARGUMENTS })
  })
  afterAll(() => launched?.close())

  const complain = (who: string, text: string) => {
    if (![...expected].some((pattern) => pattern.test(text))) complaints.push(`${who}: ${text}`)
  }

  function listen(who: string, context: BrowserContext, frames: Frame[]): void {
    context.on('page', (page) => {
      page.on('console', (message) => {
        // A navigation that overtakes another cancels its data; where half of it had come Remix tells the console.
        if (message.type() === 'error' && !message.text().startsWith('AbortError: '))
          complain(who, `${message.text()} (${message.location().url})`)
      })
      page.on('pageerror', (error) => {
        // Reloading cancels what is being fetched; the page that would have caught it (entry.client) is gone by then.
        if (error.name !== 'AbortError') complain(who, error.stack ?? error.message)
      })
      page.on('websocket', (socket) => {
        socket.on('framereceived', ({ payload }) => {
          frames.push({ at: (frameCount += 1), text: payload.toString() })
        })
      })
    })
  }

  async function newContext(
    who: string,
    options: BrowserContextOptions,
    frames: Frame[],
  ): Promise<BrowserContext> {
    if (!launched)
      throw new Error('the browser is launched before the first test, not while the file is read')
    const context = await launched.newContext({
      baseURL: url(),
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1440, height: 900 },
      ...options,
    })
    context.setDefaultTimeout(20_000)
    names.set(context, who)
    context.once('close', () => names.delete(context))
    listen(who, context, frames)
    return context
  }

  return {
    mark: () => frameCount,
    async expecting(complaint, work) {
      expected.add(complaint)
      try {
        await work()
      } finally {
        expected.delete(complaint)
      }
    },
    async stranger(options = {}) {
      return (await newContext('stranger', options, [])).newPage()
    },
    async signIn(userName, options = {}) {
      const frames: Frame[] = []
      const context = await newContext(userName, options, frames)
      const answer = await context.request.post('/sign-in', {
        form: { userName, password: DEMO_PASSWORD },
        headers: { origin: url() },
        maxRedirects: 0,
      })
      if (answer.status() !== 302) throw new Error(`${userName} was not signed in: ${answer.status()}`)
      const page = await context.newPage()
      const tab = async (path: string) => {
        const opened = await context.newPage()
        await opened.goto(path)
        return opened
      }
      return { userName, context, page, frames, tab, goto: async (path) => void (await page.goto(path)) }
    },
  }
}
