import { describe, expect, it } from 'vitest'
import type { BallotMethod } from '#domain/ballots/types.ts'
import { mayCast } from '#domain/meetings/casting.ts'
import { standingPoll } from '#domain/meetings/items.ts'
import type { Orders } from '#domain/meetings/order.ts'
import type { RefusalCode } from '#domain/record/refusal.ts'
import { itemFor, room, votes, type Room } from '../support/meeting-room.ts'

const ready = (options: Parameters<typeof room>[0] = {}) => room(options).checkIn('att').opened().stated()
const PASSED = { EXEMPT: 5, LIGHTER: 3, NOT_TOLERATED: 1 }
const SPLIT = { EXEMPT: 4, LIGHTER: 3, NOT_TOLERATED: 2 }

describe('putting the question', () => {
  it.each<[string, Partial<Orders['put-question']>, RefusalCode]>([
    ['an option twice', { options: ['EXEMPT', 'EXEMPT'] }, 'ballot/unknown-option'],
    ['no option', { options: [] }, 'ballot/unknown-option'],
    ['a subject of another item', { subjectId: 'i2-s1' }, 'input/invalid'],
  ])('[B-02] refused: %s', (_title, over, code) => {
    const r = ready()
    expect(r.attempt('chair', r.question(over))).toBe(code)
  })

  it('[B-02] by the chair alone, from his place', () => {
    const r = ready()
    expect(r.attempt('m2', r.question())).toBe('meeting/not-chair')
    expect(r.attempt('sec', r.question())).toBe('meeting/not-chair')
    r.must('chair', { type: 'check-out', personId: null })
    expect(r.attempt('chair', r.question())).toBe('meeting/not-present')
  })

  it('[B-01] the roll is frozen: who comes, goes or hands over later changes nothing on it', () => {
    const r = room({ rules: { minimumSecretRoll: 3 } })
      .opened('m9')
      .stated()
    const pollId = r.ballot()
    const before = r.poll(pollId).roll
    expect(before.map((line) => line.entitled)).toEqual([
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
      false,
    ])
    r.checkIn('m9')
    r.must('m8', { type: 'check-out', personId: null })
    expect(r.poll(pollId).roll).toBe(before)
    expect(mayCast(r.state, 'm9', { pollId, choice: 'EXEMPT' })).toEqual({ refused: 'ballot/not-entitled' })
    r.close(pollId, votes({ EXEMPT: 8 }, r.dueIds))
    expect(r.poll(pollId).result).toMatchObject({ present: 8, due: 9, cast: 8, rule: { base: 9 } })
  })

  it('[B-22] subject by subject; [B-03] one ballot at a time, its result announced before the next', () => {
    const r = ready({ items: [itemFor('i1', ['deng', 'li'])] })
    const pollId = r.ballot({ subjectId: 'deng' })
    expect(r.attempt('chair', r.question({ subjectId: 'li' }))).toBe('ballot/already-open')
    r.close(pollId, votes(PASSED, r.dueIds))
    expect(r.attempt('chair', r.question({ subjectId: 'li' }))).toBe('meeting/result-unannounced')
    r.must('chair', { type: 'announce-result', pollId })
    r.vote(votes({ LIGHTER: 9 }, r.dueIds), { subjectId: 'li' })
    expect(r.item().subjects.map(({ id }) => standingPoll(r.item(), id)?.result?.passed)).toEqual([
      'EXEMPT',
      'LIGHTER',
    ])
  })

  it('[B-03] refused: a second ballot while one is open', () => {
    const r = ready()
    r.ballot()
    expect(r.attempt('chair', r.question())).toBe('ballot/already-open')
  })

  it('[B-04] a secret ballot needs five entitled', () => {
    const r = room({ due: ['chair', 'm2', 'm3', 'm4', 'm5'] })
      .opened('m5')
      .stated()
    expect(r.attempt('chair', r.question({ method: 'secret' }))).toBe('ballot/secret-roll-too-small')
    const five = room({ due: ['chair', 'm2', 'm3', 'm4', 'm5'] })
      .opened()
      .stated()
    expect(five.attempt('chair', five.question({ method: 'secret' }))).toBeNull()
  })

  it.each<BallotMethod>(['secret', 'show-of-hands'])(
    '[B-05] %s: two scrutineers in the room, not the chair, not recused',
    (method) => {
      const put = (r: Room) => r.attempt(r.state.chairId, r.question({ method }))
      expect(put(ready({ scrutineers: ['m2'] }))).toBe('meeting/scrutineers-needed')
      expect(put(ready({ scrutineers: ['m2', 'chair'] }))).toBe('meeting/scrutineers-needed')
      expect(put(ready({ scrutineers: ['m2', 'm2'] }))).toBe('meeting/scrutineers-needed')
      expect(put(ready({ scrutineers: ['m2', 'outside'] }))).toBe('meeting/scrutineers-needed')
      expect(put(ready({ scrutineers: ['m2', 'att'] }))).toBeNull()
      const recused = room().opened()
      recused.must('m3', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
      expect(put(recused.stated())).toBe('meeting/scrutineers-needed')
      const named = ready({ scrutineers: [] })
      expect(named.attempt('chair', named.question({ method: 'named' }))).toBeNull()
    },
  )
})

describe('casting', () => {
  it('[B-19] those on the roll, in the room, for what was put; the rest is refused', () => {
    const r = ready()
    const pollId = r.ballot()
    const cast = (who: string, choice: 'EXEMPT' | 'SHELVED' | 'ABSTAIN' = 'EXEMPT', id = pollId) =>
      mayCast(r.state, who, { pollId: id, choice })?.refused ?? null
    expect(cast('m2')).toBeNull()
    expect(cast('m2', 'ABSTAIN')).toBeNull()
    expect(cast('m2', 'SHELVED')).toBe('ballot/unknown-option')
    expect(cast('att')).toBe('ballot/not-entitled')
    expect(cast('stranger')).toBe('ballot/not-entitled')
    expect(cast('m2', 'EXEMPT', 'x')).toBe('ballot/unknown')
    r.must('m2', { type: 'check-out', personId: null })
    expect(cast('m2')).toBe('meeting/not-present')
  })

  it('[B-19] a ballot that is over is the box’s to answer: a vote sent again gets its receipt', () => {
    const r = ready()
    const pollId = r.vote(votes(PASSED, r.dueIds))
    expect(mayCast(r.state, 'm2', { pollId, choice: 'EXEMPT' })).toBeNull()
  })

  it('[B-19] nobody casts into a show of hands', () => {
    const r = ready()
    const pollId = r.ballot({ method: 'show-of-hands' })
    expect(mayCast(r.state, 'm2', { pollId, choice: 'EXEMPT' })).toEqual({
      refused: 'ballot/by-show-of-hands',
    })
  })
})

describe('closing and announcing', () => {
  it('[B-10] closed by the chair or a secretary, once', () => {
    const r = ready()
    const pollId = r.ballot()
    const closing = r.closing(pollId, votes(PASSED, r.dueIds))
    expect(r.attempt('m2', closing)).toBe('meeting/not-secretary')
    expect(r.attempt('chair', { ...closing, pollId: 'x' })).toBe('ballot/unknown')
    r.must('sec', closing)
    expect(r.attempt('chair', closing)).toBe('ballot/closed')
    expect(r.poll(pollId)).toMatchObject({
      status: 'closed',
      votedIds: r.dueIds,
      choices: { chair: 'EXEMPT', m9: 'NOT_TOLERATED' },
    })
  })

  it('[B-09] a secret ballot enters the record without choices, its voters in roll order', () => {
    const r = ready()
    const pollId = r.ballot({ method: 'secret' })
    r.close(pollId, votes(PASSED, [...r.dueIds].reverse()))
    const entry = r.entries.at(-1)
    expect(entry).toMatchObject({ type: 'ballot/closed', payload: { choices: {}, votedIds: r.dueIds } })
  })

  it('[B-13] announced by the chair, once, when closed', () => {
    const r = ready()
    const pollId = r.ballot()
    const announce = { type: 'announce-result', pollId } as const
    expect(r.attempt('chair', announce)).toBe('ballot/already-open')
    r.close(pollId, votes(PASSED, r.dueIds))
    expect(r.attempt('m2', announce)).toBe('meeting/not-chair')
    r.must('chair', announce)
    expect(r.poll(pollId)).toMatchObject({ status: 'announced', announcedAt: expect.any(String) as string })
    expect(r.attempt('chair', announce)).toBe('ballot/already-announced')
  })

  it('[B-12] a secret count is confirmed by two scrutineers between close and announcement', () => {
    const r = ready()
    const pollId = r.ballot({ method: 'secret' })
    const confirm = { type: 'confirm-count', pollId } as const
    const announce = { type: 'announce-result', pollId } as const
    expect(r.attempt('m2', confirm)).toBe('ballot/nothing-to-confirm')
    r.close(pollId, votes(PASSED, r.dueIds))
    expect(r.attempt('m4', confirm)).toBe('ballot/not-scrutineer')
    expect(r.attempt('chair', announce)).toBe('ballot/scrutineers-must-confirm')
    r.must('m2', confirm)
    expect(r.attempt('m2', confirm)).toBe('ballot/already-confirmed')
    expect(r.attempt('chair', announce)).toBe('ballot/scrutineers-must-confirm')
    r.must('m3', confirm)
    r.must('chair', announce)
    expect(r.attempt('m3', confirm)).toBe('ballot/already-announced')
  })

  it('[B-12] a named ballot has nothing to confirm', () => {
    const r = ready()
    const pollId = r.ballot()
    r.close(pollId, votes(PASSED, r.dueIds))
    expect(r.attempt('m2', { type: 'confirm-count', pollId })).toBe('ballot/nothing-to-confirm')
  })

  it('[B-11] a show of hands: a secretary enters, two scrutineers confirm, then it is closed by these figures', () => {
    const r = ready({ secretaries: ['sec', 'm3'], scrutineers: ['m2', 'm3', 'm4'] })
    const pollId = r.ballot({ method: 'show-of-hands' })
    const confirm = { type: 'confirm-count', pollId } as const
    const enter = (counts: Orders['enter-hands']['counts'], who = 'sec') =>
      r.attempt(who, { type: 'enter-hands', pollId, counts })
    const close = () => r.attempt('chair', r.closing(pollId, {}))
    expect(close()).toBe('ballot/scrutineers-must-confirm')
    expect(r.attempt('m2', confirm)).toBe('ballot/nothing-to-confirm')
    expect(enter({ EXEMPT: 5 }, 'm2')).toBe('meeting/not-secretary')
    expect(enter({ EXEMPT: 6, LIGHTER: 4 })).toBe('ballot/counts-do-not-match')
    expect(enter({ SHELVED: 1 })).toBe('ballot/counts-do-not-match')
    expect(enter({ EXEMPT: 6, LIGHTER: 2, ABSTAIN: 1 }, 'm3')).toBeNull()
    expect(r.attempt('m3', confirm)).toBe('ballot/not-scrutineer')
    r.must('m2', confirm)
    expect(close()).toBe('ballot/scrutineers-must-confirm')
    expect(enter({ EXEMPT: 5, LIGHTER: 3 })).toBeNull()
    expect(close()).toBe('ballot/scrutineers-must-confirm')
    r.must('m2', confirm)
    expect(r.attempt('m2', confirm)).toBe('ballot/already-confirmed')
    r.must('m4', confirm)
    expect(close()).toBeNull()
    expect(r.poll(pollId)).toMatchObject({
      status: 'closed',
      votedIds: [],
      result: { cast: 8, passed: 'EXEMPT', counts: { EXEMPT: 5, LIGHTER: 3, NOT_TOLERATED: 0, ABSTAIN: 0 } },
    })
    r.must('chair', { type: 'announce-result', pollId })
  })

  it('[B-11] no more hands than entitled people in the room', () => {
    const r = ready()
    const pollId = r.ballot({ method: 'show-of-hands' })
    r.must('m9', { type: 'check-out', personId: null })
    expect(r.attempt('sec', { type: 'enter-hands', pollId, counts: { EXEMPT: 9 } })).toBe(
      'ballot/counts-do-not-match',
    )
    r.must('sec', { type: 'enter-hands', pollId, counts: { EXEMPT: 8 } })
  })

  it('[B-11] nothing is entered by hand into another ballot', () => {
    const r = ready()
    const pollId = r.ballot()
    expect(r.attempt('sec', { type: 'enter-hands', pollId, counts: { EXEMPT: 9 } })).toBe(
      'ballot/nothing-to-confirm',
    )
  })
})

describe('where nothing passes', () => {
  const second = (pollId: string) => ({ type: 'open-second-round', pollId }) as const

  it('[B-14] a second round between the two first, once', () => {
    const r = ready()
    const first = r.vote(votes(SPLIT, r.dueIds))
    expect(r.attempt('chair', second('x'))).toBe('ballot/unknown')
    expect(r.attempt('m2', second(first))).toBe('meeting/not-chair')
    r.must('chair', second(first))
    const poll = r.item().polls.at(-1)
    expect(poll).toMatchObject({ round: 2, options: ['EXEMPT', 'LIGHTER'], method: 'named', status: 'open' })
    const pollId = poll?.id ?? ''
    r.close(pollId, votes({ EXEMPT: 4, LIGHTER: 4 }, r.dueIds))
    r.must('chair', { type: 'announce-result', pollId })
    expect(r.attempt('chair', second(pollId))).toBe('ballot/no-second-round')
    expect(r.attempt('chair', second(first))).toBe('ballot/no-second-round')
    r.must('chair', { type: 'defer-item', itemId: 'i1', reason: '两轮均未通过' })
  })

  it('[B-14] not after a result that passed, nor where one option alone had votes', () => {
    const passed = ready()
    expect(passed.attempt('chair', second(passed.vote(votes(PASSED, passed.dueIds))))).toBe(
      'ballot/no-second-round',
    )
    const alone = ready()
    expect(alone.attempt('chair', second(alone.vote(votes({ EXEMPT: 4, ABSTAIN: 5 }, alone.dueIds))))).toBe(
      'ballot/no-second-round',
    )
  })

  it('[B-14] a void second round may be opened again', () => {
    const r = ready()
    const first = r.vote(votes(SPLIT, r.dueIds))
    r.must('chair', second(first))
    r.must('chair', { type: 'void-ballot', pollId: r.item().polls.at(-1)?.id ?? '', reason: 'x' })
    r.must('chair', second(first))
  })

  it('[B-15] the question is not put again until it suits', () => {
    const r = ready()
    r.vote(votes(SPLIT, r.dueIds))
    expect(r.attempt('chair', r.question({ options: ['LIGHTER'] }))).toBe('ballot/reconsideration-needed')
  })
})

describe('reconsideration', () => {
  const ask = (subjectId = 'i1-s1') =>
    ({ type: 'ask-reconsideration', subjectId, reason: '出现新的证据' }) as const
  const consent = (r: Room, who: string) =>
    r.attempt(who, {
      type: 'consent-reconsideration',
      reconsiderationId: r.item().reconsiderations.at(-1)?.id ?? '',
    })

  it('[B-15] a decided subject is voted anew only when more than half of those due consent', () => {
    const r = ready()
    const first = r.vote(votes(PASSED, r.dueIds))
    expect(r.attempt('chair', r.question())).toBe('ballot/subject-decided')
    expect(r.attempt('att', ask())).toBe('meeting/not-a-member-due')
    expect(r.attempt('m2', ask('x'))).toBe('ballot/unknown')
    r.must('m2', ask())
    expect(r.attempt('m3', ask())).toBe('ballot/reconsideration-asked')
    expect(consent(r, 'm2')).toBe('ballot/already-confirmed')
    expect(consent(r, 'att')).toBe('meeting/not-a-member-due')
    for (const who of ['m3', 'm4', 'm5']) expect(consent(r, who)).toBeNull()
    expect(r.item().reconsiderations[0]?.granted).toBe(false)
    expect(r.attempt('chair', r.question())).toBe('ballot/subject-decided')
    expect(consent(r, 'm6')).toBeNull()
    expect(r.item().reconsiderations[0]?.granted).toBe(true)
    expect(r.attempt('chair', { type: 'finish-item' })).toBe('meeting/undecided-items')
    const anew = r.vote(votes({ LIGHTER: 6, EXEMPT: 3 }, r.dueIds))
    expect(r.poll(anew)).toMatchObject({ round: 1, reconsiders: first })
    expect(standingPoll(r.item(), 'i1-s1')?.id).toBe(anew)
    expect(r.attempt('chair', r.question())).toBe('ballot/subject-decided')
  })

  it('[B-15] only members in the room and not recused ask and consent, and not over a ballot under way', () => {
    const r = ready({ items: [itemFor('i1', ['i1-s1', 'li'])] })
    r.vote(votes(PASSED, r.dueIds))
    r.must('m2', { type: 'check-out', personId: null })
    expect(r.attempt('m2', ask())).toBe('meeting/not-present')
    r.must('m3', { type: 'recuse-myself', itemId: 'i1', reason: 'x' })
    expect(r.attempt('m3', ask())).toBe('recusal/recused')
    const pollId = r.ballot({ subjectId: 'li' })
    expect(r.attempt('m4', ask('li'))).toBe('ballot/already-open')
    r.close(pollId, { chair: 'EXEMPT' })
    expect(r.attempt('m4', ask('li'))).toBe('meeting/result-unannounced')
  })

  it('[B-15] a void ballot does not use the consent up', () => {
    const r = ready()
    r.vote(votes(PASSED, r.dueIds))
    r.must('m2', ask())
    for (const who of ['m3', 'm4', 'm5', 'm6']) consent(r, who)
    const pollId = r.ballot()
    r.must('chair', { type: 'void-ballot', pollId, reason: 'x' })
    r.must('chair', r.question())
  })

  it('[B-20] while consent waits for its vote nothing stands; if the new vote passes nothing, the earlier decision stays', () => {
    const r = ready()
    const first = r.vote(votes(PASSED, r.dueIds))
    expect(standingPoll(r.item(), 'i1-s1')?.id).toBe(first)
    r.must('m2', ask())
    for (const who of ['m3', 'm4', 'm5', 'm6']) consent(r, who)
    expect(standingPoll(r.item(), 'i1-s1')).toBeNull()
    r.vote(votes(SPLIT, r.dueIds))
    expect(standingPoll(r.item(), 'i1-s1')?.id).toBe(first)
    r.must('chair', { type: 'finish-item' })
  })

  it('[B-15] an item already decided is taken up again after consent, and the meeting waits for it', () => {
    const r = ready()
    r.vote(votes(PASSED, r.dueIds))
    r.must('chair', { type: 'finish-item' })
    const reopen = { type: 'open-item', itemId: 'i1', presenterId: null } as const
    expect(r.attempt('chair', reopen)).toBe('agenda/item-finished')
    r.must('chair', { type: 'defer-item', itemId: 'i2', reason: 'x' })
    r.must('m2', ask())
    for (const who of ['m3', 'm4', 'm5', 'm6']) consent(r, who)
    expect(r.attempt('chair', { type: 'close' })).toBe('meeting/undecided-items')
    r.must('chair', reopen)
    expect(r.item()).toMatchObject({ phase: 'voting', endedAt: null })
    r.vote(votes({ NOT_TOLERATED: 9 }, r.dueIds))
    r.must('chair', { type: 'finish-item' })
    r.must('chair', { type: 'close' })
    expect(standingPoll(r.item(), 'i1-s1')?.result?.passed).toBe('NOT_TOLERATED')
  })
})
