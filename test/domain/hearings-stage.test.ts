import { describe, expect, it } from 'vitest'
import { commentsOnScreen } from '#domain/comments/on-screen.ts'
import type { SeenComment } from '#domain/comments/view.ts'
import { UNREGISTERED } from '#domain/cases/evidence-types.ts'
import { mayOpenExhibit } from '#domain/hearings/exhibits.ts'
import { draftTranscript, recordedFacts } from '#domain/hearings/paper-draft.ts'
import { paperFact } from '#domain/hearings/paper-facts.ts'
import { spotByKey, zoneBetween, zoneByKey } from '#app/components/exhibits/zones.ts'
import { hearing, type Hearing } from '../support/hearing-room.ts'

const show = (page = 1, over: object = {}) =>
  ({ type: 'stage-evidence', evidenceId: 'e1', page, zone: null, title: '会议纪要', ...over }) as const

const inside = (h: Hearing) => h.to('debate')

describe('what is on stage', () => {
  it('[H-140] the hall and the screen learn that something is shown and by whom, nothing else', () => {
    const h = inside(hearing())
    h.must('chair', show(3, { zone: { x: 10, y: 20, width: 300, height: 400 } }))
    for (const view of [h.view('observer'), h.view('chair', 'screen')]) {
      expect(view.shared.state.staged).toMatchObject({ evidenceId: '', page: 1, zone: null, by: 'chair' })
      expect(JSON.stringify(view.shared)).not.toMatch(/e1|会议纪要/)
    }
    expect(h.view('party').shared.state.staged).toMatchObject({ evidenceId: 'e1', page: 3 })
  })

  it('[H-140] whoever opened it to them, they are shown it, and it is told so in the record', () => {
    const h = inside(hearing())
    h.must('recorder', show(3, { toHall: true }))
    for (const view of [h.view('observer'), h.view('chair', 'screen')])
      expect(view.shared.state.staged).toMatchObject({ evidenceId: 'e1', page: 3 })
    expect(
      mayOpenExhibit('screen', h.state, 'chair', { id: 'e1', addedBy: 'x', register: UNREGISTERED }),
    ).toBe(true)
    expect(
      mayOpenExhibit('public', h.state, 'observer', { id: 'e1', addedBy: 'x', register: UNREGISTERED }),
    ).toBe(true)
    expect(
      mayOpenExhibit('screen', h.state, 'chair', { id: 'e2', addedBy: 'chair', register: UNREGISTERED }),
    ).toBe(false)
  })

  it('[H-141] chair and recorder open it to the hall, and turning pages leaves it so', () => {
    const h = inside(hearing())
    h.speak('party')
    expect(h.attempt('party', show(1, { toHall: true }))).toBe('hearing/not-recorder')
    h.must('party', show())
    h.must('chair', show(1, { toHall: true }))
    expect(h.state.staged).toMatchObject({ toHall: true, by: 'party' })
    h.must('party', show(2))
    expect(h.state.staged).toMatchObject({ page: 2, toHall: true, by: 'party' })
    expect(h.attempt('party', show(2, { toHall: false }))).toBe('hearing/not-recorder')
    h.must('party', show(1, { evidenceId: 'e2' }))
    expect(h.state.staged?.toHall).toBe(false)
    h.must('party', show(1))
    expect(h.state.staged?.toHall).toBe(false)
  })

  it('[H-142] a piece that is not there for him nobody shows, and only who may show learns so', () => {
    const h = inside(hearing())
    expect(h.attempt('chair', show(1, { title: null }))).toBe('evidence/unknown')
    expect(h.attempt('party', show(1, { title: null }))).toBe('floor/not-yours')
    expect(h.state.staged).toBeNull()
  })
})

