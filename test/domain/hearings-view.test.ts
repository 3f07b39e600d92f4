import { describe, expect, it } from 'vitest'
import { mayComment } from '#domain/hearings/commenting.ts'
import { maskName } from '#domain/hearings/masked-name.ts'
import { PHASES, type Phase } from '#domain/hearings/phases.ts'
import { SIGHT_CLASSES } from '#domain/hearings/sight.ts'
import type { Capacity } from '#domain/hearings/types.ts'
import { hearingEntryFor, mayReadHearing, sightOf } from '#domain/hearings/view.ts'
import { ADMINISTRATORS, ROLES } from '#domain/people/actor.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { CAST, hearing, type Hearing } from '../support/hearing-room.ts'
import { personOf } from '../support/meeting-room.ts'
import { MATRIX } from './hearing-matrix.ts'

const [head, ...lines] = MATRIX.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const cells = lines.flatMap(([phase, ...row]) =>
  row.map((cell, index) => [phase as Phase, (head?.[index + 1] ?? '') as Capacity, cell] as const),
)
const whoIs = (capacity: Capacity) => Object.keys(CAST).find((who) => CAST[who] === capacity) ?? ''

function inPhase(phase: Phase): Hearing {
  const h = hearing().to(phase)
  if (phase === 'identity') h.checked()
  if (phase === 'third-parties' || phase === 'questions')
    h.must('chair', { type: 'call-witness', personId: 'witness' })
  return h
}

/** What he sees of a speech by the chair, who may speak in every phase. */
function sees(h: Hearing, who: string, phase: Phase): string {
  if (h.state.status === 'open') h.speak('chair')
  const { state } = h.view(who).shared
  if (state.phase === null) return '-'
  expect(state.phase).toBe(phase)
  if (h.state.status === 'open' && state.floor.speaking === null) return 'x'
  return phase === 'deliberation' ? 't' : 'v'
}

describe('the table of phases and capacities', () => {
  it('[H-41] names every phase and every capacity once', () => {
    expect(lines.map(([phase]) => phase)).toEqual(PHASES)
    expect(head?.slice(1).map((one) => whoIs(one as Capacity))).not.toContain('')
    expect(cells).toHaveLength(PHASES.length * 11)
  })

  it.each(cells)('[H-41] %s, %s: %s', (phase, capacity, cell) => {
    const h = inPhase(phase)
    const who = whoIs(capacity)
    const may = h.view(who).own?.may
    const says = may?.['ask-to-speak'] === null ? 's' : '-'
    const asks = may?.['put-question'] === null ? 'a' : '-'
    const comments = isRefusal(mayComment(h.state, who, h.now())) ? '-' : 'c'
    expect(`${sees(h, who, phase)}${says}${asks}${comments}`).toBe(cell)
  })
})

/** A hearing in which everything has happened that somebody must not see. */
function eventful(): Hearing {
  const h = hearing().to('questions')
  h.must('chair', { type: 'warn', personId: 'third', reason: 'SECRET-WARNING' })
  h.must('party', { type: 'apply-for-recusal', personId: 'm1', reason: 'SECRET-CAUSE' })
  h.must('chair', {
    type: 'rule-on-recusal',
    recusalId: h.state.recusals[0]?.id ?? '',
    granted: false,
    reason: 'SECRET-RULING',
  })
  h.must('m1', { type: 'put-question', to: 'party', text: 'QUESTION' })
  h.speak('party').passage('party', 'PASSAGE')
  h.to('deliberation').speak('m2')
  h.passage('m2', 'INNER-PASSAGE')
  h.must('m1', { type: 'ask-to-speak', alsoFor: [] })
  h.must('chair', {
    type: 'stage-evidence',
    evidenceId: 'INNER-EVIDENCE',
    page: 1,
    zone: null,
    title: 'INNER-TITLE',
  })
  h.opinion('m1', 'tolerate').opinion('m2', 'other').opinion('m3', 'other')
  return h
}

const told = (h: Hearing, who: string, audience: 'person' | 'screen' = 'person') =>
  h.entries.flatMap((entry) => hearingEntryFor({ personId: who, audience }, h.state, entry) ?? [])
const everything = (h: Hearing, who: string, audience: 'person' | 'screen' = 'person') =>
  JSON.stringify([h.view(who, audience).shared, told(h, who, audience)])
const OUTSIDERS = ['investigator', 'party', 'rep', 'third', 'witness', 'expert', 'seat', 'observer']

