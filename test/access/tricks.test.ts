import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { io } from 'socket.io-client'
import * as Y from 'yjs'
import { isRefusal } from '#domain/record/refusal.ts'
import { decodePresence, encodePresence } from '#protocol/presence.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { demoActor } from '../support/actors.ts'
import { Visitor } from './attempts.ts'
import { FORMS } from './asks.ts'
import { UNANSWERED } from './matrix.ts'
import { hands, must, newCommand, setScene, type Scene } from './scene.ts'
import { openAccessSite, type AccessSite } from './site.ts'
import { addressesOf, aimedAt, dataOf } from './sweep.ts'

/** What a program can send that no page of ours would. */

let site: AccessSite
let scene: Scene
let secretary: Visitor
const visitors: Visitor[] = []

async function come(who: string | null): Promise<Visitor> {
  const visitor = await Visitor.come(site, who)
  visitors.push(visitor)
  return visitor
}

/** Rows of every table that an attempt could have changed; the records of access and sessions may grow. */
async function everythingStored(): Promise<string> {
  const { client } = site.database
  return JSON.stringify(
    await Promise.all([
      client.recordEntry.count(),
      client.documentUpdate.count(),
      client.documentVersion.count(),
      client.pollRoll.findMany({ orderBy: [{ pollId: 'asc' }, { personId: 'asc' }] }),
      client.person.findMany({ orderBy: { id: 'asc' } }),
      client.roleTerm.findMany({ orderBy: { id: 'asc' } }),
      client.body.count(),
      client.task.findMany({ orderBy: { id: 'asc' } }),
      client.caseRow.findMany({ orderBy: { id: 'asc' } }),
    ]),
  )
}

beforeAll(async () => {
  site = await openAccessSite()
  scene = await setScene(site.app)
  secretary = await come('secretary')
})

afterAll(async () => {
  for (const { socket } of visitors) socket?.disconnect()
  await site.close()
})

