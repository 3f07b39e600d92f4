import { describe, expect, test } from 'vitest'
import { hearingEntryFor } from '#domain/hearings/entries.ts'
import { EVIDENCE_LIST, papersFor, paragraphsOf, readersFor } from '#domain/hearings/served-papers.ts'
import { evidenceList, paperTitle, servableParts } from '#domain/hearings/servable.ts'
import type { PaperReader, PinnedPaper } from '#domain/hearings/types.ts'
import { caseFile, frozen } from '../support/case-world.ts'
import { CAST, hearing, office, type Hearing } from '../support/hearing-room.ts'

const paper = (part: string, ...readers: PaperReader[]): PinnedPaper => ({
  ...{ part, title: part, versionId: `v-${part}`, hash: `h-${part}`, paragraphs: 3 },
  readers,
})
const FACTS = paper('facts', 'party', 'third-party')
const PUBLIC = paper('verification-report', 'public-seat', 'expert')
const DRAFT = paper('draft-decision')

const served = (...papers: PinnedPaper[]) => {
  const play = hearing().named()
  play.must(office(), play.noticeOf({ papers }))
  return play
}
const seenBy = (play: Hearing, personId: string, audience: 'person' | 'screen' = 'person') =>
  papersFor(play.state, { personId, audience, roles: [] }).map(({ part }) => part)

describe('papers served with the notice', () => {
  test('[H-128] stand with it, by version and hash', () => {
    const play = served(FACTS, DRAFT)
    expect(play.state.status).toBe('noticed')
    expect(play.state.papers).toMatchObject([
      { part: 'facts', versionId: 'v-facts', hash: 'h-facts', late: false },
      { part: 'draft-decision', versionId: 'v-draft-decision' },
    ])
    // One that may not be served takes the notice with it: both or neither.
    const refused = hearing().named()
    const order = refused.noticeOf({ papers: [paper('opinion-discipline', 'party')] })
    expect(refused.attempt(office(), order)).toBe('hearing/paper-not-for-them')
    expect(refused.state.notice).toBeNull()
  })

  test('[H-128] follow it until the closing, by whoever prepares the hearing', () => {
    const order = { type: 'serve-papers', papers: [FACTS] } as const
    expect(hearing().named().attempt(office(), order)).toBe('hearing/not-noticed')
    const play = served()
    for (const who of ['m1', 'recorder', 'investigator', 'party', 'observer'])
      expect([who, play.attempt(who, order)]).toEqual([who, 'access/denied'])
    play.must('chair', order)
    expect(play.attempt(office(), order)).toBe('hearing/papers-already-served')
    expect(hearing().frozen().attempt(office(), order)).toBe('hearing/ended')
  })

  test('[H-129] are opened by those who conduct it, all, and by each side what is for it', () => {
    const play = served(FACTS, PUBLIC, DRAFT)
    const all = ['facts', 'verification-report', 'draft-decision']
    const seen = Object.fromEntries(Object.keys(CAST).map((who) => [who, seenBy(play, who)]))
    expect(seen).toEqual({
      ...{ chair: all, m1: all, m2: all, m3: all, recorder: all, investigator: all },
      ...{ party: ['facts'], rep: ['facts'], third: ['facts'] },
      ...{ expert: ['verification-report'], seat: ['verification-report'] },
      ...{ witness: [], observer: [] },
    })
    expect(seenBy(play, 'chair', 'screen')).toEqual([])
    expect(seenBy(play, 'stranger')).toEqual([])
    const inOffice = { personId: 'office', audience: 'person' as const, roles: office().roles }
    expect(papersFor(play.state, inOffice)).toHaveLength(3)
  })

  test('[H-129] stand in each person’s own view and in nobody’s of the class', () => {
    const play = served(FACTS, DRAFT)
    for (const who of Object.keys(CAST)) {
      const { shared, own } = play.view(who)
      expect([who, shared.state.papers]).toEqual([who, []])
      expect(own?.papers.map(({ part }) => part)).toEqual(seenBy(play, who))
      if (!seenBy(play, who).includes('draft-decision'))
        expect(JSON.stringify(play.view(who))).not.toContain('v-draft-decision')
    }
  })

  test('[H-129] tell a witness and the hall nothing, a side only that there are some', () => {
    const play = served(FACTS, DRAFT)
    const entry = play.entries.find(({ type }) => type === 'papers/served')
    if (!entry) throw new Error('no entry')
    const toldTo = (personId: string) =>
      hearingEntryFor({ personId, audience: 'person', roles: [] }, play.state, entry)
    expect(toldTo('witness')).toBeNull()
    expect(toldTo('observer')).toBeNull()
    expect(toldTo('party')?.payload).toEqual({ papers: [], late: false })
    expect(toldTo('recorder')).toBe(entry)
  })

  test('[H-129] whoever was taken off opens nothing any more', () => {
    const play = served(FACTS)
    play.must(office(), { type: 'remove-participant', personId: 'third', reason: '不再参加' })
    expect(seenBy(play, 'third')).toEqual([])
  })

  test('[H-129] opinions and the draft stay with those who conduct the hearing', () => {
    for (const part of ['opinion-discipline', 'draft-decision']) expect(readersFor(part)).toEqual([])
    for (const part of ['facts', 'verification-report', 'symposium-1', EVIDENCE_LIST])
      expect(readersFor(part)).toHaveLength(4)
  })

  test('[H-130] are late after the last day of the notice, and keep their place when served to more', () => {
    const play = served(FACTS)
    const [first] = play.state.papers
    play.on('2026-03-11T12:00:00Z').must(office(), { type: 'serve-papers', papers: [DRAFT] })
    play.on('2026-03-12T01:00:00Z').must(office(), {
      type: 'serve-papers',
      papers: [PUBLIC, { ...FACTS, readers: ['expert'] }],
    })
    expect(play.state.papers.map(({ part, late }) => [part, late])).toEqual([
      ['facts', false],
      ['draft-decision', false],
      ['verification-report', true],
    ])
    expect(play.state.papers[0]).toMatchObject({ id: first?.id, readers: ['party', 'third-party', 'expert'] })
  })
})

