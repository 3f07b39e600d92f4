import { describe, expect, it } from 'vitest'
import type { RefusalCode } from '#domain/record/refusal.ts'
import type { FloorKind } from '#domain/meetings/types.ts'
import { itemFor, room, votes } from '../support/meeting-room.ts'

const ids = (r: ReturnType<typeof room>) => r.state.items.map((item) => item.id)

describe('the list of items', () => {
  const three = () => room({ items: [itemFor('i1'), itemFor('i2'), itemFor('i3')] })

  it('[A-01] chair and secretaries reorder what is pending; items up or ended keep their places', () => {
    const r = three()
    expect(r.attempt('m2', { type: 'reorder-items', itemIds: ['i3', 'i2', 'i1'] })).toBe(
      'meeting/not-secretary',
    )
    r.must('sec', { type: 'reorder-items', itemIds: ['i3', 'i2', 'i1'] })
    expect(ids(r)).toEqual(['i3', 'i2', 'i1'])
    r.opened().openItem('i2')
    r.must('chair', { type: 'reorder-items', itemIds: ['i1', 'i3'] })
    expect(ids(r)).toEqual(['i1', 'i2', 'i3'])
    r.must('chair', { type: 'reorder-items', itemIds: ['i3', 'i2', 'i1'] })
    expect(ids(r)).toEqual(['i3', 'i2', 'i1'])
  })

  it.each<[string, string[], RefusalCode]>([
    ['one left out', ['i1', 'i2'], 'agenda/unknown-item'],
    ['one unknown', ['i1', 'i2', 'i3', 'x'], 'agenda/unknown-item'],
    ['one twice', ['i1', 'i2', 'i2'], 'input/invalid'],
  ])('[A-01] refused: %s', (_title, itemIds, code) => {
    expect(three().attempt('chair', { type: 'reorder-items', itemIds })).toBe(code)
  })

  const proposal = (n: string) =>
    ({ type: 'propose-item', caseId: `case-${n}`, caseTitle: `title of ${n}`, item: itemFor(n) }) as const

  it('[A-02] a secretary or member proposes, the chair consents or declines', () => {
    const r = room()
    expect(r.attempt('att', proposal('i7'))).toBe('meeting/not-a-member-due')
    r.must('sec', proposal('i7'))
    r.must('m2', proposal('i8'))
    expect(ids(r)).toEqual(['i1', 'i2'])
    const [seven, eight] = r.state.proposedItems
    if (!seven || !eight) throw new Error('proposals')
    const accept = { type: 'accept-item', proposalId: seven.id, item: itemFor('i7') } as const
    expect(r.attempt('sec', accept)).toBe('agenda/chair-consent-needed')
    expect(r.attempt('chair', { ...accept, item: itemFor('i9') })).toBe('agenda/unknown-item')
    expect(r.attempt('chair', { ...accept, proposalId: 'x' })).toBe('agenda/unknown-item')
    r.must('chair', accept)
    expect(r.attempt('m2', { type: 'decline-item', proposalId: eight.id, reason: 'x' })).toBe(
      'meeting/not-chair',
    )
    r.must('chair', { type: 'decline-item', proposalId: eight.id, reason: '下次再议' })
    expect(r.state.proposedItems).toEqual([])
    expect(ids(r)).toEqual(['i1', 'i2', 'i7'])
    expect(r.item('i7')).toMatchObject({ phase: 'pending', caseId: 'case-i7' })
  })

  it('[A-03] what the chair adds is on the agenda at once', () => {
    const r = room()
    r.must('chair', proposal('i7'))
    expect(ids(r)).toEqual(['i1', 'i2', 'i7'])
    expect(r.entries.at(-1)).toMatchObject({ type: 'agenda/item-added', payload: { proposalId: null } })
  })

  it('[A-04] a case stands once on the agenda', () => {
    const r = room()
    expect(r.attempt('chair', proposal('i1'))).toBe('agenda/already-listed')
    r.must('sec', proposal('i7'))
    expect(r.attempt('m2', proposal('i7'))).toBe('agenda/already-listed')
    r.must('chair', proposal('i7'))
    expect(r.state.proposedItems).toEqual([])
  })
})