describe('from elsewhere', () => {
  const ELSEWHERE: readonly Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { origin: '', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]

  it('[S-12] no form is taken, whoever’s cookie comes with it', async () => {
    const before = await everythingStored()
    for (const headers of ELSEWHERE) {
      for (const [target, fields] of Object.entries(FORMS)) {
        const path = aimedAt(scene)(target.split('#')[0] ?? '')
        const body = new URLSearchParams()
        for (const [name, value] of Object.entries(fields(scene)))
          for (const one of [value].flat()) body.append(name, one)
        const { socket } = secretary
        const answer = await fetch(site.url + path, {
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
    expect(await everythingStored()).toBe(before)
  })

  it('[T-03] no socket is opened, whoever’s cookie comes with it', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const socket = io(site.url, {
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

describe('reading', () => {
  it('[P-10] changes nothing, at any address, by GET or HEAD', async () => {
    const before = await everythingStored()
    for (const path of addressesOf(scene)) {
      await (await secretary.request(path)).text()
      await (await secretary.request(dataOf(path))).text()
      await secretary.request(path, { method: 'HEAD' })
    }
    const intents = [
      'intent=regenerate',
      'intent=disable&personId=observer1',
      'code=XXXXXX',
      'everywhere=1',
      'language=en',
      'commandId=access-get-1',
    ]
    for (const path of [
      '/sign-out',
      '/language',
      '/cases/new',
      `/minutes/${scene.minutes}`,
      `/meetings/${scene.meeting}/check-in`,
      '/administration/people',
    ])
      for (const intent of intents) await (await secretary.request(`${path}?${intent}`)).text()
    expect(await everythingStored()).toBe(before)
    expect(await secretary.get('/workbench')).toBe('done')
  })
})

describe('names', () => {
  const long = 'a'.repeat(5_000)
  const DOCUMENTS = [
    'case/:case/opinion-discipline/../facts',
    'case/:case/facts/../opinion-discipline',
    'case/:case/opinion-discipline/',
    'case/:case//opinion-discipline',
    '/case/:case/opinion-discipline',
    'case/:case/opinion-discipline\u0000',
    'case/:case/opinion-discipline%00',
    'case/:case/opinion\u2010discipline',
    'case/:case/ｏpinion-discipline',
    'case/:case/OPINION-discipline',
    'CASE/:case/facts',
    'case/../:case/facts',
    'case/%2e%2e/facts',
    'case/:case/__proto__',
    'case/:case/constructor',
    'case/:case/toString',
    'case/:case/facts;x',
    'case/:case/facts\n',
    'case/:case',
    'case',
    '',
    'minutes/:minutes',
    'minutes/:minutes/facts',
    'minutes/:case/text',
    'case/:minutes/facts',
    'meeting/:meeting/text',
    'case/:otherCase/../:case/facts',
    `case/:case/${long}`,
    `case/${long}/facts`,
    'case/:case/\u202Estcaf',
    'case/:case/事实',
  ]

  it('[T-10] of documents that are none open nothing', async () => {
    const outsider = await come('organization1')
    for (const name of DOCUMENTS.map(aimedAt(scene))) {
      const outcome = await outsider.ask('document/open', { name, stateVector: new Uint8Array([0]) })
      expect([name, ['input/invalid', 'access/not-found', 'document/unknown'].includes(outcome)]).toEqual([
        name,
        true,
      ])
    }
    for (const name of [null, 7, {}, [], ['case/x/facts'], undefined])
      expect(await outsider.ask('document/open', { name, stateVector: new Uint8Array([0]) })).toBe(
        'input/invalid',
      )
    expect(await outsider.ask('document/open', 'case')).toBe('input/invalid')
    expect(site.logged).toEqual([])
  })

  it('[P-11] in an address lead nowhere and break nothing', async () => {
    const words = [
      '..',
      '%2e%2e',
      '%2F',
      '%2f..%2f',
      '%00',
      '%0a',
      '%ff',
      '%E4%BA',
      '__proto__',
      'constructor',
      long,
      '%F0%9F%92%A9',
      "'%20OR%201=1--",
      '%3Cscript%3E',
      'opinion-discipline%2F..%2Ffacts',
      'facts%2F..%2Fopinion-discipline',
      '*',
      '.',
      'null',
      '-1',
    ]
    const PATHS = [
      '/cases/%',
      '/cases/%/evidence',
      '/cases/%/evidence/%',
      '/cases/:case/evidence/%',
      '/cases/:case/versions/%',
      '/cases/:case/dossier/%',
      '/meetings/%',
      '/meetings/%/entries',
      '/meetings/%/record.txt',
      '/meetings/%/calendar.ics',
      '/meetings/%/screen',
      '/minutes/%',
      '/minutes/%/print',
      '/minutes/new?meeting=%',
      '/meetings/new?case=%',
      '/meetings/case-search?search=%',
      '/cases?search=%',
      '/cases?sort=%&page=%&stage=%',
      '/cases/:case/versions/facts?v=%&with=%',
      '/administration/audit?part=%&page=%',
      '/sign-in?to=%',
      '/meetings/:meeting/entries?after=%',
      '/%',
    ]
    for (const path of PATHS)
      for (const word of words) {
        const address = aimedAt(scene)(path.replaceAll('%', word))
        for (const asked of [address, dataOf(address)]) {
          const answer = await secretary.request(asked)
          const text = await answer.text()
          expect([asked.slice(0, 120), answer.status < 500, text.includes('纪检监察机关意见')]).toEqual([
            asked.slice(0, 120),
            true,
            false,
          ])
        }
      }
    expect(site.logged).toEqual([])
  })

  it('[S-13] of pages elsewhere are not where a sign-in leads', async () => {
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/%09/evil.example',
      'javascript:alert(1)',
      '/\n/evil.example',
    ]) {
      const answer = await fetch(`${site.url}/sign-in?to=${encodeURIComponent(to)}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: site.url },
        body: new URLSearchParams({ userName: 'observer3', password: 'huishang-demo' }),
      })
      expect([to, new URL(answer.headers.get('location') ?? '', site.url).origin]).toEqual([to, site.url])
    }
  })
})

describe('words', () => {
  const HOSTILE = [
    `'; DROP TABLE "RecordEntry"; --`,
    '" OR ""="',
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '</script><script>alert(2)</script>',
    '{{constructor.constructor("alert(1)")()}}',
    '\u202Eתירבע txet\u202C مرحبا',
    '👩‍👩‍👧‍👦🏳️‍🌈👍🏽𠮷𡈽',
    'é e\u0301 ﬁ',
    'a\tb',
    '%00 \\u0000 \\ud800',
    '$& $1 \\1',
    '☃'.repeat(40),
  ]
  const all = HOSTILE.join(' ')
  const fits = (length: number) =>
    HOSTILE.join(' ')
      .slice(0, length)
      .replace(/[\ud800-\udbff]$/, '')
      .trim()

  it('[R-15] [P-12] come back as they were typed, and are text in every page', async () => {
    const { services, documents } = site.app
    const hand = hands(site.app)
    const actor = demoActor('secretary')
    const long = (all + ' ')
      .repeat(40)
      .slice(0, 9_990)
      .replace(/[\ud800-\udbff]$/, '')
      .trim()
    const particulars = {
      kind: 'tolerance',
      title: fits(200),
      summary: long,
      situations: [fits(900)],
      source: 'other',
      complexity: [],
      subjects: [
        { id: 's1', kind: 'person', name: fits(200), unit: fits(200), position: fits(200), role: 'leader' },
      ],
      trigger: { matter: fits(200), organ: fits(200), date: null },
    } as const
    const body = new URLSearchParams({
      ...(Object.fromEntries(
        Object.entries(particulars).filter(([, value]) => typeof value === 'string'),
      ) as Record<string, string>),
      situations: particulars.situations[0],
      'trigger.matter': fits(200),
      'trigger.organ': fits(200),
      'trigger.date': '',
      ...Object.fromEntries(
        Object.entries(particulars.subjects[0]).map(([name, value]) => [`subjects.0.${name}`, value]),
      ),
      bodyIds: 'discipline',
      applicantIds: 'applicant',
      commandId: 'access-hostile-words',
    })
    const answer = await secretary.request('/cases/new', { method: 'POST', body })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/cases/access-hostile-words'])
    const caseId = 'access-hostile-words'
    await hand.case('secretary', caseId, { type: 'move', to: 'accepted', reason: fits(2000) })
    await hand.case('secretary', caseId, {
      type: 'set-condition',
      conditionId: null,
      subjectId: 's1',
      text: fits(1000),
      met: 'unclear',
      evidenceIds: [],
    })
    await hand.case('chair', caseId, {
      type: 'record-finding',
      criterion: 'look-nature',
      side: 'unclear',
      reason: fits(2000),
      evidenceIds: [],
    })
    await hand.write(`case/${caseId}/facts`, long, 'secretary')
    const upload = new FormData()
    upload.set('commandId', newCommand())
    upload.set('title', fits(200))
    upload.set('file', new Blob(['内容']), `${fits(60).replace(/[\t"]/g, ' ')}.txt`)
    expect(
      (await secretary.request(`/cases/${caseId}/evidence/add`, { method: 'POST', body: upload })).status,
    ).toBe(200)

    const { state } = must(await services.cases.view(actor, caseId))
    expect(state).toMatchObject({
      ...particulars,
      conditions: [{ text: fits(1000) }],
      findings: [{ reason: fits(2000) }],
      evidence: [{ title: fits(200) }],
    })
    expect(JSON.parse((await documents.read(`case/${caseId}/facts`)).content)).toMatchObject({
      content: [{ content: [{ text: long }] }],
    })
    for (const path of ['', '/dossier/facts', '/evidence', '/findings', '/record', '/amend']) {
      const page = await (await secretary.request(`/cases/${caseId}${path}`)).text()
      expect([path, page.includes('<script>alert('), page.includes('<img src=x')]).toEqual([
        path,
        false,
        false,
      ])
    }
    const [piece] = state.evidence
    const download = await secretary.request(`/cases/${caseId}/evidence/${piece?.id ?? ''}?download`)
    expect([download.status, await download.text()]).toEqual([200, '内容'])

    const { meeting, item2 } = scene
    await hand.meeting('discipline2', meeting, { type: 'state', stand: 'FOR', reason: fits(2000) })
    await hand.meeting('political2', meeting, {
      type: 'apply-for-recusal',
      itemId: item2,
      personId: 'political1',
      reason: fits(2000),
    })
    const seen = await hand.seenMeeting('chair', meeting)
    expect(seen.items[0]?.statements.at(-1)?.reason).toBe(fits(2000))
    for (const path of ['', '/record', '/screen', '/record.txt']) {
      const page = await secretary.request(`/meetings/${meeting}${path}`)
      const text = await page.text()
      if (path !== '/record.txt') expect([path, text.includes('<script>alert(')]).toEqual([path, false])
      else expect(page.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    }
    expect(site.logged).toEqual([])
  })

  it('[R-15] that are too long, torn or no text are refused by every field', async () => {
    const stream = `case/${scene.case}`
    const long = '字'.repeat(10_000)
    const before = await everythingStored()
    for (const reason of [long, '\ud800', 'a\u0000b', '', '   ', null, 7, { toString: 'x' }, ['x']]) {
      const asked = [
        await secretary.command(stream, {
          type: 'move',
          to: 'returned',
          reason: reason === '' || reason === '   ' ? null : reason,
        }),
        await secretary.command(stream, { type: 'link-case', caseId: scene.otherCase, reason }),
        await secretary.command(stream, {
          type: 'set-condition',
          conditionId: null,
          subjectId: 'deng',
          text: reason,
          met: 'met',
          evidenceIds: [],
        }),
        await secretary.command(`meeting/${scene.meeting}`, {
          type: 'apply-for-recusal',
          itemId: scene.item2,
          personId: 'political2',
          reason,
        }),
        await secretary.command(`minutes/${scene.minutes}`, { type: 'return-to-draft', reason }),
      ]
      expect([reason, ...new Set(asked)]).toEqual([reason, 'input/invalid'])
    }
    for (const command of [
      null,
      'move',
      { type: '__proto__' },
      { type: 'constructor' },
      { type: 'register' },
      { type: 'list' },
      { type: 'record-decision' },
      [],
    ])
      expect(await secretary.command(stream, command as object)).toBe('input/invalid')
    // Instructions are the server's own: whatever a client adds to a command is not read.
    const forged = {
      type: 'close-ballot',
      pollId: scene.poll,
      box: { votedIds: ['chair'], counts: { EXEMPT: 9 }, choices: { chair: 'EXEMPT' } },
    }
    expect(await (await come('discipline1')).command(`meeting/${scene.voting}`, forged)).toBe(
      'meeting/not-secretary',
    )
    const submitted = {
      type: 'submit-document',
      part: 'facts',
      frozen: { versionId: scene.opinionVersion, hash: 'forged' },
    }
    expect(await everythingStored()).toBe(before)
    expect(await secretary.command(stream, submitted)).toBe('done')
    const { state } = must(await site.app.services.cases.view(demoActor('secretary'), scene.case))
    expect(state.documents.find(({ part }) => part === 'facts')?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(site.logged).toEqual([])
  })
})

describe('people', () => {
  it('[T-40] [T-41] cannot take another’s name or cursor in a text', async () => {
    const name = `case/${scene.case}/draft-decision`
    const [writer, forger] = [await come('discipline1'), await come('organization1')]
    const opened = await writer.socket?.openDocument(name)
    const forging = await forger.socket?.openDocument(name)
    const cursor = (clientId: number, user: object) =>
      encodePresence([{ clientId, clock: 1, state: { user, cursor: { anchor: 1 } } }])
    writer.socket?.tell('document/presence', { id: opened?.id, update: cursor(4711, {}) })
    const entries = () =>
      (writer.socket?.frames ?? [])
        .filter(({ event }) => event === 'document/presence')
        .flatMap(({ message }) => decodePresence(new Uint8Array(message['update'] as Uint8Array)))
    const chair = { id: 'chair', name: '陈立', body: '演示市纪委监委', color: '#000000' }
    forger.socket?.tell('document/presence', { id: forging?.id, update: cursor(4711, chair) })
    forger.socket?.tell('document/presence', { id: forging?.id, update: cursor(4712, chair) })
    await expect.poll(() => entries().length, { timeout: 5_000 }).toBeGreaterThan(0)
    for (const { clientId, state } of entries())
      expect([clientId, state?.['user']]).toEqual([
        4712,
        expect.objectContaining({ id: 'organization1', name: '孙丽' }),
      ])
  })

  it('[T-57] who opened nothing do nothing with messages that nobody answers', async () => {
    const before = await everythingStored()
    const [stranger, writer] = [await come('witness'), await come('discipline2')]
    const opened = await writer.socket?.openDocument(`case/${scene.case}/draft-decision`)
    const from = writer.socket?.frames.length ?? 0
    for (const event of UNANSWERED)
      for (const message of [
        { id: opened?.id, update: new Uint8Array([1, 5, 1, 2, 123, 125]) },
        { stream: `meeting/${scene.meeting}` },
        null,
        'x',
        { id: -1 },
      ])
        stranger.socket?.tell(event, message)
    expect(await stranger.ask('room/join', { stream: `meeting/${scene.meeting}` })).toBe('access/not-found')
    expect(writer.socket?.frames.slice(from).filter(({ event }) => event === 'document/revoked')).toEqual([])
    expect(await everythingStored()).toBe(before)
  })

  it('[T-05] [R-46] whose account is disabled lose page and socket at once, and cannot come back', async () => {
    const [administrator, gone] = [await come('sysadmin'), await come('organization3')]
    expect(await gone.ask('room/join', { stream: `meeting/${scene.meeting}` })).toBe('done')
    expect(
      await administrator.post('/administration/people.data', {
        intent: 'disable',
        personId: 'organization3',
      }),
    ).toBe('done')
    await expect
      .poll(() => gone.socket?.frames.some(({ event }) => event === 'session/closed'), { timeout: 5_000 })
      .toBe(true)
    expect(await gone.get('/workbench')).toBe('sign in')
    expect(await gone.post('/language', { language: 'en', to: '/' })).toBe('led on')
    await expect(come('organization3')).rejects.toThrow('401')
    expect(
      await administrator.post('/administration/people.data', {
        intent: 'enable',
        personId: 'organization3',
      }),
    ).toBe('done')
    // The session of before stays ended.
    expect(await gone.get('/workbench')).toBe('sign in')
  })

  it('[T-33] whose role is taken away lose with it what it opened, in the middle of a page', async () => {
    const [administrator, former] = [await come('secadmin'), await come('discipline3')]
    await expect.poll(() => former.ask('room/join', { stream: `case/${scene.case}` })).toBe('done')
    const opinion = `case/${scene.case}/opinion-discipline`
    const opened = await former.socket?.openDocument(opinion)
    const accounts = must(await site.app.services.people.everybody(demoActor('secadmin')))
    const term = accounts.find(({ id }) => id === 'discipline3')?.roles[0]?.id ?? ''
    expect(await administrator.post('/administration/roles.data', { intent: 'end', roleTermId: term })).toBe(
      'done',
    )
    await expect
      .poll(() => former.socket?.frames.some(({ event }) => event === 'document/revoked'), { timeout: 5_000 })
      .toBe(true)
    const doc = new Y.Doc()
    doc.getXmlFragment('default').push([new Y.XmlElement('paragraph')])
    expect(await former.ask('document/update', { id: opened?.id, update: Y.encodeStateAsUpdate(doc) })).toBe(
      'document/unknown',
    )
    expect(await former.ask('document/open', { name: opinion, stateVector: new Uint8Array([0]) })).toBe(
      'access/not-found',
    )
    // He still handles the case, and no longer speaks for his body.
    expect(
      await former.command(`case/${scene.case}`, {
        type: 'record-finding',
        criterion: 'look-nature',
        side: 'unclear',
        reason: '仍想认定',
        evidenceIds: [],
      }),
    ).toBe('access/denied')
  })

  it('[T-70] a vote sent by two pages at once counts once', async () => {
    const pages = await Promise.all([come('political1'), come('political1'), come('political1')])
    const told = await Promise.all(
      pages.map((page, index) =>
        page.socket?.ask<{ receipt: string }>('ballot/cast', {
          meetingId: scene.voting,
          pollId: scene.poll,
          choice: index === 0 ? 'EXEMPT' : 'NOT_TOLERATED',
          commandId: newCommand(),
        }),
      ),
    )
    expect(told.filter((one) => one?.ok)).toHaveLength(1)
    expect(
      told
        .filter((one) => one && !one.ok)
        .map((one) => one && !one.ok && isRefusal(one.refusal) && one.refusal.refused),
    ).toEqual(['ballot/already-voted', 'ballot/already-voted'])
    expect(
      await site.database.client.pollBallot.count({ where: { pollId: scene.poll, personId: 'political1' } }),
    ).toBe(1)
  })
})