describe('the deliberation as seen', () => {
  it.each(OUTSIDERS)('[H-31] nothing of it reaches %s, while it lasts and after', (who) => {
    const h = eventful()
    for (const phase of ['deliberation', 'final-statements', 'signing'] as const) {
      h.to(phase)
      for (const audience of ['person', 'screen'] as const) {
        expect(everything(h, who, audience)).not.toMatch(/INNER|OPINION-OF/)
        const { floor } = h.view(who, audience).shared.state
        expect(floor.heard.every((one) => one.phase !== 'deliberation')).toBe(true)
      }
    }
  })

  it('[H-31] nor the office, by view or entry, before the report', () => {
    const h = eventful()
    const viewer = {
      personId: 'office',
      audience: 'person' as const,
      roles: personOf('office', 'leader').roles,
    }
    const entries = h.entries.flatMap((entry) => hearingEntryFor(viewer, h.state, entry) ?? [])
    expect(JSON.stringify([h.view('office', 'person', 'leader').shared, entries])).not.toMatch(
      /INNER|OPINION-OF/,
    )
  })

  it.each(['chair', 'm1', 'recorder'])('[H-31] %s sees it', (who) => {
    const seen = everything(eventful(), who)
    for (const word of ['INNER-PASSAGE', 'INNER-EVIDENCE', 'OPINION-OF-m1']) expect(seen).toContain(word)
  })
})

