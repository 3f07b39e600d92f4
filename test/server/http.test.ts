import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import type { Visitor } from '#server/app.ts'
import { smallSite } from '../support/small-site.ts'

const MiB = 1_048_576
const someone: Visitor = {
  actor: { personId: 'p1', name: 'P', bodyId: null, bodyName: null, roles: [] },
  language: 'zh-CN',
}
const signedIn = { actorFrom: () => Promise.resolve(someone) }

/** Bytes as they are: `fetch` would correct what these tests are about. */
function raw(url: string, request: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request))
    let said = ''
    socket.on('data', (bytes: Buffer) => (said += bytes.toString()))
    socket.on('close', () => resolve(said))
    socket.on('error', reject)
  })
}

describe('health', () => {
  test('[T-94] cut off from the other nodes nothing is changed, and reading goes on', async () => {
    const { url } = await smallSite({ app: { isCutOff: () => true } })
    const sent = await fetch(`${url}/thing`, { method: 'POST', headers: { origin: url } })
    expect([sent.status, await sent.json()]).toEqual([503, { refused: 'record/unavailable' }])
    expect((await fetch(`${url}/thing`)).status).toBe(200)
  })

  test('/healthz answers whatever the database does', async () => {
    const { url } = await smallSite({ app: { ready: () => Promise.reject(new Error('away')) } })
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
  })

  test.each([
    ['ready', () => Promise.resolve(true), 200],
    ['not migrated', () => Promise.resolve(false), 503],
    ['database away', () => Promise.reject(new Error('away')), 503],
    ['database hangs', () => new Promise<boolean>(() => {}), 503],
  ])('/readyz: %s', async (_name, ready, status) => {
    const { url } = await smallSite({ app: { ready } })
    expect((await fetch(`${url}/readyz`)).status).toBe(status)
  })
})

describe('/metrics', () => {
  const token = 'a-token-of-some-length'
  const bearer = { Authorization: `Bearer ${token}` }

  test('counts what the parts of the process count', async () => {
    const { url, metrics } = await smallSite()
    metrics.sockets.set(3)
    const text = await (await fetch(`${url}/metrics`)).text()
    expect(text).toContain('huishang_sockets 3')
    for (const name of ['rooms', 'documents_open', 'command_seconds', 'commit_seconds'])
      expect(text).toContain(`huishang_${name}`)
    expect(text).toContain('nodejs_eventloop_lag_seconds')
  })

  test.each([
    ['straight from this machine', {}, {}, 200],
    ['through a proxy on this machine', {}, { 'X-Forwarded-For': '203.0.113.9' }, 403],
    ['claiming loopback through a proxy', { trustProxy: 1 }, { 'X-Forwarded-For': '127.0.0.1' }, 403],
    ['behind a proxy that says nothing', { secure: true, origin: 'https://h.example.cn' }, {}, 403],
    [
      'with the token, through a proxy',
      { metricsToken: token, trustProxy: 1 },
      { ...bearer, 'X-Forwarded-For': '203.0.113.9' },
      200,
    ],
    ['with a wrong token, from this machine', { metricsToken: token }, { Authorization: 'Bearer no' }, 403],
  ])('%s', async (_name, env, headers, status) => {
    const { url } = await smallSite({ env })
    expect((await fetch(`${url}/metrics`, { headers })).status).toBe(status)
  })
})

