import { describe, expect, it } from 'vitest'
import { commentsFor, type SeenComment } from '#domain/comments/view.ts'
import type { ToldComments } from '#protocol/messages.ts'
import { RawSocket } from './support/raw-socket.ts'
import { seeded, seedOfRun } from './support/seeded.ts'
import { openSite, pause, until, type Site } from './support/site.ts'

/** A page as far as it knows the comments. */
class Page {
  readonly known = new Map<string, SeenComment>()
  seq = 0
  private taken = 0

  private constructor(
    readonly personId: string,
    readonly socket: RawSocket,
  ) {}

  static async open(site: Site, personId: string): Promise<Page> {
    const socket = await new RawSocket(site.url, site.services.signIn(personId)).connected()
    return new Page(personId, socket)
  }

  async join(after = 0): Promise<unknown> {
    this.taken = this.changes.length
    const revoked = this.revocations
    const answer = (await this.socket.ask('comments/join', {
      hearingId: 'h1',
      after,
    })) as unknown as ToldComments & { readonly ok: boolean }
    this.revokedAtJoin = answer.ok ? revoked : -1
    if (answer.ok) this.apply(answer)
    return answer
  }

  async act(command: object): Promise<unknown> {
    this.sent++
    return this.socket.ask('room/command', {
      stream: 'comments/h1',
      commandId: `${this.personId}-command-${String(this.sent)}`,
      command,
    })
  }
  private sent = 0

  comment(text: string) {
    return this.act({ type: 'comment', text, issueId: null, evidenceId: null, paragraph: null })
  }

  private revokedAtJoin = -1

  private get revocations(): number {
    return this.socket.of('comments/revoked').length
  }

  get isReading(): boolean {
    return this.revokedAtJoin === this.revocations
  }

  get changes(): ToldComments[] {
    return this.socket.of('comments/changes') as unknown as ToldComments[]
  }

  /** What has come since the last look, in the order it came. */
  take(): this {
    for (const told of this.changes.slice(this.taken)) this.apply(told)
    this.taken = this.changes.length
    return this
  }

  private apply({ put, gone, whole, seq }: ToldComments): void {
    if (whole) this.known.clear()
    for (const id of gone) this.known.delete(id)
    for (const comment of put) this.known.set(comment.id, comment)
    this.seq = Math.max(this.seq, seq)
  }
}

const texts = (page: Page) => [...page.take().known.values()].map(({ text }) => text)