describe('who sees a hearing', () => {
  it('[H-40] each by his capacity, the office by role', () => {
    const h = hearing().opened()
    const classes = Object.keys(CAST).map((who) => sightOf(h.state, { personId: who, audience: 'person' }))
    expect(classes).toEqual([
      'chair',
      'tribunal',
      'tribunal',
      'tribunal',
      'recorder',
      'handling',
      'party',
      'party',
      'third',
      'witness-outside',
      'expert',
      'third',
      'public',
    ])
    for (const role of ROLES) {
      const seen = mayReadHearing(personOf('x', role), h.state)
      expect([role, seen]).toEqual([role, role === 'secretary' || role === 'leader'])
      if (ADMINISTRATORS.includes(role)) expect(seen).toBe(false)
    }
  })

  it('[H-40] not whom the case is about by office, nor who is recused from it', () => {
    const h = hearing().opened()
    expect(h.refusal('concerned', 'secretary')).toBe('hearing/not-participant')
    const recused = { personId: 'x', audience: 'person' as const, roles: personOf('x', 'leader').roles }
    expect(sightOf(h.state, { ...recused, closedCaseIds: ['case-1'] })).toEqual({ refused: 'access/recused' })
    expect(mayReadHearing(personOf('x', 'leader'), h.state, ['case-1'])).toBe(false)
    expect(hearing().refusal('chair')).toBe('access/not-found')
  })

  it('[H-40] a closed one is not there for a stranger', () => {
    expect(hearing().opened().refusal('stranger')).toBe('hearing/not-participant')
    const cast = Object.fromEntries(Object.entries(CAST).filter(([who]) => who !== 'observer'))
    const closed = hearing({ cast, order: { closedGround: 'privacy' } }).opened()
    expect(closed.refusal('stranger')).toBe('access/not-found')
  })

  it('[H-42] a witness outside sees notice and what is his own', () => {
    const h = eventful()
    const seen = everything(h, 'witness')
    expect(seen).not.toMatch(/ISSUE|QUESTION|PASSAGE|SECRET|CASE-TITLE|WHY-ORDERED|INNER/)
    const { state } = h.view('witness').shared
    expect(state).toMatchObject({ phase: null, participants: [], questions: [], floor: { heard: [] } })
    expect([state.title, state.place, state.notice?.text]).toEqual([
      h.state.title,
      h.state.place,
      'NOTICE-TEXT',
    ])
    expect(h.view('witness').own?.participant).toMatchObject({ ref: h.one('witness').ref, name: '王建国' })
    expect(told(h, 'witness').map((one) => one.type)).toEqual(
      [
        'hearing/notice-served',
        'participant/named',
        'participant/came-in',
        'hearing/opened',
        'participant/identity-checked',
      ].sort(
        (a, b) => h.entries.findIndex((one) => one.type === a) - h.entries.findIndex((one) => one.type === b),
      ),
    )
  })

  it('[H-42] called in he sees what goes on and not what was said before', () => {
    const h = hearing().to('third-parties').speak('third')
    h.passage('third', 'PASSAGE')
    h.must('chair', { type: 'call-witness', personId: 'witness' })
    expect(everything(h, 'witness')).not.toMatch(/PASSAGE|SECRET/)
    h.speak('witness')
    expect(h.view('witness').shared).toMatchObject({
      sight: 'witness-inside',
      state: { floor: { heard: [], speaking: { personId: h.one('witness').ref } } },
    })
    h.passage('witness', 'HIS-OWN')
    h.must('chair', { type: 'release-witness', personId: 'witness' })
    expect(h.view('witness').shared.sight).toBe('witness-outside')
    expect(h.view('witness').own?.passages).toMatchObject([{ text: 'HIS-OWN' }])
    expect(JSON.stringify(told(h, 'witness'))).toContain('HIS-OWN')
  })

  it('[H-43] names masked by class, one’s own never', () => {
    const h = hearing().opened()
    const names = (who: string, ...roles: 'secretary'[]) =>
      h
        .view(who, 'person', ...roles)
        .shared.state.participants.filter(({ ref }) =>
          ['party', 'third', 'witness', 'seat'].some((who) => h.one(who).ref === ref),
        )
        .map((one) => one.name)
    const real = ['陈明', '赵小雨', '王建国', '欧阳建国']
    for (const who of ['chair', 'm1', 'recorder', 'investigator']) expect(names(who)).toEqual(real)
    expect(names('office', 'secretary')).toEqual(real)
    for (const who of ['party', 'rep', 'third', 'expert'])
      expect(names(who)).toEqual(['陈明', '赵小雨', '王某某', '欧阳某某'])
    expect(names('observer')).toEqual(['陈某', '赵某某', '王某某', '欧阳某某'])
    expect(h.view('seat').own?.participant?.name).toBe('欧阳建国')
    expect(JSON.stringify(told(h, 'party'))).not.toMatch(/王建国|BREADTH|body of witness/)
    expect(JSON.stringify(told(h, 'observer'))).not.toMatch(/王建国|陈明|赵小雨/)
  })

  it.each([
    ['王伟', '王某'],
    ['王建国', '王某某'],
    ['欧阳娜', '欧阳某'],
    ['欧阳', '欧某'],
    ['John Smith', 'J…'],
    ['', ''],
  ])('[H-43] %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('[H-44] reasons about people go to the tribunal, the office and the sides as they are told', () => {
    const h = eventful()
    const knows = (who: string) =>
      ['SECRET-WARNING', 'SECRET-CAUSE', 'PASSAGE"', 'QUESTION'].map((word) =>
        everything(h, who).includes(word),
      )
    expect(knows('m1')).toEqual([true, true, true, true])
    expect(knows('investigator')).toEqual([false, true, true, true])
    expect(knows('rep')).toEqual([false, true, true, true])
    expect(knows('expert')).toEqual([false, false, false, true])
    expect(knows('observer')).toEqual([false, false, false, true])
    // Of oneself one is told.
    expect(JSON.stringify(told(h, 'third'))).toContain('SECRET-WARNING')
    expect(JSON.stringify(h.view('third').own)).toContain('SECRET-WARNING')
  })

  it('[H-44] why it went back, was stopped and ended, the sides know and the hall does not', () => {
    const h = hearing().to('debate')
    h.must('chair', { type: 'back-to-phase', phase: 'questions', reason: 'SECRET-BACK' })
    h.must('chair', { type: 'suspend', ground: 'other', reason: 'SECRET-PAUSE', resumeOn: null })
    h.must('chair', { type: 'terminate', ground: 'disorder', reason: 'SECRET-END' })
    for (const who of ['chair', 'investigator', 'party', 'third'])
      for (const word of ['SECRET-BACK', 'SECRET-PAUSE', 'SECRET-END'])
        expect(everything(h, who)).toContain(word)
    for (const who of ['expert', 'observer', 'witness']) expect(everything(h, who)).not.toContain('SECRET')
  })

  it('[H-44] who signed the sides know; why one did not, the tribunal and himself', () => {
    const h = hearing().frozen()
    h.must('chair', { type: 'note-refusal-to-sign', personId: 'party', reason: 'SECRET-REFUSAL' })
    const knows = (who: string) => [
      h.view(who).shared.state.transcript.signatures.length,
      everything(h, who).includes('SECRET'),
    ]
    for (const who of ['chair', 'm1']) expect(knows(who)).toEqual([1, true])
    for (const who of ['investigator', 'third']) expect(knows(who)).toEqual([1, false])
    for (const who of ['expert', 'observer', 'witness']) expect(knows(who)).toEqual([0, false])
    expect(h.view('party').own?.signature?.reason).toBe('SECRET-REFUSAL')
  })

  it('[H-44] entries tell no word that the view does not', () => {
    const h = eventful().to('signing')
    const words = [
      'SECRET-WARNING',
      'SECRET-CAUSE',
      'SECRET-RULING',
      'PASSAGE',
      'QUESTION',
      'ISSUE-ONE',
      'CASE-TITLE',
    ]
    const more = ['WHY-ORDERED', 'BREADTH', 'NOTICE-TEXT', 'handler', '王建国', '陈明', 'body of seat']
    for (const who of Object.keys(CAST)) {
      const viewed = JSON.stringify(h.view(who))
      const entries = JSON.stringify(told(h, who))
      const beyond = [...words, ...more].filter((word) => entries.includes(word) && !viewed.includes(word))
      expect([who, beyond]).toEqual([who, []])
    }
  })

  it('[H-45] made once for a class and a state', () => {
    const h = hearing().opened()
    expect(h.view('m1').shared).toBe(h.view('m2').shared)
    expect(h.view('party').shared).toBe(h.view('rep').shared)
    const before = h.view('party').shared
    h.checked()
    expect(h.view('party').shared).not.toBe(before)
  })

  it('[H-47] sent out he sees nothing until it is closed', () => {
    const h = hearing().to('debate')
    h.must('chair', { type: 'warn', personId: 'party', reason: 'x' })
    h.must('chair', { type: 'expel', personId: 'party', reason: 'x' })
    expect(h.refusal('party')).toBe('hearing/expelled')
    expect(told(h, 'party')).toEqual([])
    h.frozen()
    expect(h.refusal('party')).toBeNull()
    expect(h.attempt('party', h.signing())).toBeNull()
  })

  it('[H-48] the screen shows what the hall may know, whoever opened it', () => {
    const h = eventful()
    for (const who of ['chair', 'recorder', 'm1', 'party']) {
      const view = h.view(who, 'screen')
      expect(view.own).toBeNull()
      expect(view.shared).toBe(h.view('chair', 'screen').shared)
      expect(everything(h, who, 'screen')).not.toMatch(/SECRET|INNER|OPINION|王建国|CASE-TITLE/)
    }
    expect(SIGHT_CLASSES).toContain(h.view('chair', 'screen').shared.sight)
  })
})