describe('unsafe requests', () => {
  const post = (url: string, headers: Record<string, string>) =>
    raw(
      url,
      [
        'POST /thing HTTP/1.1',
        'Content-Length: 0',
        'Connection: close',
        ...Object.entries(headers).map((line) => line.join(': ')),
        '',
        '',
      ].join('\r\n'),
    )

  test.each([
    ['own origin', { Host: 'h:1', Origin: 'http://h:1' }, 200],
    ['own page by fetch metadata', { Host: 'h:1', 'Sec-Fetch-Site': 'same-origin' }, 200],
    ['own origin in capitals of the host', { Host: 'H:1', Origin: 'http://h:1' }, 200],
    ['another site', { Host: 'h:1', Origin: 'http://evil.example' }, 403],
    ['another port', { Host: 'h:1', Origin: 'http://h:2' }, 403],
    ['a neighbour domain', { Host: 'h:1', Origin: 'http://h:1', 'Sec-Fetch-Site': 'same-site' }, 403],
    ['cross-site by fetch metadata', { Host: 'h:1', 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['a sandboxed frame', { Host: 'h:1', Origin: 'null' }, 403],
    ['no proof at all', { Host: 'h:1' }, 403],
    [
      'a forwarded host of the attacker',
      { Host: 'h:1', Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example' },
      403,
    ],
  ])('%s', async (_name, headers, status) => {
    const { url } = await smallSite()
    const answer = await post(url, headers)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}`))
    if (status === 403) expect(answer).toContain('auth/cross-origin')
  })

  test('behind a proxy that rewrites the host, the public origin counts', async () => {
    const { url } = await smallSite({ env: { origin: 'https://h.example.cn', secure: true, trustProxy: 1 } })
    const internal = { Host: '127.0.0.1:3000' }
    expect(await post(url, { ...internal, Origin: 'https://h.example.cn' })).toMatch(/^HTTP\/1.1 200/)
    expect(await post(url, { ...internal, Origin: 'http://127.0.0.1:3000' })).toMatch(/^HTTP\/1.1 403/)
  })

  test('links are made of the public origin', async () => {
    const loader = ({ request }: { request: Request }) => Promise.resolve(new Response(request.url))
    const { url } = await smallSite({ loader, env: { origin: 'https://h.example.cn', secure: true } })
    expect(await (await fetch(`${url}/thing?a=1`)).text()).toBe('https://h.example.cn/thing?a=1')
  })

  test('reading needs no proof, and other methods do not exist', async () => {
    const { url } = await smallSite()
    expect((await fetch(`${url}/thing`, { headers: { Origin: 'http://evil.example' } })).status).toBe(200)
    expect((await fetch(`${url}/thing`, { method: 'OPTIONS' })).status).toBe(405)
  })
})

describe('headers', () => {
  test('scripts run by nonce only, a new one for every answer, and the page learns it', async () => {
    const { url } = await smallSite()
    const [first, second] = [await fetch(`${url}/thing`), await fetch(`${url}/thing`)]
    const policy = first.headers.get('Content-Security-Policy') ?? ''
    const { nonce } = (await first.json()) as { nonce: string }
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}';`)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(policy).toContain("object-src 'none'")
    expect(second.headers.get('Content-Security-Policy')).not.toContain(nonce)
    expect(first.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(first.headers.get('X-Powered-By')).toBeNull()
    expect(first.headers.get('Strict-Transport-Security')).toBeNull()
  })

  test('a visitor cannot write directives by the host header', async () => {
    const { url } = await smallSite()
    const answer = await raw(url, 'GET /thing HTTP/1.1\r\nHost: h;script-src *\r\nConnection: close\r\n\r\n')
    expect(answer).not.toContain('script-src *')
  })

  test('behind TLS: HSTS, and sockets by wss', async () => {
    const { url } = await smallSite({ env: { origin: 'https://h.example.cn', secure: true, trustProxy: 1 } })
    const { headers } = await fetch(`${url}/thing`)
    expect(headers.get('Strict-Transport-Security')).toContain('max-age=')
    expect(headers.get('Content-Security-Policy')).toContain("connect-src 'self' wss://h.example.cn;")
  })

  test('nothing a person may see is kept by a cache; built files are kept for ever', async () => {
    const { url } = await smallSite()
    expect((await fetch(`${url}/thing`)).headers.get('Cache-Control')).toBe('private, no-store')
    const asset = await fetch(`${url}/assets/page-a1b2c3.js`, { headers: { 'Accept-Encoding': 'br' } })
    expect(asset.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(asset.headers.get('Content-Encoding')).toBe('br')
    expect(await asset.text()).toBe('export {}\n'.repeat(500))
    expect((await fetch(`${url}/favicon.svg`)).headers.get('Cache-Control')).toBe('public, max-age=3600')
  })

  test('an asset that is gone is no page', async () => {
    const { url } = await smallSite()
    const gone = await fetch(`${url}/assets/page-old.js`)
    expect([gone.status, gone.headers.get('Content-Type')]).toEqual([404, 'text/plain; charset=utf-8'])
  })

  test('a request id is ours, unless a trusted proxy brings one', async () => {
    const headers = { 'X-Request-Id': 'from-outside-1' }
    const own = await fetch(`${(await smallSite()).url}/thing`, { headers })
    expect(own.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
    const proxied = await fetch(`${(await smallSite({ env: { trustProxy: 1 } })).url}/thing`, { headers })
    expect(proxied.headers.get('X-Request-Id')).toBe('from-outside-1')
  })

  test('a session that slid on reaches the browser', async () => {
    const { url } = await smallSite({
      app: { actorFrom: () => Promise.resolve({ ...someone, cookie: 's=1; Path=/' }) },
    })
    expect((await fetch(`${url}/thing`)).headers.getSetCookie()).toEqual(['s=1; Path=/'])
  })
})

describe('bodies', () => {
  const send = (url: string, body: Uint8Array<ArrayBuffer>, type: string, path = '/thing') =>
    fetch(url + path, { method: 'POST', body, headers: { Origin: url, 'Content-Type': type } })

  test('a form may be one megabyte', async () => {
    const { url } = await smallSite({ app: signedIn })
    expect((await send(url, new Uint8Array(MiB), 'application/x-www-form-urlencoded')).status).toBe(200)
    const refused = await send(url, new Uint8Array(MiB + 1), 'application/x-www-form-urlencoded')
    expect([refused.status, await refused.json()]).toEqual([
      413,
      { refused: 'input/too-large', details: { megabytes: 1 } },
    ])
  })

  test('files are taken from people who are signed in, up to the limit', async () => {
    const type = 'multipart/form-data; boundary=b'
    const known = await smallSite({ app: signedIn })
    const path = '/cases/c/evidence/add'
    expect((await send(known.url, new Uint8Array(2.5 * MiB), type, path)).status).toBe(200)
    expect((await send(known.url, new Uint8Array(3 * MiB + 1), type, path)).status).toBe(413)
    const stranger = await smallSite()
    expect((await send(stranger.url, new Uint8Array(1.5 * MiB), type, path)).status).toBe(413)
  })

  test('[P-19] a form is no larger for being sent as a file where none is taken', async () => {
    const { url } = await smallSite({ app: signedIn })
    const large = new Uint8Array(1.5 * MiB)
    for (const type of ['multipart/form-data; boundary=b', 'application/offset+octet-stream'])
      for (const path of [
        '/thing',
        '/cases/c/evidence/e',
        '/cases/c/evidence/uploads/u',
        '/cases/c/evidence/add/',
      ])
        expect([type, path, (await send(url, large, type, path)).status]).toEqual([type, path, 413])
  })

  test('who does not say how much comes is cut off at the limit', async () => {
    const { url } = await smallSite()
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += MiB / 4
        controller.enqueue(new Uint8Array(MiB / 4))
        if (sent >= 8 * MiB) controller.close()
      },
    })
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { Origin: url },
    }
    await expect(fetch(`${url}/thing`, init)).rejects.toThrow()
  })

  test('a large answer waits for a slow reader instead of filling memory', async () => {
    let produced = 0
    const loader = () =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            pull(controller) {
              produced += MiB
              controller.enqueue(randomBytes(MiB))
              if (produced >= 128 * MiB) controller.close()
            },
          }),
          { headers: { 'Content-Type': 'application/octet-stream' } },
        ),
      )
    const { url } = await smallSite({ loader })
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () =>
      socket.write('GET /thing HTTP/1.1\r\nHost: h\r\n\r\n'),
    )
    socket.pause()
    await vi.waitFor(() => expect(produced).toBeGreaterThan(MiB))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(produced).toBeLessThan(64 * MiB)
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 100))
    const whenLeft = produced
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(produced).toBe(whenLeft)
  })
})

test.each([
  ['an absolute address', 'GET http://elsewhere.example/ HTTP/1.1\r\nHost: h'],
  ['a broken escape', 'GET /%E0%A4%A HTTP/1.1\r\nHost: h'],
  ['no usable host', 'GET /thing HTTP/1.1\r\nHost: a b/../'],
])('%s is answered and breaks nothing', async (_name, head) => {
  const { url } = await smallSite()
  expect(await raw(url, `${head}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 4\d\d/)
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
})

test('an error nobody expected shows its number and nothing else', async () => {
  const { url } = await smallSite({ app: { actorFrom: () => Promise.reject(new Error('SELECT secret')) } })
  const answer = await fetch(`${url}/thing`)
  expect(answer.status).toBe(500)
  const text = await answer.text()
  expect(text).toContain(answer.headers.get('X-Request-Id'))
  expect(text).not.toContain('secret')
})
