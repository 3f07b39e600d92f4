import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '#domain/record/refusal.ts'
import { NO_FILTER, type SearchFilter } from '#domain/search/entry.ts'
import type { App } from '#server/app.ts'
import { compose } from '#server/compose.ts'
import { createMetrics } from '#server/metrics.ts'
import type { SearchHit, SearchPlace } from '#server/services/search.ts'
import { demoPeople } from '../../prisma/demo/people.ts'
import { hands, must, newCommand, setScene, SECRET, type Scene } from '../access/scene.ts'
import { demoActor } from '../support/actors.ts'
import { openDemoApp } from '../support/app.ts'

let app: App
let close: () => Promise<void>
let scene: Scene

async function search(who: string, words: string, filter: Partial<SearchFilter> = {}, limit = 50) {
  const hits: SearchHit[] = []
  let after: SearchPlace | null = null
  do {
    const page = await app.services.search.find(demoActor(who), {
      ...{ words, after, limit, filter: { ...NO_FILTER, ...filter } },
    })
    hits.push(...page.hits)
    after = page.next
  } while (after !== null && hits.length < 400)
  return hits
}
const ids = async (...asked: Parameters<typeof search>) => (await search(...asked)).map(({ id }) => id)
/** Each text of the scene holds one of them. */
const SIGNS = [...'的意事纪']
const everybody = demoPeople.map(({ userName }) => userName)

beforeAll(async () => {
  ;({ app, close } = await openDemoApp())
  scene = await setScene(app)
  await hands(app).write(`minutes/${scene.minutes}/text`, SECRET.minutes, 'secretary')
  await app.searchSettled()
}, 120_000)
afterAll(() => close())