describe('the course of an item', () => {
  it('[A-05] one item at a time, opened by the chair in an open meeting', () => {
    const open = (itemId: string, presenterId: string | null = null) =>
      ({ type: 'open-item', itemId, presenterId }) as const
    expect(room().attempt('chair', open('i1'))).toBe('meeting/not-open')
    const r = room().opened()
    expect(r.attempt('sec', open('i1'))).toBe('meeting/not-chair')
    expect(r.attempt('chair', open('x'))).toBe('agenda/unknown-item')
    expect(r.attempt('chair', open('i1', 'stranger'))).toBe('meeting/not-participant')
    r.must('chair', open('i1', 'att'))
    expect(r.item()).toMatchObject({ phase: 'presented', presenterId: 'att' })
    expect(r.attempt('chair', open('i2'))).toBe('agenda/item-open')
    r.must('chair', { type: 'defer-item', itemId: 'i1', reason: 'x' })
    expect(r.attempt('chair', open('i1'))).toBe('agenda/item-finished')
    r.must('chair', open('i2'))
  })

  it('[A-06] presented, questions, statements, vote; the chair may go back for more questions', () => {
    const r = room().opened()
    const enter = (phase: 'questions' | 'statements', who = 'chair') =>
      r.attempt(who, { type: 'enter-phase', phase })
    expect(enter('questions')).toBe('agenda/unknown-item')
    r.openItem()
    expect(enter('statements')).toBe('agenda/wrong-phase')
    expect(enter('questions', 'm2')).toBe('meeting/not-chair')
    expect(r.attempt('chair', r.question())).toBe('agenda/wrong-phase')
    expect(enter('questions')).toBeNull()
    expect(enter('questions')).toBe('agenda/wrong-phase')
    expect(r.attempt('chair', r.question())).toBe('agenda/wrong-phase')
    expect(enter('statements')).toBeNull()
    expect(enter('questions')).toBeNull()
    expect(enter('statements')).toBeNull()
  })

  it('[A-06] not while a ballot is open or its result unannounced, and back from the vote after it', () => {
    const r = room().opened().stated()
    const pollId = r.ballot()
    expect(r.item().phase).toBe('voting')
    const enter = { type: 'enter-phase', phase: 'questions' } as const
    expect(r.attempt('chair', enter)).toBe('ballot/already-open')
    r.close(pollId, votes({ EXEMPT: 4, LIGHTER: 4 }, r.dueIds))
    expect(r.attempt('chair', enter)).toBe('meeting/result-unannounced')
    r.must('chair', { type: 'announce-result', pollId })
    r.must('chair', enter)
  })

  it('[A-07] deferred by the chair with a reason, pending or up, until a ballot is open', () => {
    const r = room().opened()
    const defer = (itemId: string, who = 'chair') =>
      r.attempt(who, { type: 'defer-item', itemId, reason: '分歧较大' })
    expect(defer('i2', 'm2')).toBe('meeting/not-chair')
    expect(defer('x')).toBe('agenda/unknown-item')
    expect(defer('i2')).toBeNull()
    expect(defer('i2')).toBe('agenda/item-finished')
    expect(r.item('i2')).toMatchObject({ phase: 'deferred', deferral: { reason: '分歧较大' } })
    r.stated()
    const pollId = r.ballot()
    expect(defer('i1')).toBe('ballot/already-open')
    r.close(pollId, votes({ EXEMPT: 4, LIGHTER: 4 }, r.dueIds))
    expect(defer('i1')).toBe('meeting/result-unannounced')
    r.must('chair', { type: 'announce-result', pollId })
    expect(defer('i1')).toBeNull()
    expect(r.state.currentItemId).toBeNull()
    const early = room()
    early.must('chair', { type: 'defer-item', itemId: 'i1', reason: 'x' })
  })

  it('[A-08] finished when every subject has an announced result that passed', () => {
    const r = room({ items: [itemFor('i1', ['deng', 'li'])] })
      .opened()
      .stated()
    const finish = { type: 'finish-item' } as const
    expect(r.attempt('chair', finish)).toBe('meeting/undecided-items')
    const all = votes({ EXEMPT: 9 }, r.dueIds)
    r.vote(all, { subjectId: 'deng' })
    expect(r.attempt('chair', finish)).toBe('meeting/undecided-items')
    const pollId = r.ballot({ subjectId: 'li' })
    expect(r.attempt('chair', finish)).toBe('ballot/already-open')
    r.close(pollId, all)
    expect(r.attempt('chair', finish)).toBe('meeting/result-unannounced')
    r.must('chair', { type: 'announce-result', pollId })
    expect(r.attempt('m2', finish)).toBe('meeting/not-chair')
    r.must('chair', finish)
    expect(r.item()).toMatchObject({ phase: 'decided' })
    expect(r.item().endedAt).not.toBeNull()
    expect(r.state.currentItemId).toBeNull()
  })

  it('[A-08] an item without subjects is not decided by no votes', () => {
    const r = room({ items: [itemFor('i1', [])] })
      .opened()
      .stated()
    expect(r.attempt('chair', { type: 'finish-item' })).toBe('meeting/undecided-items')
  })
})

