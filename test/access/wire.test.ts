import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { FORMS } from './asks.ts'
import type { Visitor } from './attempts.ts'
import { openStage, type Stage } from './stage.ts'
import { aimedAt } from './sweep.ts'

/** Bodies and headers that no browser makes of our forms. */

let stage: Stage
let secretary: Visitor

beforeAll(async () => {
  stage = await openStage()
  secretary = await stage.come('secretary')
})

afterAll(() => stage.close())

const paths = () => [...new Set(Object.keys(FORMS).map((target) => target.split('#')[0] ?? ''))]

/** Everything that takes a form of the person's; nobody's password is tried and nobody is signed out. */
const targets = () =>
  [...paths().filter((path) => !/sign-|set-up|account/.test(path)), '/cases/:case/evidence/add'].map(
    aimedAt(stage.scene),
  )

/** A request as it is written here, byte for byte, and the first line of its answer. */
async function said(head: readonly string[], body = ''): Promise<string> {
  const { hostname, port } = new URL(stage.site.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  const answer = await text(socket).catch(() => '')
  return answer.split('\r\n')[0] ?? ''
}

describe('a body', () => {
  it('[P-19] of another kind than the form’s changes nothing and breaks nothing', async () => {
    const before = await stage.stored()
    const nested = '['.repeat(50_000)
    const BODIES: readonly (readonly [string, BodyInit])[] = [
      ['application/json', '{"__proto__":{"polluted":1},"intent":"disable","personId":"observer1"}'],
      ['application/json', nested],
      ['text/plain', 'intent=disable&personId=observer1'],
      ['text/html', '<form>'],
      ['application/x-www-form-urlencoded', '%'],
      ['application/x-www-form-urlencoded', '&=&&%00=%00&%ff=%ff'],
      ['application/x-www-form-urlencoded', nested],
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=', 'x'],
      ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\n--b'],
      ['multipart/form-data; boundary=b', '--b\r\n\r\n\r\n--b--\r\n'],
      ['multipart/mixed; boundary=b', '--b--'],
      ['', new Uint8Array([0, 255, 0, 255])],
      ['application/x-www-form-urlencoded; charset=utf-16', 't\0i\0t\0l\0e\0=\0x\0'],
    ]
    for (const path of targets())
      for (const [type, body] of BODIES) {
        const answer = await secretary.request(path, {
          method: 'POST',
          body,
          headers: { 'content-type': type },
        })
        await answer.text()
        // Whoever has not said which language gets none changed, and is led back all the same.
        if (path !== '/language' && path !== '/minutes/new')
          expect([path, type, answer.status >= 400 && answer.status < 500]).toEqual([path, type, true])
        expect([path, type, answer.status < 500]).toEqual([path, type, true])
      }
    expect(await stage.stored()).toBe(before)
    expect(stage.site.logged).toEqual([])
  })

  it('[P-19] with names of what every object has makes nothing of them', async () => {
    const before = await stage.stored()
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
    for (const path of targets()) {
      const fields = names.flatMap((name) =>
        [
          name,
          `${name}.polluted`,
          `${name}[polluted]`,
          `constructor.${name}.polluted`,
          `subjects.${name}.polluted`,
        ]
          .concat(`subjects.0.${name}.polluted`, `trigger.${name}.polluted`)
          .map((field) => [field, 'yes']),
      )
      // Twice makes a list of them, a file an object.
      const twice = new FormData()
      for (const [name = '', value = ''] of [...fields, ...fields]) twice.append(name, value)
      twice.append('__proto__', new Blob(['x']), 'polluted')
      for (const body of [new URLSearchParams(fields), twice]) {
        const answer = await secretary.request(path, { method: 'POST', body })
        await answer.text()
        expect([path, answer.status < 500]).toEqual([path, true])
      }
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(await stage.stored()).toBe(before)
    expect(stage.site.logged).toEqual([])
  })

  it('[P-19] of ten megabytes is not read, whatever it says of itself', async () => {
    const json = JSON.stringify({ title: '字'.repeat(3_500_000) })
    for (const path of targets().filter((one) => !one.endsWith('/evidence/add'))) {
      const answer = await secretary.request(path, {
        method: 'POST',
        body: json,
        headers: { 'content-type': 'application/json' },
      })
      expect([path, answer.status, await answer.json()]).toEqual([
        path,
        413,
        { refused: 'input/too-large', details: { megabytes: 1 } },
      ])
    }
    const large = new Blob([new Uint8Array(10_000_000)])
    const fields = new FormData()
    fields.set('title', large, 'title')
    expect((await secretary.request('/cases/new', { method: 'POST', body: fields })).status).toBe(413)
    const { socket } = secretary
    const huge = await stage.come('secretary')
    await expect(huge.socket?.ask('room/command', { stream: json })).rejects.toThrow()
    expect(await socket?.ask('room/join', { stream: `case/${stage.scene.case}` })).toMatchObject({ ok: true })
  })
})

describe('a request written by hand', () => {
  it('[P-19] that is none is refused, and the next one is answered', async () => {
    const cookie = `Cookie: ${secretary.socket?.cookie ?? ''}`
    const host = `Host: ${new URL(stage.site.url).host}`
    const origin = `Origin: ${stage.site.url}`
    const end = 'Connection: close'
    const REFUSED: readonly (readonly [readonly string[], string?])[] = [
      [['GET /workbench HTTP/1.1', cookie, end]],
      [['GET http://evil.example/workbench HTTP/1.1', host, cookie, end]],
      [['GET //evil.example/workbench HTTP/1.1', host, cookie, end]],
      [['OPTIONS * HTTP/1.1', host, end]],
      [['GET /\0 HTTP/1.1', host, end]],
      [['GET /cases/%00%ff HTTP/1.1', host, cookie, end]],
      [['NONSENSE']],
      [['TRACE /workbench HTTP/1.1', host, cookie, end]],
      [['GET /workbench HTTP/1.1', host, `X: ${'x'.repeat(20_000)}`, end]],
      // Two lengths: what a proxy and we would read differently.
      [
        ['POST /language HTTP/1.1', host, origin, 'Content-Length: 3', 'Transfer-Encoding: chunked', end],
        '0\r\n\r\n',
      ],
      [['POST /language HTTP/1.1', host, origin, 'Content-Length: 0', 'Content-Length: 9', end], 'x'],
      [['POST /language HTTP/1.1', host, origin, 'Transfer-Encoding: chunked', end], 'zz\r\n'],
      [['POST /language HTTP/1.1', host, origin, 'Content-Length: -1', end]],
    ]
    for (const [head, body] of REFUSED)
      expect([head[0], await said(head, body)]).toEqual([
        head[0],
        expect.stringMatching(/^HTTP\/1\.1 4\d\d /),
      ])
    expect(await said(['GET /healthz HTTP/1.1', host, end])).toBe('HTTP/1.1 200 OK')
    expect(stage.site.logged).toEqual([])
  })

  it('[S-06] with a cookie that is made up, long, double or cut is nobody’s', async () => {
    const [name = '', value = ''] = (secretary.socket?.cookie ?? '').split('=')
    const FORGED = [
      `${name}=`,
      `${name}=secretary`,
      `${name}=__proto__`,
      `${name}=%00`,
      `${name}="${value.slice(1)}"`,
      `${name}=${value.slice(0, -1)}`,
      `${name}=${value}x`,
      `${name}=${value.toUpperCase()}`,
      `${name}=${'x'.repeat(8_000)}`,
      `${name}=' OR 1=1 --`,
      `${name}x=${value}`,
      `other=${value}`,
    ]
    for (const cookie of FORGED) {
      const answer = await fetch(`${stage.site.url}/workbench`, { redirect: 'manual', headers: { cookie } })
      expect([cookie, answer.headers.get('location')]).toEqual([cookie, '/sign-in?to=%2Fworkbench'])
    }
    // The table of sessions and the record of access are no source of cookies.
    for (const { id } of await stage.site.database.client.session.findMany()) {
      const headers = { cookie: `${name}=${id}` }
      const answer = await fetch(`${stage.site.url}/workbench`, { redirect: 'manual', headers })
      expect(answer.headers.get('location')).toBe('/sign-in?to=%2Fworkbench')
    }
    expect(stage.site.logged).toEqual([])
  })
})

describe('a packet', () => {
  it('[P-19] that no client of the protocol makes ends its own connection at most', async () => {
    const PACKETS = [
      '',
      '9',
      '2',
      '2[',
      '2[]',
      '2[1]',
      '2{"a":1}',
      '2["room/join"]',
      '2["room/join",{"stream":"case/x"},7,8,9]',
      '2["error","x"]',
      '2["__proto__",{}]',
      '2["constructor",{}]',
      '2["disconnect","x"]',
      '2["connection",{}]',
      '299999999999999999999["room/join",{}]',
      '3["nobody asked"]',
      '30["nobody asked"]',
      // Attachments that never come, and more than any message has.
      '51-["document/update",{"id":1,"update":{"_placeholder":true,"num":0}}]',
      '51-["document/update",{"id":1,"update":{"_placeholder":true,"num":"__proto__"}}]',
      '5999999999-["document/update",{}]',
      // A second greeting, and rooms of socket.io's own that we do not have.
      '0{"protocol":1}',
      '0/admin,{"token":"x"}',
      '4{"message":"x"}',
      `2["room/join",${'['.repeat(100_000)}`,
    ]
    for (const packet of PACKETS) {
      const socket = io(stage.site.url, {
        path: '/socket',
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        auth: { protocol: PROTOCOL_VERSION },
        extraHeaders: { cookie: secretary.socket?.cookie ?? '', origin: stage.site.url },
      })
      await new Promise((done) => socket.once('connect', () => done(null)))
      socket.io.engine.write(packet)
      // Whatever became of it: the next message of the same person's other page is answered.
      await new Promise((done) => setTimeout(done, 20))
      expect([packet, await secretary.ask('room/join', { stream: `case/${stage.scene.case}` })]).toEqual([
        packet,
        'done',
      ])
      socket.disconnect()
    }
    expect(stage.site.logged).toEqual([])
  })
})