describe('comments', () => {
  const refusal = (h: Hearing, who: string, now = h.now()) => {
    const may = mayComment(h.state, who, now)
    return isRefusal(may) ? may.refused : null
  }

  it('[H-49] in the room, checked, not silenced, not sent out', () => {
    const h = hearing().to('debate')
    expect(mayComment(h.state, 'party', h.now())).toEqual({
      capacity: 'party',
      name: '陈明',
      phase: 'debate',
    })
    expect(['chair', 'm1', 'recorder', 'witness'].map((who) => refusal(h, who))).toEqual(
      Array(4).fill('hearing/comments-not-for-you'),
    )
    expect(refusal(h, 'stranger')).toBe('hearing/not-participant')
    h.must('seat', { type: 'go-out' })
    expect(refusal(h, 'seat')).toBe('hearing/not-present')
    h.must('chair', { type: 'mute', personId: 'third', reason: 'x' })
    expect(refusal(h, 'third')).toBe('hearing/muted')
    h.must('chair', { type: 'warn', personId: 'third', reason: 'x' })
    h.must('chair', { type: 'expel', personId: 'third', reason: 'x' })
    expect(refusal(h, 'third')).toBe('hearing/expelled')
    h.must('chair', { type: 'suspend', ground: 'other', reason: 'x', resumeOn: null })
    expect(refusal(h, 'party')).toBe('hearing/suspended')
    const late = hearing().opened('expert').to('debate').comeIn('expert')
    expect(refusal(late, 'expert')).toBe('hearing/identity-unchecked')
    expect(refusal(hearing().to('rights'), 'party')).toBe('hearing/comments-closed')
  })

  it('[H-50] observers after the closing, or live where the chair opened it', () => {
    const h = hearing().to('debate')
    expect(refusal(h, 'observer')).toBe('hearing/observers-comment-after')
    const open = (yes: boolean) => ({ type: 'open-comments-to-observers', open: yes }) as const
    expect(h.attempt('recorder', open(true))).toBe('hearing/not-chair')
    h.must('chair', open(true))
    expect(mayComment(h.state, 'observer', h.now())).toMatchObject({ capacity: 'observer', phase: 'debate' })
    h.must('chair', { type: 'next-phase' })
    expect(refusal(h, 'observer')).toBe('hearing/comments-closed')
    h.must('chair', open(false))
    h.frozen()
    expect(mayComment(h.state, 'observer', h.now())).toMatchObject({ phase: null })
    expect(refusal(h, 'observer', new Date('2026-03-11T00:00:00Z'))).toBe('hearing/corrections-over')
    expect(refusal(h, 'party')).toBe('hearing/ended')
  })
})
