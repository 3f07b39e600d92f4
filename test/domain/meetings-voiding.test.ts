import { describe, expect, it } from 'vitest'
import { meetingTasks } from '#domain/meetings/project.ts'
import { room, votes } from '../support/meeting-room.ts'

const PASSED = { EXEMPT: 5, LIGHTER: 2, NOT_TOLERATED: 2 } as const
const ready = () => room().opened().stated()

describe('a void ballot', () => {
  const voiding = (pollId: string) => ({ type: 'void-ballot', pollId, reason: '选项有误' }) as const

  it('[B-16] voided by the chair with a reason while nobody knows the count; the subject is put again', () => {
    const r = ready()
    const first = r.ballot()
    expect(r.attempt('sec', voiding(first))).toBe('meeting/not-chair')
    r.must('chair', voiding(first))
    expect(r.poll(first)).toMatchObject({ status: 'void', voidReason: '选项有误', result: null })
    expect(r.attempt('chair', voiding(first))).toBe('ballot/closed')
    expect(r.attempt('chair', { type: 'announce-result', pollId: first })).toBe('ballot/closed')
    const second = r.vote(votes(PASSED, r.dueIds))
    expect(r.poll(second)).toMatchObject({ round: 1, reconsiders: null })
    expect(r.attempt('chair', voiding(second))).toBe('ballot/already-announced')
  })

  const asking = (pollId: string) => ({ ...voiding(pollId), ground: 'question-wrong' }) as const
  const answering = (pollId: string, agreed = true) => ({ type: 'answer-void', pollId, agreed }) as const

  it('[B-24] once the chair knows the count he names a ground, and another one agrees or not', () => {
    const r = ready()
    r.must('sec', { type: 'check-in', personId: null, code: null })
    const pollId = r.ballot()
    r.close(pollId, votes(PASSED, r.dueIds))
    expect(r.attempt('sec', answering(pollId))).toBe('ballot/void-not-asked')
    expect(r.attempt('chair', voiding(pollId))).toBe('ballot/void-ground-needed')
    expect(r.attempt('m2', asking(pollId))).toBe('meeting/not-chair')
    r.must('chair', asking(pollId))
    expect(r.poll(pollId)).toMatchObject({ status: 'closed', voidAsked: { ground: 'question-wrong' } })
    expect(r.attempt('chair', asking(pollId))).toBe('ballot/void-asked')
    for (const who of ['chair', 'm4']) {
      expect(r.attempt(who, answering(pollId))).toBe('ballot/void-needs-another')
    }
    r.must('m2', answering(pollId, false))
    expect(r.poll(pollId)).toMatchObject({ status: 'closed', voidAsked: null })
    r.must('chair', asking(pollId))
    r.must('sec', answering(pollId))
    expect(r.poll(pollId)).toMatchObject({
      status: 'void',
      voidGround: 'question-wrong',
      votedIds: [],
      choices: {},
      result: null,
    })
    expect(r.entries.at(-1)).toMatchObject({
      type: 'ballot/voided',
      actorId: 'sec',
      payload: { ground: 'question-wrong', reason: '选项有误', askedBy: 'chair' },
    })
    r.vote(votes(PASSED, r.dueIds))
  })

  it('[B-24] hands are counted by eye: a show of hands needs both from its beginning', () => {
    const r = ready()
    const pollId = r.ballot({ method: 'show-of-hands' })
    expect(r.attempt('chair', voiding(pollId))).toBe('ballot/void-ground-needed')
    r.must('chair', asking(pollId))
    r.must('m2', answering(pollId))
    expect(r.poll(pollId).status).toBe('void')
  })

  it('[B-24] who asked does not answer, whatever he is meanwhile; nor who is out of the room or recused', () => {
    const r = ready()
    r.must('m3', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    const pollId = r.ballot()
    r.close(
      pollId,
      votes(
        { EXEMPT: 6 },
        r.dueIds.filter((id) => id !== 'm3'),
      ),
    )
    r.must('chair', { type: 'hand-over-chair', personId: 'm2' })
    r.must('m2', asking(pollId))
    r.must('m2', { type: 'hand-over-chair', personId: 'chair' })
    expect(r.attempt('m2', answering(pollId))).toBe('ballot/void-needs-another')
    expect(r.attempt('sec', answering(pollId))).toBe('meeting/not-present')
    expect(r.attempt('m3', answering(pollId))).toBe('recusal/recused')
    r.must('chair', { type: 'announce-result', pollId })
    expect(r.poll(pollId).voidAsked).toBeNull()
    r.must('sec', { type: 'check-in', personId: null, code: null })
    expect(r.attempt('sec', answering(pollId))).toBe('ballot/already-announced')
  })

  it('[H-180] waits on the workbench of those who may second it, and goes with the answer', () => {
    const r = ready()
    const waits = () =>
      meetingTasks(r.state)
        .filter(({ kind }) => kind === 'answer-void')
        .map(({ personId }) => personId)
    r.must('m3', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    const pollId = r.ballot()
    r.close(
      pollId,
      votes(
        { EXEMPT: 6 },
        r.dueIds.filter((id) => id !== 'm3'),
      ),
    )
    expect(waits()).toEqual([])
    r.must('chair', asking(pollId))
    // m3 counts too, but is recused in the item.
    expect(waits()).toEqual(['sec', 'm2'])
    r.must('m2', answering(pollId, false))
    expect(waits()).toEqual([])
    r.must('chair', asking(pollId))
    r.must('chair', { type: 'announce-result', pollId })
    expect(waits()).toEqual([])
  })
})
