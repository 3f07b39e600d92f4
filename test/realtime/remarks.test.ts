import { describe, expect, it } from 'vitest'
import { refuse } from '#domain/record/refusal.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'
import type { ToldRemarks } from '#protocol/messages.ts'
import { RawSocket } from './support/raw-socket.ts'
import { openSite, pause, until, type Site } from './support/site.ts'

const NAME = 'case/c1/opinion-discipline'

/** A page as far as it knows the remarks. */
class Page {
  readonly known = new Map<number, SeenRemark>()
  private taken = 0
  private sent = 0

  private constructor(
    readonly personId: string,
    readonly socket: RawSocket,
  ) {}

  static async open(site: Site, personId: string): Promise<Page> {
    const socket = await new RawSocket(site.url, site.services.signIn(personId)).connected()
    return new Page(personId, socket)
  }

  async join(after = 0, name = NAME): Promise<ToldRemarks & { readonly ok: boolean }> {
    this.taken = this.changes.length
    const answer = (await this.socket.ask('remarks/join', { name, after })) as unknown as ToldRemarks & {
      readonly ok: boolean
    }
    if (answer.ok) this.apply(answer)
    return answer
  }

  remark(text: string): Promise<unknown> {
    return this.act({ type: 'remark', anchor: null, text, mentions: [] })
  }

  act(command: object): Promise<unknown> {
    this.sent += 1
    return this.socket.ask('room/command', {
      stream: `remarks/${NAME}`,
      commandId: `${this.personId}-command-${String(this.sent)}`,
      command,
    })
  }

  get changes(): ToldRemarks[] {
    return this.socket.of('remarks/changes') as unknown as ToldRemarks[]
  }

  get texts(): string[] {
    for (const told of this.changes.slice(this.taken)) this.apply(told)
    this.taken = this.changes.length
    return [...this.known.values()].map(({ messages }) => messages[0]?.text ?? '')
  }

  private apply({ remarks, whole }: ToldRemarks): void {
    if (whole) this.known.clear()
    for (const remark of remarks) this.known.set(remark.number, remark)
  }
}

const three = async () => {
  const site = await openSite()
  const [wang, li, zhao] = await Promise.all(['wang', 'li', 'zhao'].map((who) => Page.open(site, who)))
  if (!wang || !li || !zhao) throw new Error('three pages')
  return { site, wang, li, zhao }
}