describe('a search', () => {
  it('[Z-01] finds cases, texts, evidence, meetings, hearings, minutes and people', async () => {
    expect(await ids('secretary', '房租')).toContain(`case/${scene.case}/facts`)
    expect(await ids('secretary', '租')).toContain(`case/${scene.case}/facts`)
    expect((await ids('secretary', '容错〔2026〕1号'))[0]).toBe(`case/${scene.case}`)
    expect(await ids('secretary', '材料', { kind: 'evidence' })).toContain(
      `case/${scene.case}/evidence/${scene.evidence}`,
    )
    expect(await ids('secretary', '已散之会')).toEqual(
      expect.arrayContaining([`meeting/${scene.pastMeeting}`, `minutes/${scene.minutes}`]),
    )
    expect(await ids('secretary', '听证', { kind: 'hearing' })).toContain(`hearing/${scene.heard}`)
    const [someone] = demoPeople.filter(({ userName }) => userName === 'organization1')
    expect(await ids('discipline1', someone?.name ?? '')).toContain('person/organization1')
  })

  it('[Z-02] marks the words and says what the hit belongs to', async () => {
    const [hit] = await search('secretary', SECRET.otherCase, { kind: 'document' })
    expect(hit).toMatchObject({
      id: `case/${scene.otherCase}/facts`,
      kind: 'document',
      state: 'in-consultation',
    })
    expect(hit?.passage?.marks).toEqual([[0, SECRET.otherCase.length]])
    expect(hit?.context).toContain('容错〔2026〕')
  })

  it('[Z-02] filters by kind, state, year and body, and pages without a repetition', async () => {
    const all = await ids('secretary', '容错')
    expect(new Set(all).size).toBe(all.length)
    expect(await ids('secretary', '容错', {}, 2)).toEqual(all)
    for (const kind of ['case', 'document'] as const)
      expect((await search('secretary', '容错', { kind })).every((hit) => hit.kind === kind)).toBe(true)
    const state = 'in-consultation'
    expect((await search('secretary', '容错', { state })).every((hit) => hit.state === state)).toBe(true)
    expect(await ids('secretary', '容错', { year: 1999 })).toEqual([])
    expect(await ids('secretary', '容错〔2026〕1号', { bodyId: 'political' })).toContain(`case/${scene.case}`)
    expect(await ids('secretary', '容错〔2026〕1号', { bodyId: 'unit' })).toEqual([])
  })

  it('[Z-03] shows every account exactly the texts that it may open', async () => {
    const names = [
      ...[scene.case, scene.otherCase, scene.pastCase].flatMap((id) =>
        ['facts', 'applicant-statement', 'verification-report', 'opinion-discipline']
          .concat(['opinion-organization', 'opinion-political'])
          .map((part) => `case/${id}/${part}`),
      ),
      `minutes/${scene.minutes}/text`,
      `hearing/${scene.heard}/transcript`,
    ]
    let shown = 0
    for (const who of everybody) {
      const kinds = ['document', 'minutes'] as const
      const asked = SIGNS.flatMap((sign) => kinds.map((kind) => ids(who, sign, { kind })))
      const found = new Set((await Promise.all(asked)).flat())
      const readable = new Set<string>()
      for (const name of names)
        if (!isRefusal(await app.services.documents.access(demoActor(who), name))) readable.add(name)
      for (const name of names)
        if (found.has(name)) expect([who, name, readable.has(name)]).toEqual([who, name, true])
      for (const name of readable) {
        const { content } = (await app.services.documents.read(demoActor(who), name)) as { content: string }
        const isThere = SIGNS.some((sign) => content.includes(sign))
        if (isThere && !name.endsWith('transcript'))
          expect([who, name, found.has(name)]).toEqual([who, name, true])
        if (isThere) shown += 1
      }
    }
    expect(shown).toBeGreaterThan(50)
  })

  it('[Z-03] shows every account exactly the cases that open to it, and the meetings of its list', async () => {
    const query = { search: '', stage: null, sort: 'number', descending: false, page: 1 } as const
    const all = await app.services.cases.list(demoActor('secretary'), query)
    expect(all.total).toBe(all.rows.length)
    for (const who of everybody) {
      const actor = demoActor(who)
      const listed = new Set<string>()
      for (const { id } of all.rows)
        if (!isRefusal(await app.services.cases.view(actor, id))) listed.add(`case/${id}`)
      const found = new Set((await ids(who, '〔2026〕')).filter((id) => /^case\/[^/]+$/.test(id)))
      for (const id of found) expect([who, id, listed.has(id)]).toEqual([who, id, true])
      for (const id of listed) expect([who, id, found.has(id)]).toEqual([who, id, true])
      const meetings = new Set((await app.services.meetings.list(actor)).map(({ id }) => `meeting/${id}`))
      expect(new Set(await ids(who, '会', { kind: 'meeting' }))).toEqual(meetings)
    }
  })

  it('[Z-03] has nothing of a case for administrators, and nobody finds people who may not use the directory', async () => {
    for (const who of ['sysadmin', 'secadmin', 'auditor'])
      for (const words of ['容错', '的', '会', SECRET.otherCase])
        expect((await ids(who, words)).filter((id) => !id.startsWith('person/'))).toEqual([])
    for (const who of ['applicant', 'auditor', 'recorder', 'witness'])
      expect(await ids(who, '演示', { kind: 'person' })).toEqual([])
  })

  it('[Z-03] of an applicant finds what his page tells, not what departments write', async () => {
    const found = await ids('applicant', '的')
    expect(found).not.toContain(`case/${scene.case}/facts`)
    expect(found.every((id) => !/opinion|verification|draft|condition/.test(id))).toBe(true)
    expect(await ids('applicant', '容错〔2026〕1号')).toContain(`case/${scene.case}`)
  })

  it('[Z-04] tells of what is withheld neither a hit nor that there would be more', async () => {
    const page = await app.services.search.find(demoActor('political1'), {
      ...{ words: SECRET.draftOpinion.slice(0, 6), after: null, limit: 1, filter: NO_FILTER },
    })
    expect(page).toEqual({ hits: [], next: null })
  })
})