describe('what was on stage', () => {
  function shownTwice(): Hearing {
    const h = inside(hearing())
    h.speak('party')
    h.must('party', show(1))
    h.must('party', show(2, { zone: { x: 100, y: 205, width: 500, height: 250 } }))
    h.must('chair', show(1, { evidenceId: 'e2', title: '示意图' }))
    h.must('chair', { type: 'clear-stage' })
    return h
  }

  it('[H-143] each showing is one fact: the piece, its pages and places, by whom, when and in which phase', () => {
    const h = shownTwice()
    const { state } = h
    const source = { part: 'transcript', state, comments: [] } as const
    const placed = recordedFacts(source).filter(({ kind }) => kind === 'exhibit')
    expect(placed.map(({ section }) => section)).toEqual([6, 6])
    const [first = [], second = []] = placed.map(({ ref }) => paperFact(source, 'exhibit', ref))
    expect(first.map(({ text }) => text)).toEqual([
      '《会议纪要》',
      '质证辩论',
      '第1页；第2页（指明左起10%、上起21%，宽50%、高25%处）',
    ])
    expect(first[0]?.label).toMatch(/^\d+时\d\d分至\d+时\d\d分 当事人陈明出示证据$/)
    expect(second.map(({ text }) => text)).toEqual(['《示意图》', '质证辩论', '第1页'])
    expect(JSON.stringify(draftTranscript({ state, comments: [] }))).toContain('"exhibit"')
  })

  it('[H-143] what left the stage with its phase has an end; of the deliberation nothing is told', () => {
    const h = inside(hearing())
    h.must('chair', show(1))
    h.to('deliberation')
    expect(h.state.shown.at(-1)?.until).not.toBeNull()
    h.must('chair', show(1, { evidenceId: 'inner', title: '合议用' }))
    const { state } = h
    const source = { part: 'transcript', state, comments: [] } as const
    expect(recordedFacts(source).filter(({ kind }) => kind === 'exhibit')).toHaveLength(1)
    expect(paperFact(source, 'exhibit', state.shown.at(-1)?.id ?? '')).toEqual([])
    expect(h.view('party').shared.state.shown).toHaveLength(1)
    expect(h.view('chair').shared.state.shown).toHaveLength(2)
    expect(h.view('observer').shared.state.shown).toEqual([])
  })

  it('[H-144] who reads the transcript opens what was shown, and nothing of the deliberation', () => {
    const h = shownTwice()
    h.to('deliberation')
    h.must('chair', show(1, { evidenceId: 'inner' }))
    const opens = (sight: Parameters<typeof mayOpenExhibit>[0], id: string) =>
      mayOpenExhibit(sight, h.state, 'somebody', { id, addedBy: 'x', register: UNREGISTERED })
    expect(opens('party', 'e1') && opens('third', 'e2')).toBe(true)
    for (const sight of ['expert', 'public', 'screen', 'witness-inside', 'witness-outside'] as const)
      expect([sight, opens(sight, 'e1')]).toEqual([sight, false])
    expect(opens('party', 'inner')).toBe(false)
    expect(opens('party', 'never')).toBe(false)
  })
})

const comment = (id: string, over: Partial<SeenComment>): SeenComment => ({
  id,
  authorId: 'a',
  authorName: '甲',
  capacity: 'observer',
  text: id,
  tie: { phase: 'debate', issueId: null, evidenceId: null, paragraph: null },
  at: '2026-03-02T01:00:00.000Z',
  status: 'admitted',
  reason: '',
  answer: null,
  mergedInto: null,
  support: 0,
  ...over,
})

it('[Q-40] the screen shows a few of this phase, open ones first, then by support, then the newest', () => {
  const all = [
    comment('answered', { status: 'answered', support: 9 }),
    comment('old', {}),
    comment('new', { at: '2026-03-02T02:00:00.000Z' }),
    comment('wanted', { support: 3 }),
    comment('waiting', { status: 'waiting', support: 99 }),
    comment('held', { status: 'held', support: 99 }),
    comment('earlier', { tie: { phase: 'questions', issueId: null, evidenceId: null, paragraph: null } }),
  ]
  expect(commentsOnScreen(all, 'debate', 3).map(({ id }) => id)).toEqual(['wanted', 'new', 'old'])
  expect(commentsOnScreen(all, 'debate', 9).map(({ id }) => id)).toEqual(['wanted', 'new', 'old', 'answered'])
})

describe('a place on a page', () => {
  it('[H-148] is the frame between two corners, whichever came first; a slip of the hand is none', () => {
    const zone = { x: 100, y: 200, width: 300, height: 50 }
    expect(zoneBetween({ x: 100, y: 200 }, { x: 400, y: 250 })).toEqual(zone)
    expect(zoneBetween({ x: 400, y: 200 }, { x: 100, y: 250 })).toEqual(zone)
    expect(zoneBetween({ x: 100, y: 200 }, { x: 105, y: 900 })).toBeNull()
  })

  it('[H-148] moved and sized by keys it stays on the page', () => {
    let zone = { x: 960, y: 0, width: 40, height: 990 }
    for (const [key, sizes] of [
      ['ArrowRight', false],
      ['ArrowUp', false],
      ['ArrowRight', true],
      ['ArrowDown', true],
      ['ArrowDown', true],
    ] as const)
      zone = zoneByKey(zone, key, sizes) ?? zone
    expect(zone).toEqual({ x: 960, y: 0, width: 40, height: 1000 })
    expect(zoneByKey(zone, 'a', false)).toBeNull()
    expect(spotByKey(null, 'ArrowLeft')).toEqual({ x: 480, y: 500 })
    expect(spotByKey({ x: 1000, y: 0 }, 'ArrowRight')).toEqual({ x: 1000, y: 0 })
  })
})
