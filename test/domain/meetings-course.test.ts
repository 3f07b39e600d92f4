import { addsOnly } from '#domain/meetings/happenings.ts'
import { describe, expect, it } from 'vitest'
import { meetingRow, meetingTasks } from '#domain/meetings/project.ts'
import { itemFor, personOf, room, votes } from '../support/meeting-room.ts'

describe('the course of the meeting', () => {
  it('[M-13] adjourned with a reason and resumed with a quorum; business rests meanwhile', () => {
    const r = room().opened().openItem()
    expect(r.attempt('m2', { type: 'adjourn', reason: 'x' })).toBe('meeting/not-chair')
    expect(r.attempt('chair', { type: 'resume' })).toBe('meeting/already-open')
    r.must('chair', { type: 'adjourn', reason: '休息' })
    expect(r.attempt('m2', { type: 'raise-hand', kind: 'question' })).toBe('meeting/adjourned')
    expect(r.attempt('chair', { type: 'enter-phase', phase: 'questions' })).toBe('meeting/adjourned')
    for (const who of ['m2', 'm3', 'm4', 'm5']) r.must(who, { type: 'check-out', personId: null })
    expect(r.attempt('chair', { type: 'resume' })).toBe('meeting/no-quorum')
    r.checkIn('m2')
    r.must('chair', { type: 'resume' })
    expect(r.state.adjournments).toMatchObject([{ reason: '休息', resumedAt: expect.any(String) as string }])
  })

  it('[M-13] not over an open ballot', () => {
    const r = room().opened().stated()
    r.ballot()
    expect(r.attempt('chair', { type: 'adjourn', reason: 'x' })).toBe('ballot/already-open')
  })

  it('[M-14] closed only with every item decided or deferred and every result announced', () => {
    const r = room().opened().stated()
    const pollId = r.ballot()
    expect(r.attempt('chair', { type: 'close' })).toBe('meeting/undecided-items')
    r.close(pollId, votes({ EXEMPT: 9 }, r.dueIds))
    expect(r.attempt('chair', { type: 'close' })).toBe('meeting/result-unannounced')
    r.must('chair', { type: 'announce-result', pollId })
    r.must('chair', { type: 'finish-item' })
    expect(r.attempt('chair', { type: 'close' })).toBe('meeting/undecided-items')
    r.must('chair', { type: 'defer-item', itemId: 'i2', reason: '材料不齐' })
    expect(r.attempt('sec', { type: 'close' })).toBe('meeting/not-chair')
    r.must('chair', { type: 'close' })
    expect(r.state.status).toBe('closed')
    expect(r.state.closedAt).not.toBeNull()
  })

  it('[M-14] a meeting adjourned for good can be closed once everything is deferred', () => {
    const r = room().opened()
    r.must('chair', { type: 'adjourn', reason: 'x' })
    for (const itemId of ['i1', 'i2']) r.must('chair', { type: 'defer-item', itemId, reason: 'x' })
    r.must('chair', { type: 'close' })
  })

  it('[M-15] called off by chair or secretary before it opens, not after', () => {
    const r = room()
    expect(r.attempt('m2', { type: 'cancel', reason: 'x' })).toBe('meeting/not-secretary')
    r.must('sec', { type: 'cancel', reason: '改期' })
    expect(r.state.status).toBe('cancelled')
    expect(room().opened().attempt('chair', { type: 'cancel', reason: 'x' })).toBe('meeting/already-open')
  })

  it('[M-16] the chair goes to a member due who is in the room and not recused in the item that is up', () => {
    const r = room().opened('m9')
    const handOver = (personId: string, from = 'chair') =>
      r.attempt(from, { type: 'hand-over-chair', personId })
    r.must('m3', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    r.openItem()
    expect(handOver('m4', 'm2')).toBe('meeting/not-chair')
    expect(handOver('att')).toBe('meeting/not-a-member-due')
    expect(handOver('m9')).toBe('meeting/not-present')
    expect(handOver('m3')).toBe('recusal/recused')
    expect(handOver('chair')).toBe('input/invalid')
    expect(handOver('m2')).toBeNull()
    expect(r.state.chairId).toBe('m2')
    expect(r.attempt('chair', { type: 'enter-phase', phase: 'questions' })).toBe('meeting/not-chair')
    r.must('m2', { type: 'enter-phase', phase: 'questions' })
  })

  it('[M-29] a secretary of the meeting appoints an acting chair, with a reason, under his own name', () => {
    const r = room({ secretaries: ['sec', 'm8'] }).opened('m9')
    const appoint = (from: string | ReturnType<typeof personOf>, personId: string, reason?: string) =>
      r.attempt(from, { type: 'hand-over-chair', personId, reason })
    const why = '主持人账号停用，不能继续主持'
    r.must('m3', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    r.openItem()
    expect(appoint('sec', 'm2')).toBe('input/invalid')
    expect(appoint('m4', 'm2', why)).toBe('meeting/not-chair')
    expect(appoint(personOf('other', 'secretary'), 'm2', why)).toBe('meeting/not-chair')
    expect(appoint('m8', 'm8', why)).toBe('input/invalid')
    expect(appoint('sec', 'chair', why)).toBe('input/invalid')
    expect(appoint('sec', 'att', why)).toBe('meeting/not-a-member-due')
    expect(appoint('sec', 'm9', why)).toBe('meeting/not-present')
    expect(appoint('sec', 'm3', why)).toBe('recusal/recused')
    expect(appoint('sec', 'm2', why)).toBeNull()
    expect(r.entries.at(-1)).toMatchObject({
      type: 'meeting/chair-handed-over',
      actorId: 'sec',
      payload: { from: 'chair', to: 'm2', reason: why, appointed: true },
    })
    r.must('m2', { type: 'enter-phase', phase: 'questions' })
    expect(r.attempt('chair', { type: 'enter-phase', phase: 'statements' })).toBe('meeting/not-chair')
    r.must('chair', { type: 'raise-hand', kind: 'question' })
  })

  it('[M-29] a secretary recused in the item that is up does not choose who leads it', () => {
    const r = room().opened()
    r.must('sec', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    r.openItem()
    const order = { type: 'hand-over-chair', personId: 'm2', reason: 'x' } as const
    expect(r.attempt('sec', order)).toBe('recusal/recused')
  })

  it('[M-29] what the chair gives away himself is no appointment', () => {
    const r = room().opened()
    r.must('chair', { type: 'hand-over-chair', personId: 'm2', reason: 'x' })
    expect(r.entries.at(-1)?.payload).toEqual({ from: 'chair', to: 'm2', reason: 'x' })
  })

  it('[M-17] an ended meeting takes nothing more', () => {
    const ended = room()
    ended.must('sec', { type: 'cancel', reason: 'x' })
    const orders = [
      { type: 'check-in', personId: null, code: null },
      { type: 'take-leave', personId: null, reason: 'x' },
      { type: 'open' },
      { type: 'raise-hand', kind: 'question' },
      { type: 'recuse-myself', itemId: 'i1', reason: 'x' },
      { type: 'renew-code' },
      { type: 'propose-item', caseId: 'case-9', caseTitle: 't', item: itemFor('i9') },
      { type: 'defer-item', itemId: 'i1', reason: 'x' },
      { type: 'hand-over-chair', personId: 'm2' },
    ] as const
    for (const order of orders) expect(ended.attempt('chair', order)).toBe('meeting/closed')
  })

  it('[M-26] minutes are drafted once, by a secretary, from a closed meeting', () => {
    const r = room().opened()
    const draft = { type: 'draft-minutes', minutesId: 'minutes-1' } as const
    expect(r.attempt('sec', draft)).toBe('minutes/meeting-open')
    for (const itemId of ['i1', 'i2']) r.must('chair', { type: 'defer-item', itemId, reason: 'x' })
    r.must('chair', { type: 'close' })
    expect(r.attempt('chair', draft)).toBe('meeting/not-secretary')
    r.must(personOf('other', 'secretary'), draft)
    expect(r.state.minutesId).toBe('minutes-1')
    expect(r.attempt('sec', draft)).toBe('minutes/exists')
  })
})

describe('what a meeting makes wait', () => {
  const kinds = (r: ReturnType<typeof room>) =>
    meetingTasks(r.state).map((task) => [task.kind, task.personId])

  it('[M-24] invitations until somebody comes, asks leave or the meeting opens', () => {
    const r = room({ due: ['chair', 'm2', 'm3'] })
    expect(kinds(r).map(([, who]) => who)).toEqual(['chair', 'm2', 'm3', 'att', 'sec'])
    r.checkIn('chair', 'm2')
    r.must('m3', { type: 'take-leave', personId: null, reason: 'x' })
    expect(kinds(r).map(([, who]) => who)).toEqual(['att', 'sec'])
    r.must('chair', { type: 'open' })
    expect(kinds(r)).toEqual([])
  })

  it('[M-24] rulings for the chair, and for the secretary when it is about the chair', () => {
    const r = room().opened()
    r.must('m2', { type: 'apply-for-recusal', itemId: 'i1', personId: 'm3', reason: 'x' })
    r.must('m2', { type: 'apply-for-recusal', itemId: 'i1', personId: 'chair', reason: 'x' })
    expect(kinds(r)).toEqual([
      ['rule-on-recusal', 'chair'],
      ['rule-on-recusal', 'sec'],
    ])
  })

  it('[M-24] the count for the scrutineers, then minutes and deferred items for the secretary', () => {
    const r = room({ items: [itemFor('i1'), itemFor('i2')] })
      .opened()
      .stated()
    const pollId = r.ballot({ method: 'secret' })
    r.close(pollId, votes({ EXEMPT: 9 }, r.dueIds))
    expect(kinds(r)).toEqual([
      ['confirm-count', 'm2'],
      ['confirm-count', 'm3'],
    ])
    r.must('m2', { type: 'confirm-count', pollId })
    expect(kinds(r)).toEqual([['confirm-count', 'm3']])
    r.must('m3', { type: 'confirm-count', pollId })
    r.must('chair', { type: 'announce-result', pollId })
    r.must('chair', { type: 'finish-item' })
    r.must('chair', { type: 'defer-item', itemId: 'i2', reason: '待核实' })
    r.must('chair', { type: 'close' })
    expect(kinds(r)).toEqual([['draft-minutes', 'sec']])
    r.must('sec', { type: 'draft-minutes', minutesId: 'm' })
    expect(kinds(r)).toEqual([])
  })

  it('[M-24] nothing once the meeting is called off', () => {
    const r = room()
    r.must('sec', { type: 'cancel', reason: 'x' })
    expect(meetingTasks(r.state)).toEqual([])
  })

  it('[M-25] the read table names everybody who takes part and every case, always in the same order', () => {
    const row = meetingRow(room({ due: ['chair', 'm2', 'm3'] }).state)
    expect(row).toMatchObject({
      id: 'meeting-1',
      status: 'convened',
      grade: 'major',
      chairId: 'chair',
      minutesId: null,
    })
    expect(row.personIds).toBe('["att","chair","m2","m3","sec"]')
    expect(row.caseIds).toBe('["case-i1","case-i2"]')
  })
})

describe('what only adds', () => {
  it.each([
    [['floor/hand-raised', 'statement/made'], true],
    [['floor/hand-raised', 'recusal/ruled'], false],
    [['ballot/voided'], false],
    [['something/new'], false],
    // A command that is told again is told without its entries: it may have been a recusal.
    [[], false],
  ])('[T-76] %j: %s', (types, expected) => {
    expect(addsOnly(types.map((type) => ({ type })))).toBe(expected)
  })
})
