import { describe, expect, it } from 'vitest'
import { refuse } from '#domain/record/refusal.ts'
import { Outbox } from '#app/realtime/outbox.ts'
import { badNetwork } from './support/bad-network.ts'
import { BrowserStorage, openPage, type as typeWords, words } from './support/page.ts'
import { openSite, pause, until } from './support/site.ts'

const NAME = 'case/c1/facts'
const certain = () => 0.5

describe('what is typed', () => {
  it('[T-60] “saved” is said only when everything typed is committed', async () => {
    const site = await openSite()
    const page = openPage(site.url, site.services.signIn('wang'), 'wang')
    const session = page.open(NAME)
    expect(session.snapshot().mode).toBeNull()
    await until('opened', () => session.snapshot().mode === 'write')
    expect(session.snapshot().saved).toBe('saved')
    site.store.appendMs = 100
    typeWords(session, '甲')
    expect(session.snapshot().saved).toBe('saving')
    await until('being committed', () => site.store.appends === 1)
    typeWords(session, '乙')
    let committedWhenSaved = -1
    session.subscribe(() => {
      if (session.snapshot().saved === 'saved') committedWhenSaved = site.store.rows.get(NAME)?.length ?? 0
    })
    await until('saved', () => session.snapshot().saved === 'saved')
    expect(committedWhenSaved).toBe(2)
    page.close()
    await until('offline is said', () => session.snapshot().saved === 'offline')
  })

  it('[T-61] typed without a network it is kept, and sent when the network is back, within two seconds', async () => {
    const site = await openSite()
    const network = await badNetwork(site.port, certain, 2)
    const storage = new BrowserStorage()
    const page = openPage(network.url, site.services.signIn('wang'), 'wang', storage)
    const session = page.open(NAME)
    await until('opened', () => session.snapshot().mode === 'write')
    network.setDown(true)
    await until('noticed', () => session.snapshot().saved === 'offline')
    typeWords(session, '离线写的')
    expect(session.snapshot()).toMatchObject({ mode: 'write', saved: 'offline' })
    await until('kept in the browser', () => storage.records.size === 1)
    await pause(3_000)
    network.setDown(false)
    await until('saved', () => session.snapshot().saved === 'saved')
    expect((await site.realtime.documents.read(NAME)).text).toBe('离线写的')
    await until('forgotten by the browser', () => storage.records.size === 0)
  })

  it('[T-62] what a closed page had not sent is sent at the next visit, once', async () => {
    const site = await openSite()
    const storage = new BrowserStorage()
    const cookie = site.services.signIn('wang')
    const first = openPage(site.url, cookie, 'wang', storage)
    const before = first.open(NAME)
    await until('opened', () => before.snapshot().mode === 'write')
    first.close()
    typeWords(before, '合上电脑之前')
    await until('kept', () => storage.records.size === 1)
    // Two tabs at once find the same edits.
    const [second, third] = [
      openPage(site.url, cookie, 'wang', storage),
      openPage(site.url, cookie, 'wang', storage),
    ]
    const [after, other] = [second.open(NAME), third.open(NAME)]
    await until('sent', () => [after, other].every((session) => session.snapshot().saved === 'saved'))
    expect((await site.realtime.documents.read(NAME)).text).toBe('合上电脑之前')
    await until('both show it once', () => words(after) === '合上电脑之前' && words(other) === '合上电脑之前')
    await until('forgotten', () => storage.records.size === 0)
  })

  it('[T-63] one person’s kept words are never sent in another’s name', async () => {
    const site = await openSite()
    const storage = new BrowserStorage()
    const page = openPage(site.url, site.services.signIn('wang'), 'wang', storage)
    const session = page.open(NAME)
    await until('opened', () => session.snapshot().mode === 'write')
    page.close()
    typeWords(session, '王写的')
    await until('kept', () => storage.records.size === 1)
    const li = openPage(site.url, site.services.signIn('li'), 'li', storage).open(NAME)
    await until('opened', () => li.snapshot().saved === 'saved' && li.snapshot().mode === 'write')
    await pause(50)
    expect((await site.realtime.documents.read(NAME)).text).toBe('')
    expect(words(li)).toBe('')
  })

  it('[T-64] a failing store is survived: “saving” until it is really saved', async () => {
    const site = await openSite()
    const page = openPage(site.url, site.services.signIn('wang'), 'wang')
    const session = page.open(NAME)
    await until('opened', () => session.snapshot().mode === 'write')
    site.store.isFailing = true
    typeWords(session, '甲')
    await pause(200)
    expect(session.snapshot().saved).toBe('saving')
    typeWords(session, '乙')
    site.store.isFailing = false
    await until('saved', () => session.snapshot().saved === 'saved', 10_000)
    expect((await site.realtime.documents.read(NAME)).text).toBe('甲\n乙')
  })

  it('[T-65] submitted while someone typed offline: the text is shown as it is, the words apart', async () => {
    const site = await openSite()
    const storage = new BrowserStorage()
    const cookie = site.services.signIn('wang')
    const network = await badNetwork(site.port, certain, 1)
    const page = openPage(network.url, cookie, 'wang', storage)
    const session = page.open(NAME)
    await until('opened', () => session.snapshot().mode === 'write')
    typeWords(session, '大家的')
    await until('saved', () => session.snapshot().saved === 'saved')
    network.setDown(true)
    await until('offline', () => session.snapshot().saved === 'offline')
    typeWords(session, '迟到的')
    site.services.access_.set(`wang ${NAME}`, 'read')
    network.setDown(false)
    await until(
      'readable only',
      () => session.snapshot().mode === 'read' && session.snapshot().unsentText !== null,
    )
    expect(words(session)).toBe('大家的')
    expect(session.snapshot().unsentText).toBe('大家的\n迟到的')
    expect(session.snapshot().refusal).toEqual({ refused: 'document/frozen' })
    // Also at the next visit, until the person has taken it.
    const next = openPage(site.url, cookie, 'wang', storage).open(NAME)
    await until('told again', () => next.snapshot().unsentText === '大家的\n迟到的')
    next.discardUnsent()
    expect(next.snapshot().unsentText).toBeNull()
    await until('forgotten', () => storage.records.size === 0)
    expect((await site.realtime.documents.read(NAME)).text).toBe('大家的')
  })

  it('[T-66] cut off, the text is gone from the page at once', async () => {
    const site = await openSite()
    const page = openPage(site.url, site.services.signIn('wang'), 'wang')
    const session = page.open(NAME)
    await until('opened', () => session.snapshot().mode === 'write')
    typeWords(session, '机密')
    await until('saved', () => session.snapshot().saved === 'saved')
    site.services.access_.set(`wang ${NAME}`, refuse('access/recused'))
    site.services.append('meeting/m1')
    await until('gone', () => session.snapshot().mode === null)
    expect(words(session)).toBe('')
    expect(session.snapshot().refusal).toEqual({ refused: 'access/recused' })
  })

  it('[T-52] a recused member’s page loses the case at once and is told when it may be shown again', async () => {
    const site = await openSite()
    const page = openPage(site.url, site.services.signIn('wang'), 'wang')
    const { rooms } = page.client
    let comebacks = 0
    rooms.onComeback(() => comebacks++)
    const leave = rooms.enter('case/c1', 'person', () => undefined)
    await until('joined', () => rooms.snapshot('case/c1').view !== null)
    site.services.access_.set(`wang ${NAME}`, refuse('access/recused'))
    const session = page.open(NAME)
    site.services.append('case/c1', (stream) => stream.cutOff.add('wang'))
    await until('cut off', () => rooms.snapshot('case/c1').refusal?.refused === 'access/recused')
    expect(rooms.snapshot('case/c1').view).toBeNull()
    await until('the document too', () => session.snapshot().refusal?.refused === 'access/recused')
    // The page shows the refusal in place of the case.
    leave()
    page.documents.release(NAME)
    site.services.access_.delete(`wang ${NAME}`)
    site.services.append('case/c1', (stream) => stream.cutOff.delete('wang'))
    await until('told', () => comebacks === 1)
    const again = page.open(NAME)
    await until('open again', () => again.snapshot().mode === 'write')
  })

  it('[T-67] a remote change waits while an input method composes, and comes in right after', async () => {
    const site = await openSite()
    const one = openPage(site.url, site.services.signIn('wang'), 'wang').open(NAME)
    const two = openPage(site.url, site.services.signIn('li'), 'li').open(NAME)
    await until('opened', () => one.snapshot().mode === 'write' && two.snapshot().mode === 'write')
    one.hold()
    typeWords(two, '别人的')
    await until('saved', () => two.snapshot().saved === 'saved')
    typeWords(one, '拼音')
    await until('own words are sent all the same', () => words(two).includes('拼音'))
    await pause(80)
    expect(words(one)).toBe('拼音')
    one.release()
    expect(words(one).split('|').sort()).toEqual(['别人的', '拼音'].sort())
    expect(words(one)).toBe(words(two))
  })

  it('[T-68] what is pasted beyond a frame is refused in words and the page goes on', async () => {
    const site = await openSite()
    const page = openPage(site.url, site.services.signIn('wang'), 'wang')
    const session = page.open(NAME)
    await until('opened', () => session.snapshot().mode === 'write')
    typeWords(session, 'x'.repeat(600_000))
    await until('told', () => session.snapshot().refusal !== null)
    expect(session.snapshot()).toMatchObject({ saved: 'saving', refusal: { refused: 'input/too-large' } })
  })
})