describe('what of a case can be served', () => {
  test('[H-128] is what was submitted, and the list of the evidence there is', () => {
    const file = caseFile().verifying()
    expect(servableParts(file.state)).toEqual([])
    file.must('handler', { type: 'submit-document', part: 'facts', frozen: frozen('v1') })
    file.must('secretary', { type: 'submit-document', part: 'verification-report', frozen: frozen('v2') })
    file.must('secretary', { type: 'reopen-document', part: 'verification-report', reason: '补充' })
    file.opinion('political')
    const piece = {
      id: 'e1',
      title: '合同',
      fileName: 'a.pdf',
      mediaType: '',
      bytes: 1,
      sha256: 'ab'.repeat(32),
    }
    file.must('handler', { type: 'add-evidence', piece })
    expect(servableParts(file.state)).toEqual([
      { part: 'facts', frozen: frozen('v1') },
      { part: 'opinion-political', frozen: frozen('v1') },
      { part: EVIDENCE_LIST, frozen: null },
    ])
    const list = paragraphsOf(evidenceList(file.state))
    expect(list).toHaveLength(2)
    expect(list[1]).toContain('合同')
    expect(paperTitle('opinion-political', file.state, () => '政法委')).toBe('政法委意见')
    file.must('handler', { type: 'withdraw-evidence', evidenceId: 'e1', reason: '有误' })
    expect(servableParts(file.state).map(({ part }) => part)).not.toContain(EVIDENCE_LIST)
  })

  test('[H-132] paragraphs are the blocks that hold words', () => {
    const text = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [text('二'), text('三')] }] }
    const doc = { content: [text('一'), { type: 'paragraph', content: [] }, list] }
    expect(paragraphsOf(doc)).toEqual(['一', '二三'])
  })
})