describe('the floor', () => {
  const raise = (kind: FloorKind) => ({ type: 'raise-hand', kind }) as const
  const waiting = (r: ReturnType<typeof room>) => r.state.floor.waiting.map((request) => request.personId)
  const grant = (r: ReturnType<typeof room>, who: string, seconds = 60) => {
    const requestId = r.state.floor.waiting.find((one) => one.personId === who)?.id ?? 'none'
    return r.attempt(r.state.chairId, { type: 'grant-floor', requestId, seconds })
  }

  it('[A-09] one hand per person, raised in the room, withdrawn by oneself', () => {
    const r = room().opened('m9')
    expect(r.attempt('m9', raise('question'))).toBe('meeting/not-present')
    expect(r.attempt('stranger', raise('question'))).toBe('meeting/not-participant')
    r.must('m2', raise('question'))
    expect(r.attempt('m2', raise('point-of-order'))).toBe('floor/already-waiting')
    r.must('m2', { type: 'withdraw-hand' })
    expect(waiting(r)).toEqual([])
    expect(r.attempt('m2', { type: 'withdraw-hand' })).toBe('floor/nobody-waiting')
  })

  it('[A-10] points of order first, then by time', () => {
    const r = room().opened()
    r.must('m2', raise('question'))
    r.must('m3', raise('statement'))
    r.must('m4', raise('point-of-order'))
    r.must('m5', raise('reply'))
    r.must('m6', raise('point-of-order'))
    expect(waiting(r)).toEqual(['m4', 'm6', 'm2', 'm3', 'm5'])
    expect(grant(r, 'm2')).toBe('floor/point-of-order-first')
    expect(grant(r, 'm6')).toBeNull()
    expect(grant(r, 'm4')).toBeNull()
    expect(grant(r, 'm3')).toBeNull()
  })

  it('[A-11] the chair gives it for some time; one speaks, and giving it on ends the speech before', () => {
    const r = room().opened()
    r.must('m2', raise('question'))
    r.must('m3', raise('report'))
    const requestId = r.state.floor.waiting[0]?.id ?? ''
    expect(r.attempt('m3', { type: 'grant-floor', requestId, seconds: 60 })).toBe('meeting/not-chair')
    expect(grant(r, 'm2', 90)).toBeNull()
    expect(r.state.floor.speaking).toMatchObject({ personId: 'm2', seconds: 90, kind: 'question' })
    expect(grant(r, 'nobody')).toBe('floor/nobody-waiting')
    expect(grant(r, 'm3')).toBeNull()
    expect(r.state.floor.speaking?.personId).toBe('m3')
    expect(r.state.floor.heard).toMatchObject([{ personId: 'm2', until: expect.any(String) as string }])
    expect(r.entries.slice(-2).map((entry) => entry.type)).toEqual(['floor/ended', 'floor/granted'])
  })

  it('[A-12] ended by the speaker or the chair', () => {
    const r = room().opened()
    const end = { type: 'end-floor' } as const
    expect(r.attempt('chair', end)).toBe('floor/nobody-speaking')
    r.must('m2', raise('question'))
    grant(r, 'm2')
    expect(r.attempt('m3', end)).toBe('floor/not-yours')
    r.must('m2', end)
    r.must('m3', raise('question'))
    grant(r, 'm3')
    r.must('chair', end)
    expect(r.state.floor.speaking).toBeNull()
  })

  it('[A-13] attendees speak; the recused of the item that is up do not', () => {
    const r = room().checkIn('att').opened()
    r.must('m2', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    r.must('m2', raise('question'))
    r.must('m2', { type: 'withdraw-hand' })
    r.openItem()
    expect(r.attempt('m2', raise('point-of-order'))).toBe('recusal/recused')
    r.must('att', raise('report'))
    expect(grant(r, 'att')).toBeNull()
    expect(r.state.floor.speaking?.itemId).toBe('i1')
  })

  it('[A-13] a hand raised before the item does not give the recused the floor in it', () => {
    const r = room().opened()
    r.must('m2', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    r.must('m2', raise('question'))
    r.openItem()
    expect(grant(r, 'm2')).toBe('recusal/recused')
  })

  it('[A-14] leaving the room, recusal, pause and the end of the item end speech and waiting', () => {
    const r = room().opened().openItem()
    r.must('m2', raise('question'))
    grant(r, 'm2')
    r.must('m2', { type: 'check-out', personId: null })
    expect(r.state.floor).toMatchObject({ speaking: null, heard: [{ personId: 'm2' }] })
    r.must('m3', raise('question'))
    r.must('m3', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    expect(waiting(r)).toEqual([])
    r.must('m4', raise('question'))
    grant(r, 'm4')
    r.must('chair', { type: 'adjourn', reason: 'x' })
    expect(r.state.floor.speaking).toBeNull()
    r.must('chair', { type: 'resume' })
    r.must('m5', raise('question'))
    grant(r, 'm5')
    r.must('m6', raise('question'))
    r.must('chair', { type: 'defer-item', itemId: 'i1', reason: 'x' })
    expect(r.state.floor).toMatchObject({ speaking: null, waiting: [] })
    expect(r.state.floor.heard.map((one) => one.personId)).toEqual(['m2', 'm4', 'm5'])
  })
})

describe('statements', () => {
  const state = { type: 'state', stand: 'FOR', reason: '符合条件' } as const

  it('[A-15] each once, in the room, in the phase of statements', () => {
    const r = room().opened('m9').openItem()
    expect(r.attempt('m2', state)).toBe('statement/closed')
    r.must('chair', { type: 'enter-phase', phase: 'questions' })
    expect(r.attempt('m2', state)).toBe('statement/closed')
    r.must('chair', { type: 'enter-phase', phase: 'statements' })
    r.must('m2', { ...state, stand: 'DEFER' })
    expect(r.attempt('m2', state)).toBe('statement/already-made')
    expect(r.attempt('m9', state)).toBe('meeting/not-present')
    expect(r.item().statements).toMatchObject([
      { personId: 'm2', stand: 'DEFER', reason: '符合条件', corrections: [] },
    ])
  })

  it('[A-16] the chair last: refused until all others present and not recused have stated', () => {
    const r = room({ due: ['chair', 'm2', 'm3', 'm4', 'm5'] })
    r.opened('m5')
    r.must('m4', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    r.toStatements()
    expect(r.attempt('chair', state)).toBe('statement/chair-last')
    r.must('m2', state)
    expect(r.attempt('chair', state)).toBe('statement/chair-last')
    r.must('m3', { ...state, stand: 'AGAINST' })
    r.must('chair', state)
  })

  it('[A-16] the rule follows the chair when it is handed over', () => {
    const r = room({ due: ['chair', 'm2', 'm3'] })
      .opened()
      .toStatements()
    r.must('chair', { type: 'hand-over-chair', personId: 'm2' })
    expect(r.attempt('m2', state)).toBe('statement/chair-last')
    r.must('chair', state)
    expect(r.attempt('m2', state)).toBe('statement/chair-last')
    r.must('m3', state)
    r.must('m2', state)
  })

  it('[A-17] attendees give no stand, nor does whoever is not due', () => {
    const r = room().checkIn('att', 'sec').opened().toStatements()
    expect(r.attempt('att', state)).toBe('statement/attendee-cannot-state')
    expect(r.attempt('sec', state)).toBe('meeting/not-a-member-due')
    expect(r.attempt('stranger', state)).toBe('meeting/not-participant')
  })

  it('[A-18] the question waits until everybody present has stated, the chair included', () => {
    const r = room({ due: ['chair', 'm2', 'm3'] })
      .opened()
      .toStatements()
    r.must('m2', state)
    r.must('m3', state)
    expect(r.attempt('chair', r.question())).toBe('ballot/statements-missing')
    r.must('chair', state)
    r.must('chair', r.question())
  })

  it('[A-18] whoever comes late states before the next vote', () => {
    const r = room({ due: ['chair', 'm2', 'm3', 'm4', 'm5'], items: [itemFor('i1', ['a', 'b'])] })
      .opened('m5')
      .stated()
    r.vote(votes({ EXEMPT: 4 }, r.dueIds), { subjectId: 'a' })
    r.checkIn('m5')
    expect(r.attempt('chair', r.question({ subjectId: 'b' }))).toBe('ballot/statements-missing')
    r.must('chair', { type: 'enter-phase', phase: 'statements' })
    r.must('m5', state)
    r.must('chair', r.question({ subjectId: 'b' }))
  })

  it('[A-19] a correction is added to one’s own statement, never in its place, also after the meeting', () => {
    const r = room().opened().stated()
    const [statement] = r.item().statements
    if (!statement) throw new Error('statement')
    const correct = { type: 'correct-statement', statementId: statement.id, text: '更正一处' } as const
    expect(r.attempt('m3', correct)).toBe('statement/not-yours')
    expect(r.attempt('sec', correct)).toBe('statement/not-yours')
    expect(r.attempt('m2', { ...correct, statementId: 'x' })).toBe('statement/unknown')
    for (const itemId of ['i1', 'i2']) r.must('chair', { type: 'defer-item', itemId, reason: 'x' })
    r.must('chair', { type: 'close' })
    r.must('m2', correct)
    r.must('m2', { ...correct, text: '再更正' })
    expect(r.item().statements[0]).toMatchObject({ reason: statement.reason, stand: 'FOR' })
    expect(r.item().statements[0]?.corrections.map((one) => one.text)).toEqual(['更正一处', '再更正'])
  })
})