describe('what is done', () => {
  const open = { stream: 'meeting/m1', commandId: 'command-of-wang', command: { type: 'open' } }

  it('[T-70] a command whose answer was lost is sent again and happens once', async () => {
    const site = await openSite()
    const network = await badNetwork(site.port, certain, 60)
    const { client } = openPage(network.url, site.services.signIn('wang'), 'wang')
    await until('online', () => client.connection.isOnline)
    const answer = client.outbox.send('room/command', open)
    await until('it happened', () => site.services.executions === 1)
    network.cut()
    expect(await answer).toEqual({ ok: true, seq: 2 })
    expect(site.services.executions).toBe(1)
  })

  it('[T-71] done without a network it is sent once when it is back', async () => {
    const site = await openSite()
    const network = await badNetwork(site.port, certain, 2)
    const { client } = openPage(network.url, site.services.signIn('wang'), 'wang')
    await until('online', () => client.connection.isOnline)
    network.setDown(true)
    await until('noticed', () => !client.connection.isOnline)
    const vote = { meetingId: 'm1', pollId: 'p1', choice: 'EXEMPT', commandId: 'vote-of-wang' }
    const answer = client.outbox.send('ballot/cast', vote)
    await pause(300)
    network.setDown(false)
    expect(await answer).toEqual({ ok: true, receipt: 'receipt-vote-of-wang' })
    expect(site.services.votes.size).toBe(1)
  })

  it('[T-72] or refused with a reason when it never left', async () => {
    const site = await openSite()
    const network = await badNetwork(site.port, certain, 2)
    network.setDown(true)
    const { client } = openPage(network.url, site.services.signIn('wang'), 'wang')
    const outbox = new Outbox(client.connection, 200)
    expect(await outbox.send('room/command', open)).toEqual({ refused: 'connection/offline' })
    network.setDown(false)
    await until('online', () => client.connection.isOnline, 8_000)
    await pause(100)
    expect(site.services.executions).toBe(0)
  })

  it('[T-73] after a reconnect a room shows what is now', async () => {
    const site = await openSite()
    const network = await badNetwork(site.port, certain, 2)
    const { client } = openPage(network.url, site.services.signIn('wang'), 'wang')
    client.rooms.enter('meeting/m1', 'person', () => undefined)
    await until('joined', () => client.rooms.snapshot('meeting/m1').seq === 1)
    network.setDown(true)
    site.services.append('meeting/m1')
    await until('noticed', () => !client.connection.isOnline)
    network.setDown(false)
    await until('up to date', () => client.rooms.snapshot('meeting/m1').seq === 2)
  })

  it('[T-74] a session that ended is told, and what waits is answered', async () => {
    const site = await openSite()
    const { client } = openPage(site.url, site.services.signIn('wang'), 'wang')
    await until('online', () => client.connection.isOnline)
    site.services.sessions.clear()
    site.realtime.announce.closeSessions('wang')
    await until('ended', () => client.connection.ended === 'signed-out')
    expect(await client.outbox.send('room/command', open)).toEqual({ refused: 'auth/required' })
    client.connection.revive()
    await until('refused by name', () => client.connection.ended === 'auth/required')
  })

  it('[T-75] a restart of the server is survived without anybody doing anything', async () => {
    const site = await openSite()
    const { store, services, port } = site
    const page = openPage(site.url, services.signIn('wang'), 'wang')
    const session = page.open(NAME)
    await until('opened', () => session.snapshot().mode === 'write')
    typeWords(session, '甲')
    await until('saved', () => session.snapshot().saved === 'saved')
    await site.stop()
    typeWords(session, '乙')
    const again = await openSite({ store, services, port })
    await until('saved', () => session.snapshot().saved === 'saved')
    expect((await again.realtime.documents.read(NAME)).text).toBe('甲\n乙')
  })
})
