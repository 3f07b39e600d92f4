import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { LANGUAGES, type Language } from '#app/i18n/languages.ts'
import { startDemo } from '../test/support/demo-server.ts'
import { CASE, MEETING, MeetingPlay } from '../test/support/meeting-play.ts'
import { signedInCookie } from '../test/support/member-socket.ts'
import { speak } from '../test/support/speak.ts'
import { findBrowser } from './find-browser.ts'
import { dossierPictures } from './dossier-pictures.ts'
import { hearingPictures } from './hearing-pictures.ts'

// Plays the demo and photographs its pages: `npm run build && npm run pictures [name …]`; `hearing` or `dossier` is every picture of it.

const FOLDER = resolve(import.meta.dirname, '../docs/pictures')
const DEVICES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const wanted = process.argv.slice(2)
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

interface Shot {
  readonly name: string
  /** Null: nobody signed in. */
  readonly who: string | null
  readonly path: string
  /** What must be seen before the picture is taken, beyond a quiet network. */
  readonly ready?: (page: Page) => Promise<void>
  /** The whole page instead of what fits the window. */
  readonly whole?: boolean
  /** Absent: every language on every device. */
  readonly only?: readonly `${Language}.${keyof typeof DEVICES}`[]
}

const server = await startDemo()
const browser: Browser = await chromium.launch({ executablePath: findBrowser(), args: ARGUMENTS })
const play = new MeetingPlay(server.url)
mkdirSync(FOLDER, { recursive: true })

async function contextFor(who: string | null, language: Language): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: language,
    timezoneId: 'Asia/Shanghai',
  })
  if (who === null) return context
  const [name = '', value = ''] = (await signedInCookie(server.url, who)).split(/=(.*)/)
  await context.addCookies([{ name, value, url: server.url }])
  await speak(context, server.url, language)
  return context
}

const isWanted = (name: string) =>
  wanted.length === 0 || wanted.some((one) => name === one || name.startsWith(`${one}-`))

async function take({ name, who, path, ready, whole = false, only }: Shot): Promise<void> {
  if (!isWanted(name)) return
  for (const language of LANGUAGES) {
    const devices = Object.entries(DEVICES).filter(
      ([device]) => only?.some((one) => one === `${language}.${device}`) ?? true,
    )
    if (devices.length === 0) continue
    const context = await contextFor(who, language)
    const page = await context.newPage()
    for (const [device, viewport] of devices) {
      await page.setViewportSize(viewport)
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await ready?.(page)
      // Pictures without what moves: the progress bar, a cursor that blinks.
      await page.screenshot({
        path: join(FOLDER, `${name}.${language}.${device}.png`),
        animations: 'disabled',
        fullPage: whole,
      })
    }
    await context.close()
    console.log(`${name}.${language}`)
  }
}

/** Colleagues in the text, with their cursors, while the picture is taken. */
async function withWriters(
  userNames: readonly string[],
  path: string,
  work: () => Promise<void>,
): Promise<void> {
  const contexts = await Promise.all(userNames.map((who) => contextFor(who, 'zh-CN')))
  for (const [place, context] of contexts.entries()) {
    const page = await context.newPage()
    await page.setViewportSize(DEVICES.desktop)
    await page.goto(path)
    await page.locator('[role=textbox] p').nth(place).click()
  }
  await work()
  for (const context of contexts) await context.close()
}

const casePath = (tab = '') => `/cases/${CASE}${tab}`
const room = `/meetings/${MEETING}`
const textIsThere = (page: Page) => page.locator('[role=textbox][contenteditable]').first().waitFor()

await take({ name: 'sign-in', who: null, path: '/sign-in' })
await take({ name: 'workbench', who: 'secretary', path: '/workbench' })
await take({ name: 'cases', who: 'secretary', path: '/cases' })
await take({ name: 'case', who: 'discipline1', path: casePath() })
await withWriters(['organization1', 'political1'], casePath('/dossier/facts'), () =>
  take({ name: 'dossier', who: 'discipline1', path: casePath('/dossier/facts'), ready: textIsThere }),
)
await dossierPictures(
  server.url,
  async (who) => (await contextFor(who, 'zh-CN')).newPage(),
  (shot) => take(shot),
)
await take({ name: 'check-in-screen', who: 'secretary', path: `${room}/screen` })

await play.submitOpinions()
await take({ name: 'opinions', who: 'organization1', path: casePath('/opinions') })

await play.open()
await play.state()
await take({ name: 'room-chair', who: 'chair', path: room })
const deng = await play.put('deng', 'named')
await play.cast(deng.id, ['discipline1', 'discipline2', 'organization2', 'political2', 'political3'])
await take({ name: 'room-ballot', who: 'organization1', path: room })
await take({ name: 'screen', who: 'secretary', path: `${room}/screen` })
await play.cast(deng.id, ['chair', 'organization1', 'organization3', 'political1'])
await play.announce(deng)
await take({ name: 'result', who: 'organization1', path: room })
await take({ name: 'result-screen', who: 'secretary', path: `${room}/screen` })

const li = await play.put('li', 'secret')
await play.cast(li.id)
await play.announce(li)
await play.close()
const minutes = await play.draftMinutes()
await play.fillDetails(minutes)
await take({ name: 'minutes', who: 'secretary', path: `/minutes/${minutes}`, ready: textIsThere })
await play.issue(minutes)
await take({ name: 'print', who: 'leader', path: `/minutes/${minutes}/print`, whole: true })
await take({ name: 'decision', who: 'organization1', path: casePath('/decisions') })

play.disconnect()

// Many stops: of each the chair’s page in Chinese, and somebody else’s in English and on a phone.
await hearingPictures(server.url, (shot) =>
  take({ ...shot, only: shot.who === 'hearing-chair' ? ['zh-CN.desktop'] : ['en.desktop', 'zh-CN.phone'] }),
)

await browser.close()
await server.remove()