describe('live comments', () => {
  it('[T-100] the queue sees what waits, the author his own, everybody else what is admitted', async () => {
    const site = await openSite()
    const [desk, wang, li] = await Promise.all(['desk', 'wang', 'li'].map((who) => Page.open(site, who)))
    if (!desk || !wang || !li) throw new Error('three pages')
    for (const page of [desk, wang, li]) await page.join()
    await wang.comment('请出示原件')
    await until('the queue has it', () => texts(desk).length === 1)
    await until('so has the author', () => texts(wang).length === 1)
    await pause(300)
    expect(JSON.stringify(li.changes)).not.toContain('请出示原件')
    await desk.act({ type: 'admit', commentId: 'c1' })
    await until('all have it', () => texts(li).length === 1)
    await desk.act({ type: 'hold', commentId: 'c1', reason: '与本案无关' })
    await until('gone', () => texts(li).length === 0)
    await until('told why', () => wang.take().known.get('c1')?.reason === '与本案无关')
    expect(JSON.stringify(li.changes)).not.toContain('与本案无关')
  })

  it('[T-101] who is sent out gets nothing that was on its way, and is told', async () => {
    const site = await openSite()
    const [desk, li] = [await Page.open(site, 'desk'), await Page.open(site, 'li')]
    for (const page of [desk, li]) await page.join()
    site.services.hearing.readMs = 1_500
    await desk.comment('合议前的意见')
    await desk.act({ type: 'admit', commentId: 'c1' })
    await pause(280)
    site.services.hearing.askMs = 500
    site.services.hearing.sentOut.add('li')
    site.services.onAppended('hearing/h1')
    await until('told', () => li.socket.of('comments/revoked').length === 1)
    await until('the others have it', () => texts(desk).length === 1)
    expect(li.changes).toEqual([])
    expect(await li.join()).toMatchObject({ ok: false, refusal: { refused: 'access/not-found' } })
  })

  it('[T-101] nor is it given at the door', async () => {
    const site = await openSite()
    const [desk, li] = [await Page.open(site, 'desk'), await Page.open(site, 'li')]
    await desk.comment('合议前的意见')
    await desk.act({ type: 'admit', commentId: 'c1' })
    site.services.hearing.readMs = 800
    const joining = li.join()
    await pause(40)
    site.services.hearing.sentOut.add('li')
    site.services.onAppended('hearing/h1')
    expect(await joining).toMatchObject({ ok: false })
  })

  it('[T-101] who takes the recorder’s seat gets the whole queue, who gives it up what all see', async () => {
    const site = await openSite()
    const [wang, li] = [await Page.open(site, 'wang'), await Page.open(site, 'li')]
    for (const page of [wang, li]) await page.join()
    await wang.comment('待处理')
    await pause(300)
    site.services.hearing.desk.add('li')
    site.services.onAppended('hearing/h1')
    await until('the queue', () => texts(li).length === 1)
    site.services.hearing.desk.delete('li')
    site.services.onAppended('hearing/h1')
    await until('no more', () => texts(li).length === 0)
  })

  it('[Q-41] the screen is told what all may see, also where chair, recorder or an author opened it', async () => {
    const site = await openSite()
    const screens = await Promise.all(['desk', 'wang'].map((who) => Page.open(site, who)))
    const desk = await Page.open(site, 'desk')
    const wang = await Page.open(site, 'wang')
    await wang.comment('早先待处理')
    for (const page of [desk, wang]) await page.join()
    for (const { socket } of screens)
      expect(
        await socket.ask('comments/join', { hearingId: 'h1', after: 0, audience: 'screen' }),
      ).toMatchObject({
        put: [],
      })
    await wang.comment('待处理')
    await until('the queue has it', () => texts(desk).length === 2)
    await desk.act({ type: 'admit', commentId: 'c2' })
    for (const screen of screens) await until('admitted', () => texts(screen).length === 1)
    // Roles are asked anew when something in the hearing may have closed.
    site.services.onAppended('hearing/h1')
    await desk.act({ type: 'hold', commentId: 'c2', reason: '不宜公开' })
    for (const screen of screens) {
      await until('gone', () => texts(screen).length === 0)
      expect(JSON.stringify(screen.socket.frames)).not.toMatch(/早先待处理|不宜公开/)
    }
  })

  it('[T-102] who comes back says what he knows and gets only what is new', async () => {
    const site = await openSite()
    const [desk, li] = [await Page.open(site, 'desk'), await Page.open(site, 'li')]
    for (const text of ['一', '二']) await desk.comment(text)
    await desk.act({ type: 'admit', commentId: 'c1' })
    await li.join()
    expect(texts(li)).toEqual(['一'])
    await desk.act({ type: 'admit', commentId: 'c2' })
    await desk.act({ type: 'strike', commentId: 'c1', reason: '离题' })
    const answer = await li.join(li.seq)
    expect(answer).toMatchObject({ ok: true, whole: false, gone: ['c1'] })
    expect(texts(li)).toEqual(['二'])
  })

  it('[T-103] what was read earlier and is ready later changes nothing any more', async () => {
    const site = await openSite()
    const [desk, li] = [await Page.open(site, 'desk'), await Page.open(site, 'li')]
    for (const page of [desk, li]) await page.join()
    await desk.comment('先允许')
    await desk.act({ type: 'admit', commentId: 'c1' })
    site.services.hearing.readMs = 700
    await pause(300)
    site.services.hearing.readMs = 0
    await desk.act({ type: 'hold', commentId: 'c1', reason: '又收回' })
    await until('held at the desk', () => desk.take().known.get('c1')?.status === 'held')
    await pause(700)
    expect(texts(li)).toEqual([])
    expect(desk.take().known.get('c1')?.status).toBe('held')
  })

  it('[T-103] what is admitted while one is asked anew, or stands at the door, reaches him all the same', async () => {
    const site = await openSite()
    const [desk, li, wang] = await Promise.all(['desk', 'li', 'wang'].map((who) => Page.open(site, who)))
    if (!desk || !li || !wang) throw new Error('three pages')
    for (const page of [desk, li]) await page.join()
    await desk.comment('可以采纳')
    await until('the queue has it', () => texts(desk).length === 1)
    site.services.hearing.readMs = 900
    site.services.onAppended('hearing/h1')
    const joining = wang.join()
    await pause(50)
    site.services.hearing.readMs = 0
    await desk.act({ type: 'admit', commentId: 'c1' })
    await joining
    await until('both have it', () => texts(li).length === 1 && texts(wang).length === 1)
  })

  it('[T-103] whoever comes, goes, is sent out and called back ends with what he may see', async () => {
    const seed = seedOfRun()
    const next = seeded(seed)
    const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T
    const site = await openSite()
    const { hearing } = site.services
    const pages = await Promise.all(['desk', 'wang', 'li', 'zhao', 'qian'].map((who) => Page.open(site, who)))
    for (const page of pages) await page.join()
    const desk = pages[0] as Page
    const steps = ['admit', 'answer', 'hold', 'strike'] as const
    for (let turn = 0; turn < 250; turn++) {
      hearing.readMs = next() < 0.2 ? 30 : 0
      hearing.askMs = next() < 0.2 ? 20 : 0
      const commentId = `c${String(1 + Math.floor(next() * 40))}`
      const dice = next()
      if (dice < 0.4) await pick(pages).comment(`第${String(turn)}条`)
      else if (dice < 0.7)
        await desk.act({
          type: pick(steps),
          commentId,
          text: '答',
          reason: '由',
        })
      else if (dice < 0.85) {
        const { personId } = pick(pages.slice(1))
        if (!hearing.sentOut.delete(personId)) hearing.sentOut.add(personId)
        site.services.onAppended('hearing/h1')
      } else if (dice < 0.95) {
        const page = pick(pages.slice(1))
        await page.take().join(next() < 0.5 || !page.isReading ? 0 : page.seq)
      } else await pause(next() * 120)
    }
    hearing.sentOut.clear()
    site.services.onAppended('hearing/h1')
    await pause(100)
    const left = pages.filter((page) => page.isReading)
    expect(left).not.toHaveLength(0)
    for (const page of pages) if (!page.isReading) await page.take().join(0)
    await until(
      `all see what they may (SEED=${String(seed)})`,
      () =>
        pages.every((page) => {
          const reader = { personId: page.personId, moderates: page === desk }
          const now = commentsFor(reader, hearing.state).comments
          const known = page.take().known
          return (
            now.length === known.size &&
            now.every((one) => JSON.stringify(known.get(one.id)) === JSON.stringify(one))
          )
        }),
      8_000,
    )
  })
})
