import { describe, expect, it } from 'vitest'
import { mayCast } from '#domain/meetings/casting.ts'
import { recusalsInForce } from '#domain/meetings/project.ts'
import { itemQuorum } from '#domain/meetings/quorum.ts'
import { room, votes, type Room } from '../support/meeting-room.ts'

const recuse = (itemId = 'i1') => ({ type: 'recuse-myself', itemId, reason: '与当事人有近亲属关系' }) as const
const apply = (personId: string, itemId = 'i1') =>
  ({ type: 'apply-for-recusal', itemId, personId, reason: '曾任本案证人' }) as const
const rule = (r: Room, granted: boolean) =>
  ({
    type: 'rule-on-recusal',
    recusalId: r.state.recusals.at(-1)?.id ?? '',
    granted,
    reason: '情况属实',
  }) as const
const inForce = (r: Room) => recusalsInForce(r.state).map((one) => [one.itemId, one.caseId, one.personId])

describe('recusal', () => {
  it('[X-01] on one’s own motion it is in force at once, for that item alone', () => {
    const r = room()
    r.must('m2', recuse())
    expect(inForce(r)).toEqual([['i1', 'case-i1', 'm2']])
    expect(r.state.recusals[0]).toMatchObject({
      kind: 'own-motion',
      status: 'in-force',
      appliedBy: 'm2',
      ruledBy: null,
    })
    expect(r.state.recusals[0]?.from).not.toBeNull()
    expect(r.attempt('m2', recuse())).toBe('recusal/already-recused')
    expect(r.attempt('stranger', recuse())).toBe('meeting/not-participant')
    expect(r.attempt('m2', recuse('x'))).toBe('agenda/unknown-item')
    r.must('m2', recuse('i2'))
  })

  it('[X-02] another member or a secretary applies; it waits for the chair’s ruling', () => {
    const r = room()
    expect(r.attempt('att', apply('m2'))).toBe('meeting/not-a-member-due')
    expect(r.attempt('m3', apply('stranger'))).toBe('meeting/not-participant')
    r.must('sec', apply('m2'))
    expect(r.state.recusals).toMatchObject([
      { kind: 'by-application', status: 'pending', from: null, appliedBy: 'sec' },
    ])
    expect(inForce(r)).toEqual([])
    expect(r.attempt('m3', apply('m2'))).toBe('recusal/pending')
    expect(r.attempt('m3', rule(r, true))).toBe('meeting/not-chair')
    expect(r.attempt('sec', rule(r, true))).toBe('meeting/not-chair')
    r.must('chair', rule(r, true))
    expect(r.state.recusals).toMatchObject([
      { status: 'in-force', ruledBy: 'chair', rulingReason: '情况属实' },
    ])
    expect(r.state.recusals[0]?.from).not.toBeNull()
    expect(r.attempt('chair', rule(r, false))).toBe('recusal/unknown')
    expect(r.attempt('m3', apply('m2'))).toBe('recusal/already-recused')
  })

  it('[X-02] refused it changes nothing', () => {
    const r = room()
    r.must('m3', apply('m2'))
    r.must('chair', rule(r, false))
    expect(r.state.recusals).toMatchObject([{ status: 'rejected', from: null }])
    expect(inForce(r)).toEqual([])
  })

  it('[X-02] whoever names himself recuses himself, and whoever recuses himself needs no ruling any more', () => {
    const r = room()
    r.must('m2', apply('m2'))
    expect(inForce(r)).toEqual([['i1', 'case-i1', 'm2']])
    r.must('m4', apply('m3'))
    const ruling = rule(r, true)
    r.must('m3', recuse())
    expect(r.attempt('chair', ruling)).toBe('recusal/already-recused')
    r.opened().stated()
    r.must('chair', r.question())
  })

  it('[X-03] the chair does not rule on himself: a secretary enters the superior’s ruling', () => {
    const r = room()
    r.must('m2', apply('chair'))
    expect(r.attempt('chair', rule(r, false))).toBe('meeting/not-secretary')
    expect(r.attempt('m3', rule(r, true))).toBe('meeting/not-secretary')
    r.must('sec', rule(r, true))
    expect(inForce(r)).toEqual([['i1', 'case-i1', 'chair']])
  })

  it('[X-03] a chair who is also secretary does not rule on himself either', () => {
    const r = room({ secretaries: ['chair', 'sec'] })
    r.must('m2', apply('chair'))
    expect(r.attempt('chair', rule(r, false))).toBe('meeting/not-secretary')
    r.must('sec', rule(r, false))
  })

  it('[X-04] not while a ballot of the item is open or its result unannounced', () => {
    const r = room().opened().stated()
    const pollId = r.ballot()
    expect(r.attempt('m2', recuse())).toBe('recusal/ballot-open')
    expect(r.attempt('m3', apply('m2'))).toBe('recusal/ballot-open')
    r.must('m2', recuse('i2'))
    r.close(pollId, votes({ EXEMPT: 9 }, r.dueIds))
    expect(r.attempt('m4', recuse())).toBe('recusal/ballot-open')
    r.must('chair', { type: 'announce-result', pollId })
    r.must('m4', recuse())
  })

  it('[X-12] an application without a ruling holds up the question', () => {
    const r = room().opened().stated()
    r.must('m3', apply('m2'))
    expect(r.attempt('chair', r.question())).toBe('recusal/pending')
    r.must('chair', rule(r, false))
    r.must('chair', r.question())
  })

  it('[X-05] it ends with the item', () => {
    const r = room().opened()
    r.must('m2', recuse('i1'))
    r.must('m2', recuse('i2'))
    r.stated()
    r.vote(
      votes(
        { EXEMPT: 8 },
        r.dueIds.filter((id) => id !== 'm2'),
      ),
    )
    expect(inForce(r)).toHaveLength(2)
    r.must('chair', { type: 'finish-item' })
    expect(inForce(r)).toEqual([['i2', 'case-i2', 'm2']])
    expect(r.attempt('m3', recuse('i1'))).toBe('agenda/item-finished')
    r.must('chair', { type: 'defer-item', itemId: 'i2', reason: 'x' })
    expect(inForce(r)).toEqual([])
  })

  it('[X-05] and with the meeting that is called off', () => {
    const r = room()
    r.must('m2', recuse())
    r.must('sec', { type: 'cancel', reason: 'x' })
    expect(inForce(r)).toEqual([])
  })

  it('[X-06] the recused has no statement, no ballot and does not count as present for the item', () => {
    const r = room().opened()
    r.must('m2', recuse())
    expect(itemQuorum(r.state, r.item())).toMatchObject({ due: 8, present: 8, needed: 6 })
    expect(itemQuorum(r.state, r.item('i2'))).toMatchObject({ due: 9, present: 9 })
    r.toStatements()
    expect(r.attempt('m2', { type: 'state', stand: 'FOR', reason: 'x' })).toBe('recusal/recused')
    for (const who of [...r.dueIds.filter((id) => id !== 'm2' && id !== 'chair'), 'chair'])
      r.must(who, { type: 'state', stand: 'FOR', reason: 'x' })
    const pollId = r.ballot()
    expect(r.poll(pollId).roll.find((line) => line.personId === 'm2')).toMatchObject({
      present: true,
      recused: true,
      entitled: false,
    })
    expect(mayCast(r.state, 'm2', { pollId, choice: 'EXEMPT' })).toEqual({ refused: 'ballot/not-entitled' })
    expect(r.attempt('chair', r.closing(pollId, { m2: 'EXEMPT' }))).toBe('ballot/counts-do-not-match')
  })

  it('[X-06] a recused secretary does not count, a recused scrutineer does not confirm', () => {
    const r = room({ secretaries: ['sec', 'sec2'], scrutineers: ['m2', 'm3', 'm4'] })
      .checkIn('sec')
      .opened()
    r.must('sec', recuse())
    r.must('m4', recuse())
    r.stated()
    const pollId = r.ballot({ method: 'show-of-hands' })
    const enter = { type: 'enter-hands', pollId, counts: { EXEMPT: 8 } } as const
    expect(r.attempt('sec', enter)).toBe('recusal/recused')
    r.must('sec2', enter)
    expect(r.attempt('m4', { type: 'confirm-count', pollId })).toBe('recusal/recused')
    expect(r.attempt('sec', r.closing(pollId, {}))).toBe('recusal/recused')
  })

  it('[X-07] the recused are not due for the item, or are, by the rule', () => {
    for (const recusedCountAsDue of [false, true]) {
      const r = room({ rules: { recusedCountAsDue } }).opened()
      r.must('m8', recuse())
      r.must('m9', recuse())
      expect(itemQuorum(r.state, r.item())).toMatchObject({ due: recusedCountAsDue ? 9 : 7, present: 7 })
      r.stated()
      const pollId = r.vote(votes({ EXEMPT: 4, LIGHTER: 3 }, r.dueIds))
      expect(r.poll(pollId).result).toMatchObject({
        due: 9,
        present: 7,
        passed: recusedCountAsDue ? null : 'EXEMPT',
        rule: { base: recusedCountAsDue ? 9 : 7, recusedCountAsDue },
      })
    }
  })

  it('[X-08] with fewer than three voters left the question is not put', () => {
    const r = room({ due: ['chair', 'm2', 'm3', 'm4'] }).opened()
    r.must('m3', recuse())
    r.must('m4', recuse())
    r.stated()
    expect(r.attempt('chair', r.question())).toBe('recusal/too-few-voters')
    r.must('chair', { type: 'defer-item', itemId: 'i1', reason: '回避后人数不足' })
    r.stated('i2')
    r.must('chair', r.question())
  })

  it('[X-09] a recused chair hands over before he leads the item', () => {
    const r = room().opened()
    r.must('chair', recuse())
    const open = { type: 'open-item', itemId: 'i1', presenterId: null } as const
    expect(r.attempt('chair', open)).toBe('recusal/chair-recused')
    expect(r.attempt('chair', { type: 'defer-item', itemId: 'i1', reason: 'x' })).toBe(
      'recusal/chair-recused',
    )
    r.must('chair', { type: 'hand-over-chair', personId: 'm2' })
    r.stated()
    r.vote(votes({ EXEMPT: 8 }, r.dueIds.slice(1)))
    r.must('m2', { type: 'finish-item' })
    r.must('m2', { type: 'hand-over-chair', personId: 'chair' })
    r.must('chair', { ...open, itemId: 'i2' })
  })

  it('[X-09] recused in the middle of the item he leads it no further', () => {
    const r = room().opened().stated()
    r.must('chair', recuse())
    expect(r.attempt('chair', r.question())).toBe('recusal/chair-recused')
    expect(r.attempt('chair', { type: 'enter-phase', phase: 'questions' })).toBe('recusal/chair-recused')
    expect(r.attempt('chair', { type: 'finish-item' })).toBe('recusal/chair-recused')
    r.must('m3', { type: 'raise-hand', kind: 'question' })
    const requestId = r.state.floor.waiting[0]?.id ?? ''
    expect(r.attempt('chair', { type: 'grant-floor', requestId, seconds: 60 })).toBe('recusal/chair-recused')
    r.must('chair', { type: 'hand-over-chair', personId: 'm2' })
    r.must('m2', r.question())
  })

  it('[X-09] nor does he rule on others in it', () => {
    const r = room()
    r.must('m2', apply('m3'))
    const ruling = rule(r, true)
    r.must('chair', recuse())
    expect(r.attempt('chair', ruling)).toBe('recusal/chair-recused')
  })

  it('[X-14] attendees and secretaries recuse too; a presenter is not recused', () => {
    const r = room().opened()
    r.must('att', recuse())
    r.must('sec', recuse())
    expect(inForce(r).map(([, , who]) => who)).toEqual(['att', 'sec'])
    expect(r.attempt('chair', { type: 'open-item', itemId: 'i1', presenterId: 'att' })).toBe(
      'recusal/recused',
    )
  })
})
