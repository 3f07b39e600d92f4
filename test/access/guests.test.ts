import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Capacity } from '#domain/hearings/types.ts'
import { cookieOf, HEARING, invite } from '../support/guest.ts'
import { must } from '../support/hearing-by-services.ts'
import { MemberSocket } from '../support/member-socket.ts'
import { AT_THE_BALLOT, CASE_ASKS, FORMS, MEETING_ASKS, MINUTES_ASKS } from './asks.ts'
import { Visitor, type Outcome } from './attempts.ts'
import { MESSAGES, PAGES } from './matrix.ts'
import { rowsOf } from './read-matrix.ts'
import { newCommand, setScene, type Scene } from './scene.ts'
import { openAccessSite, type AccessSite } from './site.ts'
import { aimedAt, dataOf, wordsFoundIn } from './sweep.ts'

/**
 * People without an account, at the demo's hearing, which has not begun: every row of the matrix tried as three of them.
 * What is not of their hearing leads them back to it (pages) or is not there (forms, messages); what is of it stands here.
 */
const GUESTS = ['third-party', 'witness', 'observer'] as const satisfies readonly Capacity[]

const [done, denied, unknown] = ['done', 'access/denied', 'access/not-found'] as const
const OF_THE_HEARING: Readonly<Record<string, readonly [Outcome, Outcome, Outcome]>> = {
  'GET /hearings/:hearing': [done, done, done],
  'GET /hearings/:hearing/notice': [done, done, done],
  'POST /hearings/:hearing/notice': [done, done, done],
  'GET /hearings/:hearing/exhibits': [done, done, done],
  'GET /hearings/:hearing/exhibits/:evidence': [denied, denied, denied],
  'GET /hearings/:hearing/exhibits/:evidence/view': [denied, denied, denied],
  'GET /hearings/:hearing/exhibits/:evidence/words': [denied, denied, denied],
  'POST /hearings/:hearing/exhibits/:evidence': [denied, denied, denied],
  'GET /hearings/:hearing/papers': [done, done, done],
  'GET /hearings/:hearing/papers/:paper': [unknown, unknown, unknown],
  'GET /hearings/:hearing/papers/:paper/text': [unknown, unknown, unknown],
  'GET /hearings/:hearing/screen': [done, done, done],
  'GET /hearings/:hearing/prepare': [denied, denied, denied],
  'POST /hearings/:hearing/prepare#name': [denied, denied, denied],
  'POST /hearings/:hearing/prepare#remove': [denied, denied, denied],
  'POST /hearings/:hearing/prepare#papers': [denied, denied, denied],
  'POST /hearings/:hearing/prepare#serve': [denied, denied, denied],
  'POST /hearings/:hearing/prepare#postpone': [denied, denied, denied],
  'POST /hearings/:hearing/prepare#cancel': [denied, denied, denied],
  'GET /hearings/:hearing/guests': [denied, denied, denied],
  'POST /hearings/:hearing/guests#name': [denied, denied, denied],
  'POST /hearings/:hearing/guests#issue': [denied, denied, denied],
  'POST /hearings/:hearing/guests#revoke': [denied, denied, denied],
}
/** Everybody's, guests or not. */
const EVERYBODYS: Readonly<Record<string, Outcome>> = {
  'GET /sign-out': 'led on',
  'GET /language': 'led on',
  'POST /language': 'done',
  'GET /invited': 'done',
  'POST /invited': 'invitation/not-valid',
}

let site: AccessSite
let scene: Scene
let guests: readonly Visitor[]

beforeAll(async () => {
  site = await openAccessSite()
  scene = await setScene(site.app)
  guests = await Promise.all(
    GUESTS.map(async (capacity) => {
      const { token } = await invite(site.app, { name: `受邀${capacity}`, capacity })
      const { cookie } = must(await site.app.invited.enter({ token }, '10.2.0.1'))
      return new Visitor(site, await MemberSocket.connect(site.url, capacity, cookieOf(cookie)))
    }),
  )
  await site.lockDoor()
})
afterAll(async () => {
  for (const { socket } of guests) socket?.disconnect()
  await site.close()
})

const tried = (attempt: (guest: Visitor) => Promise<Outcome>) => Promise.all(guests.map(attempt))
const all = (outcome: Outcome) => GUESTS.map(() => outcome)
const aimed = (target: string) => aimedAt(scene)(target)
const isPage = (heading: string) =>
  heading === 'root' || site.build.routes[`routes/${heading}`]?.module.default !== undefined

const rows = rowsOf(PAGES).map((row) => [row.name, row] as const)