describe('the moment rights change, whatever the index knows yet', () => {
  it('[Z-03] a recusal takes its case out', async () => {
    const other = 'political2'
    const kind = 'document'
    expect(await ids(other, SECRET.otherCase, { kind })).toEqual([`case/${scene.otherCase}/facts`])
    await hands(app).meeting(other, scene.meeting, {
      type: 'recuse-myself',
      itemId: scene.item2,
      reason: '回避',
    })
    expect(await ids(other, SECRET.otherCase)).toEqual([])
    expect(await ids('political1', SECRET.otherCase, { kind })).toEqual([`case/${scene.otherCase}/facts`])
  })

  it('[Z-03] an opinion withdrawn is sealed again, and words taken out before it was submitted are shown to nobody', async () => {
    const hand = hands(app)
    const caseId = 'case-welfare-home'
    const name = `case/${caseId}/opinion-political`
    const submit = () =>
      hand.case('political1', caseId, { type: 'submit-opinion', stands: STANDS, clauses: [] })
    const STANDS = Object.fromEntries(
      must(await app.services.cases.view(demoActor('secretary'), caseId)).state.subjects.map(
        ({ id }) => [id, 'MITIGATED'] as const,
      ),
    )
    await hand.write(name, '先写后删之辛壬癸', 'political1')
    await app.searchSettled()
    expect(await ids('political1', '先写后删')).toEqual([name])
    expect(await ids('organization1', '先写后删')).toEqual([])

    await hand.write(name, '定稿之言', 'political1')
    await submit()
    // The index has the old words yet; the text that may be read has not.
    for (const who of everybody) expect([who, await ids(who, '先写后删')]).toEqual([who, []])
    await app.searchSettled()
    expect(await ids('organization1', '定稿之言')).toEqual([name])
    for (const who of everybody) expect([who, await ids(who, '先写后删')]).toEqual([who, []])

    await hand.case('political1', caseId, { type: 'withdraw-opinion', reason: '再议' })
    expect(await ids('organization1', '定稿之言')).toEqual([])
    expect(await ids('political1', '定稿之言')).toEqual([name])
  })

  it('[Z-05] what was registered and written is found soon', async () => {
    const hand = hands(app)
    const id = newCommand()
    await app.services.cases.register(demoActor('secretary'), id, {
      particulars: {
        ...{
          kind: 'tolerance',
          title: '新收之癸亥案',
          summary: '摘要甲子',
          situations: [],
          source: 'petition',
        },
        ...{ complexity: [], trigger: { matter: '', organ: '', date: null } },
        subjects: [{ id: 's', kind: 'person', name: '某乙', unit: '', position: '', role: 'leader' }],
      },
      bodyIds: ['discipline'],
      applicantIds: [],
    })
    await hand.write(`case/${id}/facts`, '事实乙丑', 'secretary')
    await app.searchSettled()
    expect(await ids('discipline1', '癸亥')).toEqual([`case/${id}`])
    expect(await ids('discipline1', '甲子')).toEqual([`case/${id}/particulars`])
    expect(await ids('discipline1', '乙丑')).toEqual([`case/${id}/facts`])
    expect(await ids('organization1', '乙丑')).toEqual([])
    await hand.case('secretary', id, { type: 'invite-body', bodyId: 'organization' })
    await app.searchSettled()
    expect(await ids('organization1', '乙丑')).toEqual([`case/${id}/facts`])
  })
})

describe('the index', () => {
  it('[Z-05] that was lost is made anew at the next start, and is the same', async () => {
    const site = await openDemoApp()
    await setScene(site.app)
    await site.app.searchSettled()
    const found = async (services: App['services']) => {
      const query = { words: '容错', after: null, limit: 50, filter: NO_FILTER }
      return services.search.find(demoActor('secretary'), query)
    }
    const before = await found(site.app.services)
    expect(before.hits.length).toBeGreaterThan(10)
    await site.app.stop()
    for (const end of ['', '-wal', '-shm']) rmSync(join(site.directory, `search.db${end}`), { force: true })
    const again = await compose(site.env, site.log, createMetrics())
    await again.searchSettled()
    expect(await found(again.services)).toEqual(before)
    await again.stop()
    rmSync(site.directory, { recursive: true, force: true })
  }, 180_000)
})
