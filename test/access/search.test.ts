import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UNREGISTERED } from '#domain/cases/evidence-types.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { demoActor } from '../support/actors.ts'
import { chinesePdf } from '../support/chinese-pdf.ts'
import type { Visitor } from './attempts.ts'
import { ROLES } from './matrix.ts'
import { hands, must, newCommand, SECRET } from './scene.ts'
import { openStage, type Stage } from './stage.ts'
import { dataOf } from './sweep.ts'

/** The search as a side door: what somebody may not see is for him the same as what there is not. */

let stage: Stage
const visitors = new Map<string, Visitor>()

/** Words that stand in one place each, and who may open that place (the columns of the matrix). */
const PLACES = [
  { words: SECRET.draftOpinion, who: [] },
  { words: SECRET.otherCase, who: ['d1', 'd3', 'aud', 'sec', 'cha', 'lea'] },
  { words: SECRET.minutes, who: ['d1', 'aud', 'sec', 'cha', 'lea', 'p3'] },
  { words: '笔录之密子丑寅', who: [] },
  // On the organization department's draft: none of the roles is of that body.
  { words: '密批金木水', who: [] },
] as const
const IN_FILE = '密件火土日'
let piece: string

beforeAll(async () => {
  stage = await openStage()
  const hand = hands(stage.site.app)
  await hand.write(`minutes/${stage.scene.minutes}/text`, SECRET.minutes, 'secretary')
  await hand.write(`hearing/${stage.scene.hearing}/transcript`, '笔录之密子丑寅', 'recorder')
  const { case: caseId } = stage.scene
  const { remarks, evidence } = stage.site.app.services
  must(
    await remarks.execute(demoActor('organization1'), `case/${caseId}/opinion-organization`, newCommand(), {
      type: 'remark',
      anchor: null,
      text: '密批金木水',
      mentions: [],
    }),
  )
  const stream = Readable.from([Buffer.from(chinesePdf('首页', IN_FILE))])
  const file = { title: '密件', fileName: '密件.pdf', stream }
  piece = must(await evidence.add(demoActor('secretary'), caseId, newCommand(), file)).evidenceId
  await hand.case('secretary', caseId, {
    ...{ type: 'describe-evidence', evidenceId: piece, title: '密件', reason: '涉密' },
    register: { ...UNREGISTERED, classification: 'restricted', readerBodyIds: ['discipline'] },
  })
  await stage.site.app.searchSettled()
  for (const [role, who] of Object.entries(ROLES)) if (who) visitors.set(role, await stage.come(who))
  // Files are read by processes of their own, which wait for everybody else.
}, 180_000)

afterAll(() => stage.close())

const hitsFor = async (visitor: Visitor, words: string) =>
  (await visitor.request(`/search/hits?q=${encodeURIComponent(words)}`)).text()

const NOTHING = JSON.stringify({ hits: [], bodies: {} })

describe('the search, to every role', () => {
  it('[Z-03] [Z-04] answers for what is withheld as for what there is not, byte for byte', async () => {
    for (const { words, who } of PLACES)
      for (const [role, visitor] of visitors) {
        const may = (who as readonly string[]).includes(role)
        const full = await hitsFor(visitor, words)
        if (may) expect([role, words, full.includes('"passage":{"text"')]).toEqual([role, words, true])
        // The recorder of the hearing writes its transcript; the organization department its opinion.
        else if (!(role === 'rec' && words.startsWith('笔录')))
          expect([role, words, full]).toEqual([role, words, NOTHING])
        const piece = await hitsFor(visitor, words.slice(-2))
        expect([role, words, piece.includes(words)]).toEqual([
          role,
          words,
          may || (role === 'rec' && words.startsWith('笔录')),
        ])
      }
  })

  it('[Z-04] [Z-22] has the words of a restricted file for who may open it, and quotes them to nobody', async () => {
    let opened = 0
    for (const [role, visitor] of visitors) {
      const who = ROLES[role as keyof typeof ROLES]
      const may =
        who !== null &&
        !isRefusal(await stage.site.app.services.evidence.mayOpen(demoActor(who), stage.scene.case, piece))
      for (const words of [IN_FILE, IN_FILE.slice(0, 3)]) {
        const answer = await hitsFor(visitor, words)
        if (may)
          expect([role, answer.includes(`${piece}/text`), answer.includes('"page":2')]).toEqual([
            role,
            true,
            true,
          ])
        else expect([role, answer]).toEqual([role, NOTHING])
        const page = await (
          await visitor.request(dataOf(`/search?q=${encodeURIComponent(words.slice(-2))}`))
        ).text()
        expect([role, page.includes(IN_FILE)]).toEqual([role, false])
      }
      if (may) opened += 1
    }
    expect(opened).toBeGreaterThan(1)
  })

  it('[Z-04] tells no number of hits, and its pages tell no more than its dialog', async () => {
    for (const [role, visitor] of visitors) {
      const page = await (await visitor.request(dataOf(`/search?q=${encodeURIComponent('丁戊')}`))).text()
      const may = (PLACES[1].who as readonly string[]).includes(role)
      expect([role, page.includes(SECRET.otherCase)]).toEqual([role, may])
      expect(page).not.toMatch(/"total"|"count"/)
    }
  })

  it('[Z-01] takes whatever is typed for words', async () => {
    const visitor = visitors.get('sec')
    if (!visitor) throw new Error('nobody came')
    const odd = [
      '"',
      '" OR ""="',
      '\'; DROP TABLE "entry"; --',
      'NEAR(a b, 2)',
      '\u0000',
      '%_',
      '*'.repeat(300),
      '𠮷'.repeat(60),
    ]
    for (const words of odd)
      for (const path of ['/search/hits', '/search']) {
        const answer = await visitor.request(
          `${path}?q=${encodeURIComponent(words)}&kind=${encodeURIComponent(words)}&after=${encodeURIComponent(words)}&body=${encodeURIComponent(words)}&year=${encodeURIComponent(words)}`,
        )
        expect([words, path, answer.status]).toEqual([words, path, 200])
      }
    for (const after of ['title.9999999999999999', 'anywhere.', 'title.0', 'other.1', 'anywhere.-1'])
      expect((await visitor.request(`/search?q=${encodeURIComponent('容')}&after=${after}`)).status).toBe(200)
    expect(stage.site.logged).toEqual([])
  })
})