describe('pages', () => {
  it.each(rows.filter(([name]) => name.startsWith('GET ')))('[S-63] %s', async (name, { heading }) => {
    const path = aimed(name.slice('GET '.length))
    const known = EVERYBODYS[name]
    const expected = known ? all(known) : (OF_THE_HEARING[name] ?? all('led on'))
    expect(name.includes(':hearing') && !(name in OF_THE_HEARING) ? 'stands in no table' : name).toBe(name)
    expect(await tried((guest) => guest.get(isPage(heading) ? dataOf(path) : path))).toEqual(expected)
    // As a browser first asks for it; the loader alone, as a program may.
    if (expected[0] === 'led on') {
      expect(await tried((guest) => guest.get(path))).toEqual(all('led on'))
      const alone = `${dataOf(path)}${path.includes('?') ? '&' : '?'}_routes=${encodeURIComponent(`routes/${heading}`)}`
      expect(await tried((guest) => guest.get(alone))).toEqual(all('led on'))
    }
  })

  it.each(rows.filter(([name]) => name.startsWith('POST ') && name !== 'POST /sign-out'))(
    '[S-63] %s',
    async (name) => {
      const target = name.slice('POST '.length)
      const [path = ''] = target.split('#')
      const known = EVERYBODYS[name]
      const expected = known ? all(known) : (OF_THE_HEARING[name] ?? all('access/not-found'))
      expect(name.includes(':hearing') && !(name in OF_THE_HEARING) ? 'stands in no table' : name).toBe(name)
      const fields = FORMS[target]
      const send = (guest: Visitor, to: string) =>
        fields ? guest.post(aimed(to), fields(scene)) : guest.upload(aimed(to))
      expect(await tried((guest) => send(guest, fields ? `${path}.data` : path))).toEqual(expected)
    },
  )

  it('[S-63] by strange addresses show nothing of other matters', async () => {
    const title = must(
      await site.app.services.cases.view(
        {
          personId: 'secretary',
          name: '',
          bodyId: null,
          bodyName: null,
          roles: [{ role: 'secretary', bodyId: '' }],
        },
        scene.otherCase,
      ),
    ).state.title
    const own = `/hearings/${HEARING}`
    for (const path of [
      `${own}/../../cases`,
      `${own}/%2e%2e/%2e%2e/cases`,
      `${own}%2f..%2f..%2fcases`,
      `${own}/..%5c..%5ccases`,
      `${own}//cases`,
      '//cases',
      '/CASES',
      '/cases/',
      '/%63ases',
      `/cases/${scene.otherCase}?_data=routes%2F_app.cases.%24caseId`,
      `${own}?_data=routes%2F_app.cases._index`,
      `${own}.data?_routes=routes%2F_app.cases._index`,
      `${own}.data?_routes=root%2Croutes%2F_app.workbench`,
      `/hearings/${scene.heard}/transcript`,
      `/hearings/${HEARING}x`,
    ])
      for (const guest of guests) {
        const answer = await guest.request(path)
        const text = await answer.text()
        expect([path, answer.status < 500, wordsFoundIn(text, [title, '邓某容错案'])]).toEqual([
          path,
          true,
          [],
        ])
      }
  })
})

describe('messages', () => {
  it.each(rowsOf(MESSAGES).map((row) => [`${row.heading} ${row.name}`, row] as const))(
    '[S-63] %s',
    async (_, { heading, name }) => {
      const [target = '', audience] = aimed(name).split('#')
      const ask = (guest: Visitor): Promise<Outcome> => {
        switch (heading) {
          case 'room/join':
            return guest.ask(heading, { stream: target, ...(audience && { audience }) })
          case 'comments/join':
            return guest.ask(heading, { hearingId: target, after: 0 })
          case 'remarks/join':
            return guest.ask(heading, { name: target, after: 0 })
          case 'remarks/readers':
            return guest.ask(heading, { name: target })
          case 'document/open':
            return guest.ask(heading, { name: target, stateVector: new Uint8Array([0]) })
          case 'document/update':
            return guest.ask(heading, { id: 0, update: new Uint8Array([0, 0]) })
          default:
            return guest.ask(heading, {
              ...{ meetingId: target, commandId: newCommand(), pollId: scene.poll, choice: 'EXEMPT' },
            })
        }
      }
      const expected = ((): readonly Outcome[] => {
        if (heading === 'document/update') return all('document/unknown')
        if (name === 'hearing/:hearing') return all('done')
        // A witness hears nothing of what others say (F-37).
        return name === ':hearing' ? ['done', 'access/not-found', 'done'] : all('access/not-found')
      })()
      expect(await tried(ask)).toEqual(expected)
    },
  )

  it('[S-63] to another hearing are not there', async () => {
    const { heard } = scene
    const said = { type: 'comment', text: '意见', issueId: null, evidenceId: null, paragraph: null }
    const stateVector = new Uint8Array([0])
    for (const ask of [
      (guest: Visitor) => guest.ask('room/join', { stream: `hearing/${heard}` }),
      (guest: Visitor) => guest.ask('comments/join', { hearingId: heard, after: 0 }),
      (guest: Visitor) => guest.ask('document/open', { name: `hearing/${heard}/transcript`, stateVector }),
      (guest: Visitor) => guest.command(`hearing/${heard}`, { type: 'register-as-observer' }),
      (guest: Visitor) => guest.command(`comments/${heard}`, said),
    ])
      expect(await tried(ask)).toEqual(all('access/not-found'))
  })

  it('[S-63] of every command of cases, meetings and minutes are not there', async () => {
    const streams = [
      [CASE_ASKS, () => `case/${scene.case}`],
      [
        MEETING_ASKS,
        (type: string) =>
          `meeting/${AT_THE_BALLOT.some((one) => one === type) ? scene.voting : scene.meeting}`,
      ],
      [MINUTES_ASKS, () => `minutes/${scene.minutes}`],
    ] as const
    for (const [asks, streamOf] of streams)
      for (const [type, make] of Object.entries(asks as Record<string, (at: Scene) => object>))
        expect([type, await tried((guest) => guest.command(streamOf(type), make(scene)))]).toEqual([
          type,
          all('access/not-found'),
        ])
  })
})
