import { describe, expect, it } from 'vitest'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { openSite, pause, until } from './support/site.ts'
import { paragraph, RawSocket } from './support/raw-socket.ts'
import { person } from './support/small-services.ts'

const greeting = { protocol: PROTOCOL_VERSION }

describe('who comes in', () => {
  it('[T-01] another version of the protocol is refused by name', async () => {
    const site = await openSite()
    const cookie = site.services.signIn('wang')
    for (const auth of [{ protocol: PROTOCOL_VERSION + 1 }, { protocol: '1' }, {}])
      expect(await new RawSocket(site.url, cookie, auth).refused()).toBe('protocol/mismatch')
    await new RawSocket(site.url, cookie).connected()
  })

  it('[T-02] no session, no socket', async () => {
    const site = await openSite()
    expect(await new RawSocket(site.url, null).refused()).toBe('auth/required')
    expect(await new RawSocket(site.url, 'huishang_session=forged').refused()).toBe('auth/required')
  })

  it('[T-02] what is sent before the handshake has no effect', async () => {
    const site = await openSite()
    const stranger = new RawSocket(site.url, null)
    stranger.tell('document/open', { name: 'case/c1/facts', stateVector: new Uint8Array([0]) })
    expect(await stranger.refused()).toBe('auth/required')
    await pause(50)
    expect(site.store.loads).toBe(0)
    expect(stranger.frames).toEqual([])
  })

  it('[T-03] a page of another site is refused before anything is read', async () => {
    const site = await openSite()
    const cookie = site.services.signIn('wang')
    const elsewhere = new RawSocket(site.url, cookie, greeting, { origin: 'https://elsewhere.example' })
    expect(await elsewhere.refused()).toContain('websocket error')
    await new RawSocket(site.url, cookie, greeting, { origin: site.url }).connected()
  })

  it('[T-04] a page made for one person is refused under another’s session', async () => {
    const site = await openSite()
    const cookie = site.services.signIn('wang')
    expect(await new RawSocket(site.url, cookie, { ...greeting, personId: 'li' }).refused()).toBe(
      'auth/other-person',
    )
    await new RawSocket(site.url, cookie, { ...greeting, personId: 'wang' }).connected()
  })
})

describe('a session that ends', () => {
  it('[T-05] ended everywhere: every socket of the person is told why and closed, nobody else’s', async () => {
    const site = await openSite()
    const first = await new RawSocket(site.url, site.services.signIn('wang', 's1')).connected()
    const second = await new RawSocket(site.url, site.services.signIn('wang', 's2')).connected()
    const other = await new RawSocket(site.url, site.services.signIn('li')).connected()
    site.realtime.announce.closeSessions('wang', 'disabled')
    await until('both closed', () => !first.socket.connected && !second.socket.connected)
    expect(first.of('session/closed')).toEqual([{ reason: 'disabled' }])
    expect(second.of('session/closed')).toEqual([{ reason: 'disabled' }])
    expect(other.socket.connected).toBe(true)
  })

  it('[T-05] one session ended: only its own sockets close', async () => {
    const site = await openSite()
    const first = await new RawSocket(site.url, site.services.signIn('wang', 's1')).connected()
    const second = await new RawSocket(site.url, site.services.signIn('wang', 's2')).connected()
    site.services.sessions.delete('s1')
    await site.realtime.announce.sessionEnded('wang').here
    await until('the first closed', () => !first.socket.connected)
    expect(second.socket.connected).toBe(true)
    await second.ask('room/join', { stream: 'meeting/m1' })
  })

  it('[T-06] an expired session writes nothing, also on a socket opened before', async () => {
    const site = await openSite()
    site.setNow(new Date('2026-03-01T08:00:00Z'))
    const cookie = site.services.signIn('wang')
    site.services.sessions.set('session-of-wang', {
      actor: person('wang'),
      expiresAt: new Date('2026-03-01T08:00:30Z'),
    })
    const socket = await new RawSocket(site.url, cookie).connected()
    const sent = await socket.ask('room/command', {
      stream: 'meeting/m1',
      commandId: 'command-1',
      command: { type: 'open' },
    })
    expect(sent.ok).toBe(true)
    site.services.sessions.delete('session-of-wang')
    site.setNow(new Date('2026-03-01T08:00:31Z'))
    const late = socket
      .ask('room/command', {
        stream: 'meeting/m1',
        commandId: 'command-2',
        command: { type: 'adjourn', reason: '休息' },
      })
      .catch(() => 'no answer')
    await until('closed', () => !socket.socket.connected)
    expect(await late).toBe('no answer')
    expect(socket.of('session/closed')).toEqual([{ reason: 'expired' }])
    expect(site.services.executions).toBe(1)
  })

  it('[T-07] the server says that it stops, finishes what it took, and closes', async () => {
    const site = await openSite()
    const socket = await new RawSocket(site.url, site.services.signIn('wang')).connected()
    const { id } = await socket.openDocument('case/c1/facts')
    site.store.appendMs = 100
    const written = socket.ask('document/update', { id, update: paragraph('最后一句') })
    await until('being committed', () => site.store.appends === 1)
    await site.stop()
    expect((await written).ok).toBe(true)
    expect(site.store.rows.get('case/c1/facts')).toHaveLength(1)
    await until('closed', () => !socket.socket.connected)
    expect(socket.of('server/stopping')).toHaveLength(1)
  })
})
