import { afterAll, beforeAll } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { Phase } from '#domain/hearings/phases.ts'
import { PHASE_NAMES } from '#domain/hearings/words.ts'
import { testBrowser, type TestBrowser } from './browser.ts'
import { startDemo, type DemoServer } from './demo-server.ts'
import { HearingAfterPlay } from './hearing-after-play.ts'
import { HEARING, HearingPlay } from './hearing-play.ts'
import { press } from './story-steps.ts'

/** Each at a desk of their own, the hearing's room open on it; of the office the secretary, who reads it. */
export const AT_DESKS = [
  'secretary',
  'hearing-chair',
  'hearing-member1',
  'recorder',
  'investigator',
  'party',
  'third-party',
  'witness',
  'public-seat',
  'observer1',
] as const
export type AtDesk = (typeof AT_DESKS)[number] | 'leader'

/** The demo's hearing with ten people in browsers and the others by bare sockets; each part goes on where the last ended. */
export class HearingStage {
  readonly browser: TestBrowser
  private demo: DemoServer | null = null
  private sockets: HearingPlay | null = null
  private readonly pages = new Map<AtDesk, Page>()

  /** To be made at the top of a test file: it brings its own hooks. */
  constructor() {
    this.browser = testBrowser(() => this.server.url)
    beforeAll(async () => {
      this.demo = await startDemo()
      this.sockets = new HearingPlay(this.demo.url)
      for (const who of AT_DESKS) await this.enter(who, `/hearings/${HEARING}`)
    })
    afterAll(async () => {
      this.sockets?.disconnect()
      await this.demo?.remove()
    })
  }

  get server(): DemoServer {
    if (!this.demo) throw new Error('the demo has not started')
    return this.demo
  }

  get play(): HearingPlay {
    if (!this.sockets) throw new Error('the demo has not started')
    return this.sockets
  }

  get after(): HearingAfterPlay {
    return new HearingAfterPlay(this.server.url, this.play)
  }

  async enter(who: AtDesk, path: string): Promise<Page> {
    const person = await this.browser.signIn(who)
    await person.goto(path)
    this.pages.set(who, person.page)
    return person.page
  }

  at(who: AtDesk): Page {
    const page = this.pages.get(who)
    if (!page) throw new Error(`${who} has no desk`)
    return page
  }

  /** The chair's next step, by its button. */
  goOn = (phase: Phase) => press(this.at('hearing-chair'), `进入“${PHASE_NAMES[phase]}”`)

  isNow = (who: AtDesk, phase: Phase) =>
    this.at(who).locator('li[aria-current="step"]').filter({ hasText: PHASE_NAMES[phase] }).waitFor()

  queue = (who: 'hearing-chair' | 'recorder'): Locator =>
    this.at(who).getByRole('group', { name: /待处理的意见/ })
}
