import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from './attempts.ts'
import { ROLES } from './matrix.ts'
import { hands, SECRET } from './scene.ts'
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
] as const

beforeAll(async () => {
  stage = await openStage()
  const hand = hands(stage.site.app)
  await hand.write(`minutes/${stage.scene.minutes}/text`, SECRET.minutes, 'secretary')
  await hand.write(`hearing/${stage.scene.hearing}/transcript`, '笔录之密子丑寅', 'recorder')
  await stage.site.app.searchSettled()
  for (const [role, who] of Object.entries(ROLES)) if (who) visitors.set(role, await stage.come(who))
})

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
