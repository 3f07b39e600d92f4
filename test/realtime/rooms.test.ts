import { describe, expect, it } from 'vitest'
import { paragraph, RawSocket, type RawAnswer } from './support/raw-socket.ts'
import { openSite, pause, until, type Site } from './support/site.ts'

const MEETING = 'meeting/m1'

async function socketOf(site: Site, personId: string): Promise<RawSocket> {
  return new RawSocket(site.url, site.services.signIn(personId)).connected()
}

const views = (socket: RawSocket) => socket.of('room/view') as unknown as RawAnswer[]

describe('rooms', () => {
  it('[T-50] after every commit each viewer gets the view made for him', async () => {
    const site = await openSite()
    const [wang, li] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    await wang.ask('room/join', { stream: MEETING })
    await li.ask('room/join', { stream: MEETING })
    site.services.append(MEETING, (stream) => stream.cutOff.add('li'))
    await until('both told', () => views(wang).length === 1 && views(li).length === 1)
    expect(views(wang)[0]).toMatchObject({ seq: 2, view: { state: { secret: '事项内容' } } })
    expect(views(li)[0]).toMatchObject({ seq: 2, view: { state: { secret: null } } })
  })

  it('[T-51] a view that was being made when the recusal was committed does not leave', async () => {
    const site = await openSite()
    const li = await socketOf(site, 'li')
    await li.ask('room/join', { stream: MEETING })
    site.services.viewMs = 500
    site.services.append(MEETING, (stream) => (stream.secret = '新内容'))
    await pause(20)
    site.services.append(MEETING, (stream) => stream.cutOff.add('li'))
    await until('told', () => views(li).length > 0)
    await pause(800)
    expect(views(li).map(({ view }) => view.state.secret)).toEqual([null])
  })

  it('[T-76] a room where something is always added is shown all the same, until something is closed', async () => {
    const site = await openSite()
    const li = await socketOf(site, 'li')
    await li.ask('room/join', { stream: MEETING })
    site.services.viewMs = 60
    let added = 0
    const adding = setInterval(() => {
      site.services.stream(MEETING).secret = `第${String(++added)}条`
      void site.realtime.announce.appended({ stream: MEETING, addsOnly: true })
    }, 10)
    const secrets = () => views(li).map(({ view }) => view.state.secret)
    await until('shown', () => secrets().length > 1)
    const open = secrets().length
    site.services.append(MEETING, (stream) => stream.cutOff.add('li'))
    await until('closed', () => secrets().includes(null))
    clearInterval(adding)
    expect(secrets().slice(open)).toEqual([null])
  })

  it('[T-104] what many see alike goes to each as far as he may see it, what is his own only when it changes', async () => {
    const site = await openSite()
    const [wang, li] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    for (const who of [wang, li])
      expect(await who.ask('room/join', { stream: 'hearing/h1' })).toMatchObject({
        ok: true,
        view: { personId: who === wang ? 'wang' : 'li' },
        shared: { seq: 1, secret: '事项内容' },
      })
    const shared = (who: RawSocket) =>
      (who.of('room/shared') as unknown as { shared: { secret: string | null } }[]).map(
        (told) => told.shared.secret,
      )
    site.services.append('hearing/h1', (stream) => (stream.secret = '陈述'))
    await until('both told', () => shared(wang).length === 1 && shared(li).length === 1)
    site.services.append('hearing/h1', (stream) => stream.cutOff.add('li'))
    await until('both told again', () => shared(wang).length === 2 && shared(li).length === 2)
    expect([shared(wang), shared(li)]).toEqual([
      ['陈述', '陈述'],
      ['陈述', null],
    ])
    expect([...views(wang), ...views(li)]).toEqual([])
  })

  it('[T-51] nor is it given at the door', async () => {
    const site = await openSite()
    const li = await socketOf(site, 'li')
    site.services.viewMs = 500
    const joining = li.ask('room/join', { stream: MEETING })
    await pause(20)
    site.services.append(MEETING, (stream) => stream.cutOff.add('li'))
    expect((await joining).view.state.secret).toBeNull()
  })

  it('[T-52] who is refused now is told so once, and gets nothing more until he may see it again', async () => {
    const site = await openSite()
    const li = await socketOf(site, 'li')
    await li.ask('room/join', { stream: 'case/c1' })
    site.services.append('case/c1', (stream) => stream.cutOff.add('li'))
    await until('told', () => li.of('room/revoked').length === 1)
    for (let entry = 0; entry < 3; entry++) {
      site.services.append('case/c1')
      await pause(20)
    }
    expect(views(li)).toEqual([])
    expect(li.of('room/revoked')).toEqual([{ stream: 'case/c1', refusal: { refused: 'access/recused' } }])
    site.services.append('case/c1', (stream) => stream.cutOff.delete('li'))
    await until('back after the item', () => views(li).length === 1)
    expect(views(li)[0]).toMatchObject({ seq: 6, view: { state: { secret: '事项内容' } } })
  })

  it('[T-52] also who asks while he is recused learns when it is over', async () => {
    const site = await openSite()
    const li = await socketOf(site, 'li')
    site.services.append('case/c1', (stream) => stream.cutOff.add('li'))
    expect((await li.ask('room/join', { stream: 'case/c1' })).refusal?.refused).toBe('access/recused')
    site.services.append('case/c1')
    await pause(40)
    expect(li.frames).toEqual([])
    site.services.append('case/c1', (stream) => stream.cutOff.delete('li'))
    await until('back after the item', () => views(li).length === 1)
  })

  it('[T-53] a meeting’s entry asks the open rooms of its cases anew, and no others', async () => {
    const site = await openSite()
    const li = await socketOf(site, 'li')
    await li.ask('room/join', { stream: 'case/c1' })
    await li.ask('room/join', { stream: 'case/c2' })
    for (const name of ['case/c1', 'case/c2']) site.services.stream(name).cutOff.add('li')
    await site.realtime.announce.appended({ stream: MEETING, caseIds: ['c1'] }).here
    await until('told', () => li.of('room/revoked').length === 1)
    await pause(50)
    expect(li.of('room/revoked').map(({ stream }) => stream)).toEqual(['case/c1'])
  })

  it('[T-54] several entries of one turn make one view, and the same view is not sent twice', async () => {
    const site = await openSite()
    const wang = await socketOf(site, 'wang')
    await wang.ask('room/join', { stream: MEETING })
    for (let entry = 0; entry < 5; entry++) site.services.append(MEETING)
    await until('told', () => views(wang).length === 1)
    await site.realtime.announce.appended({ stream: MEETING }).here
    await pause(50)
    expect(views(wang).map(({ seq }) => seq)).toEqual([6])
  })
})

