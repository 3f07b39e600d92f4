import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { Server } from 'socket.io'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { decodeFrame, encodeFrame, SharedFrame, type FrameMessage } from '#protocol/frames.ts'
import type { ClientToServer, ServerToClient } from '#protocol/messages.ts'
import { serverParser } from '#protocol/frame-parser.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { Line, takeUpdateFrames } from '#server/realtime/transport/socket-frames.ts'
import type { OurSocket, SocketData } from '#server/realtime/transport/socket-peer.ts'
import { wordsOf } from './support/page.ts'
import { paragraph, RawSocket } from './support/raw-socket.ts'
import { openSite, until, type Site } from './support/site.ts'

const NAME = 'case/c1/facts'
const bytes = fc.uint8Array({ maxLength: 300 })
const number = fc.nat()
const message: fc.Arbitrary<FrameMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('updates' as const),
    id: number,
    updates: fc.array(bytes, { maxLength: 5 }),
  }),
  fc.record({ kind: fc.constant('presence' as const), id: number, update: bytes }),
  fc.record({ kind: fc.constant('update' as const), id: number, ask: number, update: bytes }),
)

/** A client that reads frames, as our pages do. */
const framed = (site: Site, personId: string) =>
  new RawSocket(site.url, site.services.signIn(personId), {
    protocol: PROTOCOL_VERSION,
    frames: 1,
  }).connected()
const plain = (site: Site, personId: string) =>
  new RawSocket(site.url, site.services.signIn(personId)).connected()

/** Opens the document and takes whatever comes of it, as frame or as event. */
async function copyAt(socket: RawSocket): Promise<{ readonly id: number; readonly doc: Y.Doc }> {
  const doc = new Y.Doc()
  socket.socket.on('document/update', (said: { update: Uint8Array }) =>
    Y.applyUpdate(doc, new Uint8Array(said.update)),
  )
  socket.socket.on('document/updates', ({ updates }: { updates: Uint8Array[] }) => {
    for (const one of updates) Y.applyUpdate(doc, one)
  })
  const { id, update } = await socket.openDocument(NAME)
  Y.applyUpdate(doc, new Uint8Array(update))
  return { id, doc }
}

describe('frames', () => {
  it('[T-25] are read as they were written', () => {
    fc.assert(
      fc.property(message, (one) => {
        expect(decodeFrame(encodeFrame(one))).toEqual({ ...one })
      }),
    )
  })

  it('[T-25] of any bytes are refused or read, and read as what they say', () => {
    fc.assert(
      fc.property(bytes, (some) => {
        try {
          expect(decodeFrame(encodeFrame(decodeFrame(some)))).toEqual(decodeFrame(some))
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
    )
  })

  it('[T-25] and events say the same: a client without frames has the same copy', async () => {
    const site = await openSite()
    const sockets = [await framed(site, 'wang'), await framed(site, 'li'), await plain(site, 'zhao')]
    const copies = await Promise.all(sockets.map(copyAt))
    const writes = sockets.flatMap((socket, place) =>
      Array.from({ length: 20 }, (_, count) =>
        socket.ask('document/update', {
          id: copies[place]?.id,
          update: paragraph(`${place}-${count}`, copies[place]?.doc),
        }),
      ),
    )
    expect((await Promise.all(writes)).every(({ ok }) => ok)).toBe(true)
    const words = () => copies.map(({ doc }) => wordsOf(doc))
    await until('all have all', () => words().every((one) => one.split('|').length === 60))
    expect(new Set(words()).size).toBe(1)
    expect(sockets[0]?.of('document/update')).toEqual([])
    expect(sockets[2]?.of('document/updates')).toEqual([])
  })

  it('[T-26] go straight to the connection with the libraries installed; if this fails they changed inside', async () => {
    const http = createServer()
    const server = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>(http, {
      path: '/socket',
      transports: ['websocket'],
      perMessageDeflate: false,
      parser: serverParser,
    })
    onTestFinished(() => server.close())
    const met = new Promise<OurSocket>((done) => server.on('connection', done))
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
    const { port } = http.address() as AddressInfo
    const client = new RawSocket(`http://127.0.0.1:${port}/`, null, { frames: 1 })
    const socket = await met
    const line = new Line(socket.conn)
    await until('nothing is on its way', () => line.direct !== null)
    for (const length of [1, 125, 126, 65_535, 65_536]) {
      const update = new Uint8Array(length).fill(7)
      const heard = new Promise((done) => client.socket.once('document/updates', done))
      line.write(new SharedFrame({ kind: 'updates', id: 5, updates: [update] }))
      expect(await heard).toEqual({ id: 5, updates: [update] })
    }
    const update = Uint8Array.of(7)
    expect(takeUpdateFrames(socket, ({ ask, ...frame }) => line.answer(ask, { ...frame, word: '好' }))).toBe(
      true,
    )
    expect(await client.ask('document/update', { id: 5, update })).toMatchObject({ id: 5, word: '好' })
  })

  it('[T-27] do not pile up for a receiver that takes none: it is sent away and asks for the whole', async () => {
    const site = await openSite()
    const [writer, slow] = [await framed(site, 'wang'), await framed(site, 'li')]
    const { id, doc } = await copyAt(writer)
    await copyAt(slow)
    const line = (
      slow.socket.io.engine as unknown as {
        transport: { ws: { _socket: { pause(): void; resume(): void } } }
      }
    ).transport.ws._socket
    line.pause()
    const large = '字'.repeat(60_000)
    // Beyond what the system's own buffers take.
    for (let count = 0; count < 60; count += 1)
      expect((await writer.ask('document/update', { id, update: paragraph(large, doc) })).ok).toBe(true)
    line.resume()
    await until('sent away', () => slow.of('document/revoked').length > 0, 10_000)
    expect(slow.of('document/revoked')[0]).toMatchObject({ refusal: { refused: 'document/access-changed' } })
    const again = await copyAt(slow)
    await until('the whole is there', () => wordsOf(again.doc) === wordsOf(doc))
  })
})
