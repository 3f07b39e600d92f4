import { describe, expect, it } from 'vitest'
import type { MeetingState } from '#domain/meetings/types.ts'
import {
  meetingEntryFor,
  meetingEntryVisible,
  meetingViewFor,
  type MeetingViewer,
} from '#domain/meetings/view.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { room, votes, type Room } from '../support/meeting-room.ts'

const PASSED = { EXEMPT: 5, LIGHTER: 3, NOT_TOLERATED: 1 }
const TELLING = { EXEMPT: 8, LIGHTER: 1 }

function seen(r: Room, personId: string, audience: MeetingViewer['audience'] = 'person'): MeetingState {
  const view = meetingViewFor({ personId, audience }, r.state)
  if (isRefusal(view)) throw new Error(view.refused)
  return view.state
}

/** The types of the entries a viewer gets, and the entries themselves as he gets them. */
function told(r: Room, personId: string, audience: MeetingViewer['audience'] = 'person') {
  return r.entries.flatMap((entry) => meetingEntryFor({ personId, audience }, r.state, entry) ?? [])
}
const typesTold = (r: Room, personId: string) => told(r, personId).map((entry) => entry.type)

describe('ballots as seen', () => {
  const everybody = ['chair', 'sec', 'm2', 'm3', 'm4', 'att'] as const
  const pollSeen = (r: Room, who: string) => {
    const poll = seen(r, who).items[0]?.polls.at(-1)
    if (!poll) throw new Error('poll')
    return poll
  }
  const ready = () => room().checkIn('att').opened().stated()

  it('[B-18] while it is open nobody sees a count, a voter or a choice', () => {
    const r = ready()
    r.ballot()
    for (const who of everybody)
      expect(pollSeen(r, who)).toMatchObject({
        votedIds: [],
        choices: {},
        result: null,
        hands: null,
        status: 'open',
      })
    expect(pollSeen(r, 'm4').roll).toHaveLength(9)
  })

  it('[B-18] between close and announcement: the chair, secretaries and scrutineers; choices nobody', () => {
    const r = ready()
    r.close(r.ballot(), votes(PASSED, r.dueIds))
    expect(everybody.map((who) => pollSeen(r, who).result?.passed)).toEqual([
      'EXEMPT',
      'EXEMPT',
      'EXEMPT',
      'EXEMPT',
      undefined,
      undefined,
    ])
    for (const who of everybody) expect(pollSeen(r, who)).toMatchObject({ votedIds: [], choices: {} })
    expect(typesTold(r, 'm4')).not.toContain('ballot/closed')
    expect(typesTold(r, 'sec')).toContain('ballot/closed')
    expect(JSON.stringify(told(r, 'sec'))).not.toContain('"m9":"NOT_TOLERATED"')
  })

  it('[B-18] after it all see a named ballot with its names', () => {
    const r = ready()
    r.vote(votes(PASSED, r.dueIds))
    for (const who of everybody)
      expect(pollSeen(r, who)).toMatchObject({
        choices: { m9: 'NOT_TOLERATED' },
        result: { passed: 'EXEMPT' },
      })
    expect(
      r.entries.every(
        (entry) =>
          entry.type !== 'ballot/closed' ||
          meetingEntryVisible({ personId: 'm4', audience: 'person' }, r.state, entry),
      ),
    ).toBe(true)
  })

  it('[B-17] of a secret ballot whose figures tell, members, chair and secretary see passed or not, scrutineers the figures', () => {
    const r = ready()
    r.vote(votes(TELLING, r.dueIds), { method: 'secret' })
    for (const who of ['chair', 'sec', 'm4', 'att']) {
      expect(pollSeen(r, who).result).toMatchObject({ passed: 'EXEMPT', counts: {}, cast: 9 })
      expect(JSON.stringify(told(r, who))).not.toContain('"EXEMPT":8')
    }
    for (const who of ['m2', 'm3'])
      expect(pollSeen(r, who).result?.counts).toMatchObject({ EXEMPT: 8, LIGHTER: 1 })
    expect(JSON.stringify(told(r, 'm2'))).toContain('"EXEMPT":8')
  })

  it('[B-17] and the figures where they tell nobody’s vote', () => {
    const r = ready()
    r.vote(votes(PASSED, r.dueIds), { method: 'secret' })
    for (const who of everybody) expect(pollSeen(r, who).result?.counts).toMatchObject(PASSED)
  })

  it('[B-18] entered hands are the secretary’s and the scrutineers’ until announced', () => {
    const r = ready()
    const pollId = r.ballot({ method: 'show-of-hands' })
    r.must('sec', { type: 'enter-hands', pollId, counts: { EXEMPT: 9 } })
    const hands = () => everybody.map((who) => pollSeen(r, who).hands !== null)
    expect(hands()).toEqual([false, true, true, true, false, false])
    expect(everybody.map((who) => typesTold(r, who).includes('ballot/hands-entered'))).toEqual(hands())
    for (const who of ['m2', 'm3']) r.must(who, { type: 'confirm-count', pollId })
    r.must('sec', r.closing(pollId, {}))
    expect(hands()).toEqual([true, true, true, true, false, false])
    r.must('chair', { type: 'announce-result', pollId })
    expect(hands()).toEqual([true, true, true, true, true, true])
  })

  it('[B-18] of a void ballot nobody ever sees what was in it', () => {
    const r = ready()
    const pollId = r.ballot()
    r.close(pollId, votes(PASSED, r.dueIds))
    r.must('chair', { type: 'void-ballot', pollId, reason: 'x', ground: 'technical-fault' })
    r.must('m2', { type: 'answer-void', pollId, agreed: true })
    for (const who of everybody) {
      expect(pollSeen(r, who)).toMatchObject({ status: 'void', result: null, votedIds: [], choices: {} })
      expect(typesTold(r, who)).not.toContain('ballot/closed')
    }
  })

  it('[M-22] entries follow the view: shown as they stand only when nothing in them is private', () => {
    const r = ready()
    const convened = r.entries[0]
    if (!convened) throw new Error('entry')
    const visible = (personId: string) =>
      meetingEntryVisible({ personId, audience: 'person' }, r.state, convened)
    expect([visible('sec'), visible('m2')]).toEqual([true, false])
    expect(meetingEntryFor({ personId: 'm2', audience: 'person' }, r.state, convened)).toMatchObject({
      type: 'meeting/convened',
      payload: { checkInCode: '', title: '会商会' },
      hash: convened.hash,
    })
    for (const itemId of ['i1', 'i2']) r.must('chair', { type: 'defer-item', itemId, reason: 'x' })
    r.must('chair', { type: 'close' })
    expect(visible('m2')).toBe(true)
  })

  it('[X-06] the quorum shown is that of the item that is up', () => {
    const r = room()
    r.must('m2', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    r.opened()
    const due = () => {
      const view = meetingViewFor({ personId: 'm3', audience: 'person' }, r.state)
      return isRefusal(view) ? 0 : view.quorum.due
    }
    expect(due()).toBe(9)
    r.openItem()
    expect(due()).toBe(8)
  })
})
