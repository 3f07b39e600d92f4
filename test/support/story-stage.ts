import { afterAll, beforeAll } from 'vitest'
import type { Page } from 'playwright-core'
import { testBrowser, type Person, type TestBrowser } from './browser.ts'
import { startDemo, type DemoServer } from './demo-server.ts'
import { MEETING } from './meeting-play.ts'
import { MemberSocket } from './member-socket.ts'
import { console_, press } from './story-steps.ts'

/** Who writes for the three departments. */
export const WRITERS = [
  { who: 'discipline1', body: '演示市纪委监委', name: '王建国' },
  { who: 'organization1', body: '演示市委组织部', name: '孙丽' },
  { who: 'political1', body: '演示市委政法委', name: '郑刚' },
] as const

export const IN_BROWSERS = [
  'secretary',
  'chair',
  'discipline1',
  'organization1',
  'political1',
  'political3',
] as const
export const BY_SOCKET = ['discipline2', 'organization2', 'organization3', 'political2'] as const

/** Sits in (列席), speaks, never votes. */
export const ATTENDEE = 'audit1'

/** The year in which the demo's numbers are given. */
export const YEAR = Number(
  new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date()),
)

/** The people of the story: six in browsers of their own, the other members by bare sockets, and the projector. */
export class Stage {
  readonly browser: TestBrowser
  private demo: DemoServer | null = null
  private projector: Page | null = null
  private readonly people = new Map<string, Person>()
  private readonly sockets = new Map<string, MemberSocket>()

  /** To be made at the top of a test file: it brings its own hooks. */
  constructor() {
    this.browser = testBrowser(() => this.server.url)
    beforeAll(async () => {
      this.demo = await startDemo()
      for (const userName of IN_BROWSERS) await this.enter(userName)
      for (const userName of [...BY_SOCKET, ATTENDEE])
        this.sockets.set(userName, await MemberSocket.connect(this.server.url, userName))
    })
    afterAll(async () => {
      for (const one of this.sockets.values()) one.disconnect()
      await this.demo?.remove()
    })
  }

  get server(): DemoServer {
    if (!this.demo) throw new Error('the demo has not started')
    return this.demo
  }

  async enter(userName: string): Promise<Person> {
    const person = await this.browser.signIn(userName)
    this.people.set(userName, person)
    return person
  }

  person(userName: string): Person {
    const found = this.people.get(userName)
    if (!found) throw new Error(`${userName} has no browser`)
    return found
  }

  page(userName: string): Page {
    return this.person(userName).page
  }

  socket(userName: string): MemberSocket {
    const found = this.sockets.get(userName)
    if (!found) throw new Error(`${userName} has no socket`)
    return found
  }

  async openScreen(): Promise<void> {
    this.projector = await this.person('secretary').tab(`/meetings/${MEETING}/screen`)
  }

  /** A page behind another is drawn once a second only. */
  async closeScreen(): Promise<void> {
    await this.screen.close()
    this.projector = null
  }

  get screen(): Page {
    if (!this.projector) throw new Error('the screen is dark')
    return this.projector
  }

  get everybody(): readonly Person[] {
    return [...this.people.values()]
  }

  get pages(): readonly Page[] {
    return this.everybody.map(({ page }) => page)
  }

  /** At every desk and on the screen. */
  async all(look: (page: Page) => Promise<unknown>): Promise<void> {
    await Promise.all([...this.pages, this.screen].map(look))
  }

  /** The step that the chair's console offers, where it is pressed without a question. */
  async step(label: string): Promise<void> {
    await press(console_(this.page('chair')), label)
  }
}
