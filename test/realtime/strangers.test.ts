import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '#protocol/limits.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { Strangers } from '#server/realtime/transport/strangers.ts'
import { WireSocket } from '../../bench/wire/web-socket.ts'
import { openSite, until } from './support/site.ts'

/** Long before the deadline of the greeting would close it. */
const SOON_MS = LIMITS.handshakeMs / 4

async function stranger(port: number, cookie?: string) {
  const path = '/socket/?EIO=4&transport=websocket'
  const wire = await WireSocket.open({ port, path, ...(cookie === undefined ? {} : { cookie }) })
  const told: string[] = []
  let isClosed = false
  wire.onText = (payload) => void told.push(payload.toString())
  wire.onClose = () => (isClosed = true)
  await until('greeted', () => told.length > 0)
  return { wire, told, isClosed: () => isClosed }
}

describe('who has not said who he is', () => {
  it('[T-28] is closed when he sends more than a greeting, in one message or in many', async () => {
    const site = await openSite()
    const one = await stranger(site.port)
    // The head of a text of a million bytes: whoever waits for the rest would have to keep it.
    one.wire.sendRaw(Uint8Array.of(0x81, 0xff, 0, 0, 0, 0, 0, 0x0f, 0x42, 0x40, 0, 0, 0, 0))
    await until('closed', one.isClosed, SOON_MS)
    const many = await stranger(site.port)
    // Pongs that nobody asked for: they are lawful and say nothing.
    for (let sent = 0; sent <= LIMITS.strangerBytes; sent += 60) many.wire.sendText(`3${'x'.repeat(63)}`)
    await until('closed', many.isClosed, SOON_MS)
  })

  it('[T-28] may send a whole frame as soon as he has said it', async () => {
    const site = await openSite()
    const known = await stranger(site.port, site.services.signIn('wang'))
    known.wire.sendText(`40${JSON.stringify({ protocol: PROTOCOL_VERSION })}`)
    await until('let in', () => known.told.some((text) => text.startsWith('40')))
    const name = 'x'.repeat(LIMITS.frameBytes - 100)
    known.wire.sendText(`421["room/join",{"stream":"${name}"}]`)
    await until('answered', () => known.told.some((text) => text.startsWith('431')))
    expect(known.isClosed()).toBe(false)
    known.wire.destroy()
  })

  it('[T-28] waits with a bounded number of others; who leaves or is let in makes room', () => {
    const limited: string[] = []
    const strangers = new Strangers(LIMITS.frameBytes, { limited: (limit) => void limited.push(limit) })
    const come = () => {
      const conn = new EventEmitter()
      strangers.come(conn as unknown as Parameters<Strangers['come']>[0])
      return conn as EventEmitter & Parameters<Strangers['come']>[0]
    }
    const [first, second] = Array.from({ length: LIMITS.strangers }, come)
    expect(strangers.areTooMany).toBe(true)
    expect(limited).toEqual(['strangers'])
    first?.emit('close')
    expect(strangers.areTooMany).toBe(false)
    come()
    expect(strangers.areTooMany).toBe(true)
    if (second) strangers.admit(second)
    expect(strangers.areTooMany).toBe(false)
  })
})
