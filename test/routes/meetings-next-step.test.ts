import { describe, expect, test } from 'vitest'
import { nextStep, type NextStep } from '#app/components/meetings/next-step.ts'
import { yetToState } from '#domain/meetings/statements.ts'
import { itemFor, personOf, room, votes, type Room } from '../support/meeting-room.ts'

const stepFor = (meeting: Room, who = meeting.state.chairId) => nextStep(meeting.state, who)
const typeOf = (step: NextStep) => (step.kind === 'command' ? step.command.type : step.kind)

/** Does what the console offers as the next step; the voters all choose the same. */
function follow(meeting: Room): string {
  const step = stepFor(meeting)
  const chair = meeting.state.chairId
  const item = meeting.state.items.find(({ id }) => id === meeting.state.currentItemId)
  if (step.kind === 'wait' && item) {
    for (const who of yetToState(meeting.state, item))
      if (who !== chair) meeting.must(who, { type: 'state', stand: 'FOR', reason: '同意' })
  }
  if (step.kind === 'state') meeting.must(chair, { type: 'state', stand: 'FOR', reason: '同意' })
  if (step.kind === 'put') meeting.must(chair, meeting.question({ subjectId: step.subjectId }))
  if (step.kind === 'command') {
    const { command } = step
    if (command.type === 'close-ballot') meeting.close(command.pollId, votes({ EXEMPT: 9 }, meeting.dueIds))
    else if (command.type !== 'propose-item' && command.type !== 'accept-item') meeting.must(chair, command)
  }
  return typeOf(step)
}

describe('the next step of the console', () => {
  test('followed step by step leads from the opening to the end, each step lawful', () => {
    const meeting = room({ items: [itemFor('i1', ['i1-s1', 'i1-s2']), itemFor('i2')] })
    meeting.checkIn(...meeting.dueIds)
    const taken: string[] = []
    while (taken.length < 60 && meeting.state.status !== 'closed') taken.push(follow(meeting))
    expect(taken).toEqual([
      'open',
      ...['open-item', 'enter-phase', 'enter-phase', 'wait', 'state'],
      ...['put', 'close-ballot', 'announce-result', 'put', 'close-ballot', 'announce-result', 'finish-item'],
      ...['open-item', 'enter-phase', 'enter-phase', 'wait', 'state'],
      ...['put', 'close-ballot', 'announce-result', 'finish-item'],
      'close',
    ])
    expect(stepFor(meeting)).toEqual({ kind: 'done' })
  })

  test('where nothing passed it is a second round between the two first, then deferral', () => {
    const meeting = room().opened().stated()
    const first = meeting.vote(votes({ EXEMPT: 4, LIGHTER: 4, NOT_TOLERATED: 1 }, meeting.dueIds))
    expect(stepFor(meeting)).toEqual({
      kind: 'command',
      command: { type: 'open-second-round', pollId: first },
    })

    meeting.must('chair', { type: 'open-second-round', pollId: first })
    const second = meeting.item().polls.at(-1)?.id ?? ''
    meeting.close(second, votes({ EXEMPT: 4, LIGHTER: 4 }, meeting.dueIds))
    meeting.must('chair', { type: 'announce-result', pollId: second })
    expect(stepFor(meeting)).toEqual({ kind: 'defer', itemId: 'i1' })
  })

  test('the other subjects are voted on before a failed one ends the item', () => {
    const meeting = room({ items: [itemFor('i1', ['i1-s1', 'i1-s2'])] })
      .opened()
      .stated()
    meeting.vote(votes({ EXEMPT: 4, LIGHTER: 4 }, meeting.dueIds))
    expect(stepFor(meeting)).toMatchObject({ kind: 'put', subjectId: 'i1-s2' })
  })

  test('a pending recusal is ruled on before the vote', () => {
    const meeting = room().opened()
    meeting.must('m2', { type: 'apply-for-recusal', itemId: 'i1', personId: 'm3', reason: '近亲属' })
    meeting.toStatements()
    expect(stepFor(meeting).kind).toBe('rule')
  })

  test('a recused chair hands over', () => {
    const meeting = room().opened().openItem()
    meeting.must('chair', { type: 'recuse-myself', itemId: 'i1', reason: '近亲属' })
    expect(stepFor(meeting).kind).toBe('hand-over')
  })

  test('a show of hands waits for its count and for two scrutineers, as far as the viewer may see it', () => {
    const meeting = room().opened().stated()
    const pollId = meeting.ballot({ method: 'show-of-hands' })
    expect(stepFor(meeting, 'sec')).toEqual({ kind: 'wait', what: 'hands' })
    // The chair is not shown the count before the close: the console offers the close and the server judges.
    expect(typeOf(stepFor(meeting))).toBe('close-ballot')

    meeting.must(personOf('sec', 'secretary'), { type: 'enter-hands', pollId, counts: { EXEMPT: 6 } })
    expect(stepFor(meeting, 'sec')).toEqual({ kind: 'wait', what: 'count' })
    for (const who of ['m2', 'm3']) meeting.must(who, { type: 'confirm-count', pollId })
    expect(typeOf(stepFor(meeting, 'sec'))).toBe('close-ballot')
  })

  test('a secret count waits for two scrutineers after the close', () => {
    const meeting = room().opened().stated()
    const pollId = meeting.ballot({ method: 'secret' })
    meeting.close(pollId, votes({ EXEMPT: 6, LIGHTER: 2, NOT_TOLERATED: 1 }, meeting.dueIds))
    expect(stepFor(meeting)).toEqual({ kind: 'wait', what: 'count' })
  })

  test('an adjourned meeting is resumed', () => {
    const meeting = room().opened()
    meeting.must('chair', { type: 'adjourn', reason: '午休' })
    expect(typeOf(stepFor(meeting))).toBe('resume')
  })
})
