import { describe, expect, test } from 'vitest'
import { cameTooLate, paperOf } from '#app/components/ballots/own-paper.ts'
import { refuse } from '#domain/record/refusal.ts'
import { pollOf } from '#domain/meetings/items.ts'
import { room, votes, type Room } from '../support/meeting-room.ts'

const voted = () => false
const lying = (meeting: Room, { unsettled = null }: { unsettled?: string | null }) =>
  paperOf(meeting.state, 'm4', { voted, unsettled })?.poll.id ?? null

function closed() {
  const meeting = room().opened().stated()
  const pollId = meeting.ballot()
  const before = lying(meeting, {})
  meeting.close(pollId, votes({ EXEMPT: 8 }, meeting.dueIds.slice(1)))
  const poll = () => {
    const found = pollOf(meeting.state, pollId)?.poll
    if (!found) throw new Error(pollId)
    return found
  }
  return { meeting, pollId, before, poll }
}

describe('the paper of my own vote', () => {
  test('[B-23] stays while a vote is on its way, over the close, the announcement and the end of the item', () => {
    const { meeting, pollId, before } = closed()
    expect(before).toBe(pollId)
    expect(lying(meeting, {})).toBeNull()
    expect(lying(meeting, { unsettled: pollId })).toBe(pollId)
    meeting.must('chair', { type: 'announce-result', pollId })
    expect(lying(meeting, { unsettled: pollId })).toBe(pollId)
    meeting.must('chair', { type: 'finish-item' })
    expect(lying(meeting, { unsettled: pollId })).toBe(pollId)
    expect(lying(meeting, {})).toBeNull()
  })

  test('[B-23] a vote refused once the ballot is over came too late; one refused before may go again', () => {
    const { poll } = closed()
    expect(cameTooLate(poll(), null)).toBe(false)
    expect(cameTooLate(poll(), refuse('ballot/closed'))).toBe(true)
    expect(cameTooLate(poll(), refuse('meeting/not-present'))).toBe(true)
    const open = { ...poll(), status: 'open' } as const
    expect(cameTooLate(open, refuse('meeting/not-present'))).toBe(false)
    // The refusal may arrive before the room's own news of the close.
    expect(cameTooLate(open, refuse('ballot/closed'))).toBe(true)
    expect(cameTooLate({ ...open, status: 'void' }, refuse('ballot/closed'))).toBe(false)
  })
})
