import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seen as lessUnseen } from '#domain/record/seen.ts'
import { demoActor } from '../support/actors.ts'
import type { Visitor } from './attempts.ts'
import { hands, must, newCommand } from './scene.ts'
import { openStage, type Stage } from './stage.ts'

/** What a program can type that no keyboard would. */

let stage: Stage
let secretary: Visitor

beforeAll(async () => {
  stage = await openStage()
  secretary = await stage.come('secretary')
})

afterAll(() => stage.close())

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

  it('[R-15] [P-18] come back as they were typed, and are text in every page', async () => {
    const { services, documents } = stage.site.app
    const hand = hands(stage.site.app)
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
      source: 'petition',
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
    const named = lessUnseen(fits(200)).trim()
    const [subject] = particulars.subjects
    expect(state).toMatchObject({
      ...particulars,
      title: named,
      subjects: [{ ...subject, name: named, unit: named, position: named }],
      trigger: { ...particulars.trigger, matter: named, organ: named },
      conditions: [{ text: fits(1000) }],
      findings: [{ reason: fits(2000) }],
      evidence: [{ title: named }],
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
    const download = await secretary.request(`/cases/${caseId}/evidence/${piece?.id ?? ''}`, {
      method: 'POST',
      body: new URLSearchParams({ reason: '附卷' }),
    })
    expect([download.status, await download.text()]).toEqual([200, '内容'])

    const { meeting, item2 } = stage.scene
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
    expect(stage.site.logged).toEqual([])
  })

  it('[R-15] that are too long, torn or no text are refused by every field', async () => {
    const stream = `case/${stage.scene.case}`
    const long = '字'.repeat(10_000)
    const before = await stage.stored()
    for (const reason of [long, '\ud800', 'a\u0000b', '', '   ', null, 7, { toString: 'x' }, ['x']]) {
      const asked = [
        await secretary.command(stream, {
          type: 'move',
          to: 'returned',
          reason: reason === '' || reason === '   ' ? null : reason,
        }),
        await secretary.command(stream, { type: 'link-case', caseId: stage.scene.otherCase, reason }),
        await secretary.command(stream, {
          type: 'set-condition',
          conditionId: null,
          subjectId: 'deng',
          text: reason,
          met: 'met',
          evidenceIds: [],
        }),
        await secretary.command(`meeting/${stage.scene.meeting}`, {
          type: 'apply-for-recusal',
          itemId: stage.scene.item2,
          personId: 'political2',
          reason,
        }),
        await secretary.command(`minutes/${stage.scene.minutes}`, { type: 'return-to-draft', reason }),
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
      pollId: stage.scene.poll,
      box: { votedIds: ['chair'], counts: { EXEMPT: 9 }, choices: { chair: 'EXEMPT' } },
    }
    expect(await (await stage.come('discipline1')).command(`meeting/${stage.scene.voting}`, forged)).toBe(
      'meeting/not-secretary',
    )
    const submitted = {
      type: 'submit-document',
      part: 'verification-report',
      frozen: { versionId: stage.scene.opinionVersion, hash: 'forged' },
    }
    expect(await stage.stored()).toBe(before)
    expect(await secretary.command(stream, submitted)).toBe('done')
    const { state } = must(await stage.site.app.services.cases.view(demoActor('secretary'), stage.scene.case))
    expect(state.documents.find(({ part }) => part === 'verification-report')?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(stage.site.logged).toEqual([])
  })
})