describe('remarks on a document', () => {
  it('[T-110] [D-40] nobody who may not read the document gets a frame of them', async () => {
    const { site, wang, li, zhao } = await three()
    site.services.access_.set(`zhao ${NAME}`, refuse('access/not-found'))
    await wang.join()
    await li.join()
    expect(await zhao.join()).toMatchObject({ ok: false, refusal: { refused: 'access/not-found' } })
    expect(await wang.remark('依据不足')).toMatchObject({ ok: true, seq: 1 })
    await until('both have it', () => li.texts.length === 1 && wang.texts.length === 1)
    for (const command of [
      { type: 'reply', number: 1, text: '我也看', mentions: [] },
      { type: 'resolve', number: 1 },
      { type: 'acknowledge', number: 1 },
    ])
      expect(await zhao.act(command)).toMatchObject({ ok: false, refusal: { refused: 'access/not-found' } })
    expect(await zhao.socket.ask('remarks/readers', { name: NAME })).toMatchObject({ ok: false })
    await pause(200)
    expect(JSON.stringify(zhao.socket.frames)).not.toContain('依据不足')
  })

  it('[T-110] who is cut off gets nothing that was on its way, and is told', async () => {
    const { site, wang, li } = await three()
    await wang.join()
    await li.join()
    site.services.remarks.readMs = 1_500
    await wang.remark('合议前的批注')
    await pause(150)
    site.services.access_.set(`li ${NAME}`, refuse('access/recused'))
    site.services.onAppended('case/c1')
    await until('told', () => li.socket.of('remarks/revoked').length === 1)
    await until('the other has it', () => wang.texts.length === 1)
    expect(li.changes).toEqual([])
    expect(await li.join()).toMatchObject({ ok: false, refusal: { refused: 'access/recused' } })
  })

  it('[T-110] nor is it given at the door', async () => {
    const { site, wang, li } = await three()
    await wang.remark('合议前的批注')
    site.services.remarks.readMs = 800
    const joining = li.join()
    await pause(40)
    site.services.access_.set(`li ${NAME}`, refuse('access/recused'))
    site.services.onAppended('case/c1')
    expect(await joining).toMatchObject({ ok: false })
  })

  it('[T-110] [D-43] what was remarked while the text was sealed stays inside when it is read outside', async () => {
    const { site, wang, zhao } = await three()
    site.services.access_.set(`zhao ${NAME}`, refuse('access/not-found'))
    site.services.remarks.sealed.add(NAME)
    await wang.join()
    await wang.remark('内部讨论')
    site.services.remarks.outside.add('zhao')
    site.services.remarks.sealed.delete(NAME)
    site.services.access_.delete(`zhao ${NAME}`)
    site.services.onAppended('case/c1')
    await zhao.join()
    await wang.remark('提交以后')
    await until('outside', () => zhao.texts.join() === '提交以后')
    await until('inside', () => wang.texts.length === 2)
    expect(JSON.stringify(zhao.socket.frames)).not.toContain('内部讨论')
  })

  it('[T-111] whoever sees more or less than before begins anew, what he may do is told as it changes', async () => {
    const { site, wang, li } = await three()
    site.services.remarks.sealed.add(NAME)
    await wang.remark('内部讨论')
    expect(await li.join()).toMatchObject({ ok: true, whole: true, settles: true })
    expect(li.texts).toEqual(['内部讨论'])
    site.services.remarks.outside.add('li')
    site.services.access_.set(`li ${NAME}`, 'read')
    site.services.onAppended('case/c1')
    await until('told', () => li.texts.length === 0)
    expect(li.changes.at(-1)).toMatchObject({ whole: true, settles: false, own: false })
    site.services.access_.set(`li ${NAME}`, 'write')
    site.services.onAppended('case/c1')
    await until('told', () => li.changes.at(-1)?.settles === true)
  })

  it('[T-111] who comes back says what he knows and gets only what is new, in pieces', async () => {
    const { site, wang, li } = await three()
    for (const text of ['一', '二']) await wang.remark(text)
    const { seq } = await li.join()
    await wang.remark('三')
    await wang.act({ type: 'resolve', number: 1 })
    await until('told', () => li.texts.length === 3)
    const again = await li.join(seq)
    expect(again).toMatchObject({ whole: false, more: false })
    expect(again.remarks.map(({ number }) => number)).toEqual([3, 1])
    for (let n = 0; n < 900; n += 1) {
      const actor = { personId: `p${String(n)}`, name: '人', bodyId: null, bodyName: null, roles: [] }
      const command = { type: 'remark', anchor: null, text: '多', mentions: [] } as const
      await site.services.remarks.execute(actor, NAME, `command-${String(n)}`, command)
    }
    expect(await (await Page.open(site, 'qian')).join()).toMatchObject({ more: true })
    await li.join()
    await until('all', () => li.texts.length === 903)
  })

  it('[T-56] [P-17] strange names and commands lead nowhere', async () => {
    const { site, wang } = await three()
    for (const name of ['case/c1', 'remarks/c1/facts', 'case/../facts', 'case/c1/facts/more', null, 7])
      expect(await wang.join(0, name as string)).toMatchObject({ ok: false })
    for (const stream of ['remarks/c1', 'remarks/case/c1', 'remarks/minutes/m1/text', 'remarks/case/c1/../x'])
      expect(
        await wang.socket.ask('room/command', {
          ...{ stream, commandId: 'command-1' },
          command: { type: 'remark', anchor: null, text: '字', mentions: [] },
        }),
      ).toMatchObject({ ok: false, refusal: { refused: 'input/invalid' } })
    expect(site.logged).toEqual([])
  })
})