describe('commands', () => {
  const send = (socket: RawSocket, commandId: string, command: unknown, stream = MEETING) =>
    socket.ask('room/command', { stream, commandId, command })

  it('[T-55] a command sent twice happens once and is answered the same', async () => {
    const site = await openSite()
    const wang = await socketOf(site, 'wang')
    const first = await send(wang, 'the-same-command', { type: 'open' })
    const again = await send(await socketOf(site, 'wang'), 'the-same-command', { type: 'open' })
    expect([first, again]).toEqual([
      { ok: true, seq: 2 },
      { ok: true, seq: 2 },
    ])
    expect(site.services.executions).toBe(1)
  })

  it('[T-56] what is no command is refused before it reaches a rule', async () => {
    const site = await openSite()
    const wang = await socketOf(site, 'wang')
    const bad: unknown[] = [
      null,
      { stream: MEETING, commandId: 'short', command: { type: 'open' } },
      { stream: 'people/p1', commandId: 'command-1', command: { type: 'open' } },
      { stream: 'meeting/../m1', commandId: 'command-1', command: { type: 'open' } },
      { stream: MEETING, commandId: 'command-1', command: { type: 'no-such' } },
      { stream: 'case/c1', commandId: 'command-1', command: { type: 'open' } },
      { stream: 'minutes/n1', commandId: 'command-1', command: { type: 'open' } },
    ]
    for (const message of bad)
      expect((await wang.ask('room/command', message)).refusal?.refused).toBe('input/invalid')
    expect(
      (
        await wang.ask('ballot/cast', {
          meetingId: 'm1',
          commandId: 'command-1',
          pollId: 'p1',
          choice: 'MAYBE',
        })
      ).refusal?.refused,
    ).toBe('input/invalid')
    expect(site.services.executions).toBe(0)
  })

  it('[T-57] a refusal goes to who asked and ends nothing', async () => {
    const site = await openSite()
    const [wang, li] = [await socketOf(site, 'wang'), await socketOf(site, 'li')]
    await li.ask('room/join', { stream: MEETING })
    expect(await send(wang, 'command-1', { type: 'cancel', reason: '不开了' })).toEqual({
      ok: false,
      refusal: { refused: 'meeting/not-chair' },
    })
    expect((await send(wang, 'command-2', { type: 'open' })).ok).toBe(true)
    await until('the room goes on', () => views(li).length === 1)
  })

  it('[T-58] an unknown error is logged under a number, which is all that the sender learns', async () => {
    const site = await openSite()
    const wang = await socketOf(site, 'wang')
    const answer = await send(wang, 'command-1', { type: 'resume' })
    expect(answer).toMatchObject({ ok: false, refusal: { refused: 'record/unavailable' } })
    expect(JSON.stringify(answer)).not.toContain('expected')
    expect(answer.incident).toMatch(/^[0-9a-f]{8}$/)
    expect(
      site.logged.some(
        (line) => line.includes(answer.incident ?? '-') && line.includes('nobody expected this'),
      ),
    ).toBe(true)
  })

  it('[T-59] a vote is answered with its receipt, the room learns the turnout at most twice a second', async () => {
    const site = await openSite()
    const watcher = await socketOf(site, 'watcher')
    await watcher.ask('room/join', { stream: MEETING })
    const started = Date.now()
    for (let voter = 0; voter < 9; voter++) {
      const socket = await socketOf(site, `voter-${voter}`)
      const vote = { meetingId: 'm1', commandId: `vote-of-${voter}`, pollId: 'p1', choice: 'EXEMPT' }
      expect((await socket.ask('ballot/cast', vote)).receipt).toBe(`receipt-vote-of-${voter}`)
      expect((await socket.ask('ballot/cast', vote)).receipt).toBe(`receipt-vote-of-${voter}`)
      expect((await socket.ask('ballot/cast', { ...vote, commandId: 'another-id' })).refusal?.refused).toBe(
        'ballot/already-voted',
      )
    }
    await until('the last count came', () => watcher.of('room/turnout').at(-1)?.['voted'] === 9)
    const halves = Math.ceil((Date.now() - started) / 500)
    expect(watcher.of('room/turnout').length).toBeLessThanOrEqual(halves + 1)
    expect(watcher.of('room/turnout').at(-1)).toEqual({
      stream: MEETING,
      pollId: 'p1',
      voted: 9,
      entitled: 9,
    })
  })

  it('[T-12] a socket of documents and rooms leaves nothing behind when it goes', async () => {
    const site = await openSite({ idleMs: 5 })
    const wang = await socketOf(site, 'wang')
    await wang.ask('room/join', { stream: MEETING })
    const { id } = await wang.openDocument('case/c1/facts')
    await wang.ask('document/update', { id, update: paragraph('甲') })
    wang.socket.disconnect()
    await pause(400)
    site.services.append(MEETING)
    expect((await (await socketOf(site, 'li')).openDocument('case/c1/facts')).ok).toBe(true)
    expect(site.store.loads).toBe(2)
  })
})
