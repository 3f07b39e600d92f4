import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { io } from 'socket.io-client'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { FORMS } from './asks.ts'
import type { Visitor } from './attempts.ts'
import { openStage, type Stage } from './stage.ts'
import { aimedAt } from './sweep.ts'

/** Forms and sockets of other sites with the cookie of somebody who is signed in here, and ways out to other sites. */

let stage: Stage
let secretary: Visitor

beforeAll(async () => {
  stage = await openStage()
  secretary = await stage.come('secretary')
})

afterAll(() => stage.close())

describe('from elsewhere', () => {
  const ELSEWHERE: readonly Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { origin: '', 'sec-fetch-stage.site': 'cross-stage.site' },
    { 'sec-fetch-stage.site': 'same-stage.site' },
  ]

  it('[S-12] no form is taken, whoever’s cookie comes with it', async () => {
    const before = await stage.stored()
    for (const headers of ELSEWHERE) {
      for (const [target, fields] of Object.entries(FORMS)) {
        const path = aimedAt(stage.scene)(target.split('#')[0] ?? '')
        const body = new URLSearchParams()
        for (const [name, value] of Object.entries(fields(stage.scene)))
          for (const one of [value].flat()) body.append(name, one)
        const { socket } = secretary
        const answer = await fetch(stage.site.url + path, {
          method: 'POST',
          body,
          redirect: 'manual',
          headers: { cookie: socket?.cookie ?? '', ...headers },
        })
        expect([target, answer.status, await answer.json()]).toEqual([
          target,
          403,
          { refused: 'auth/cross-origin' },
        ])
      }
    }
    expect(await stage.stored()).toBe(before)
  })

  it('[T-03] no socket is opened, whoever’s cookie comes with it', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const socket = io(stage.site.url, {
        path: '/socket',
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
        auth: { protocol: PROTOCOL_VERSION },
        extraHeaders: { cookie: secretary.socket?.cookie ?? '', origin },
      })
      const outcome = await new Promise((done) => {
        socket.once('connect', () => done('connected'))
        socket.once('connect_error', () => done('refused'))
      })
      socket.disconnect()
      expect([origin, outcome]).toEqual([origin, 'refused'])
    }
  })
})

describe('addresses', () => {
  it('[S-13] of pages elsewhere are not where a sign-in leads', async () => {
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/./\\evil.example',
      '/a/../\\evil.example',
      '/.//evil.example',
      '/%09/evil.example',
      'javascript:alert(1)',
      '/\n/evil.example',
    ]) {
      const answer = await fetch(`${stage.site.url}/sign-in?to=${encodeURIComponent(to)}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: stage.site.url },
        body: new URLSearchParams({ userName: 'observer3', password: 'huishang-demo' }),
      })
      expect([to, new URL(answer.headers.get('location') ?? '', stage.site.url).origin]).toEqual([
        to,
        stage.site.url,
      ])
    }
  })
})
