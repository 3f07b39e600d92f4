import { describe, expect, it } from 'vitest'
import type { CommentCommand } from '#domain/comments/commands.ts'
import { decideComments } from '#domain/comments/decide.ts'
import { evolveComments, initialComments } from '#domain/comments/evolve.ts'
import type { Seat } from '#domain/comments/happenings.ts'
import type { Comment, CommentsState, CommentStatus } from '#domain/comments/types.ts'
import {
  changesForAll,
  changesForAuthors,
  changesForModerators,
  commentsFor,
  type SeenComment,
} from '#domain/comments/view.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { seeded } from '../../scripts/seeded.ts'

const START = Date.parse('2026-11-22T01:00:00Z')
const SEAT: Seat = {
  name: '王建国',
  ref: 'masked-7',
  capacity: 'public-seat',
  phase: 'debate',
  moderates: false,
  silenced: null,
  issueIds: ['issue-1'],
  papers: [{ id: 'paper-1', paragraphs: 3 }],
  frozenAt: null,
  commentLength: 20,
  commentsPerMinute: 3,
}
const DESK: Seat = { ...SEAT, name: '记录员', capacity: 'recorder', moderates: true }

/** Comments played one command after another; `seconds` passes before each. */
class Play {
  state: CommentsState = initialComments('h1')
  private seconds = 0
  private ids = 0

  act(who: string, command: CommentCommand, seat: Partial<Seat> = {}, after = 1): string {
    this.seconds += after
    const now = new Date(START + this.seconds * 1000)
    const actor = { personId: who, name: who, bodyId: null, bodyName: null, roles: [] }
    const context = { now, actor, newId: () => `c${String(++this.ids)}`, chance: () => 0, calendar: {} }
    const base = who === 'desk' ? DESK : SEAT
    const decided = decideComments(this.state, { ...command, seat: { ...base, ...seat } }, context)
    if (isRefusal(decided)) return decided.refused
    for (const happening of decided)
      this.state = evolveComments(this.state, {
        ...happening,
        stream: 'comments/h1',
        seq: this.state.seq + 1,
        actorId: who,
        at: now.toISOString(),
        commandId: 'command',
        commandPart: 0,
        previousHash: '',
        hash: '',
      })
    return 'ok'
  }

  comment(who: string, text = '请说明依据', seat: Partial<Seat> = {}, after = 30): string {
    const told = this.act(
      who,
      { type: 'comment', text, issueId: null, evidenceId: null, paragraph: null },
      seat,
      after,
    )
    return told === 'ok' ? `c${String(this.ids)}` : told
  }

  of(id: string): Comment {
    const found = this.state.comments.get(id)
    if (!found) throw new Error(`no comment ${id}`)
    return found
  }
}

const STEPS = ['admit', 'answer', 'hold', 'strike', 'merge'] as const

function step(type: (typeof STEPS)[number], commentId: string, into = 'c1'): CommentCommand {
  switch (type) {
    case 'admit':
      return { type, commentId }
    case 'answer':
      return { type, commentId, text: '依据是《办法》第八条' }
    case 'merge':
      return { type, commentId, into }
    default:
      return { type, commentId, reason: '与本案无关' }
  }
}

describe('live comments', () => {
  it('[Q-13] what the frozen transcript tells stays as it is told; what came later or still waits is dealt with', () => {
    const play = new Play()
    for (const who of ['wang', 'li', 'zhao']) play.comment(who)
    for (const commentId of ['c1', 'c2']) play.act('desk', { type: 'admit', commentId })
    const frozen = { frozenAt: play.of('c3').at }
    for (const type of STEPS.filter((one) => one !== 'admit'))
      expect([type, play.act('desk', step(type, 'c2'), frozen)]).toEqual([type, 'hearing/transcript-frozen'])
    play.comment('sun')
    for (const commentId of ['c3', 'c4'])
      expect(play.act('desk', { type: 'admit', commentId }, frozen)).toBe('ok')
    expect(play.act('desk', step('strike', 'c4'), frozen)).toBe('ok')
  })

  it('[Q-01] [Q-09] a comment waits, tied to the phase and to the issue it names', () => {
    const play = new Play()
    play.act('wang', { type: 'comment', text: '问', issueId: 'issue-1', evidenceId: null, paragraph: null })
    expect(play.of('c1')).toMatchObject({
      authorId: 'wang',
      capacity: 'public-seat',
      status: 'waiting',
      tie: { phase: 'debate', issueId: 'issue-1', paragraph: null },
    })
    const other = {
      type: 'comment',
      text: '问',
      issueId: 'issue-2',
      evidenceId: null,
      paragraph: null,
    } as const
    expect(play.act('wang', other)).toBe('comment/unknown-tie')
  })

  it('[Q-42] of a comment about a piece of evidence its readers are told that, the queue also which', () => {
    const play = new Play()
    play.act('wang', { type: 'comment', text: '问', issueId: null, evidenceId: 'piece-1', paragraph: null })
    play.act('desk', { type: 'admit', commentId: 'c1' })
    const told = changesForAll(play.state, 0).put[0]
    expect(told?.tie.evidenceId).toBe('')
    const desk = commentsFor({ personId: 'desk', moderates: true }, play.state).comments[0]
    expect(desk?.tie.evidenceId).toBe('piece-1')
  })

  it('[H-132] a comment cites a paragraph of a paper that its author may open, and of no other', () => {
    const cite = (paper: string, paragraph: number) =>
      ({
        type: 'comment',
        ...{ text: '问', issueId: null, evidenceId: null },
        paragraph: { paper, paragraph },
      }) as const
    const play = new Play()
    expect(play.act('wang', cite('paper-1', 4))).toBe('comment/unknown-tie')
    expect(play.act('wang', cite('paper-2', 1))).toBe('comment/unknown-tie')
    expect(play.act('wang', cite('paper-1', 1), { papers: [] })).toBe('comment/unknown-tie')
    expect(play.act('wang', cite('paper-1', 3))).toBe('ok')
    expect(play.of('c1').tie.paragraph).toEqual({ paper: 'paper-1', paragraph: 3 })
  })

  it('[H-132] an earlier comment with a number alone still reads', () => {
    const made = {
      capacity: 'party',
      ...{ commentId: 'old', authorName: '王', text: '问' },
      tie: { phase: 'debate', issueId: null, evidenceId: null, paragraph: 7 },
    } as const
    const entry = {
      type: 'comment/made',
      ...{ payload: made, stream: 'comments/h1', seq: 1, actorId: 'wang' },
      ...{ at: '2026-11-22T01:00:00Z', commandId: 'c', commandPart: 0, previousHash: '', hash: '' },
    } as const
    const state = evolveComments(initialComments('h1'), entry)
    expect(state.comments.get('old')?.tie.paragraph).toEqual({ paper: null, paragraph: 7 })
  })

  it('[Q-02] who may not speak up is told why, and a text one sign too long is refused', () => {
    const play = new Play()
    expect(play.comment('wang', '问', { silenced: 'access/denied' })).toBe('access/denied')
    expect(play.comment('wang', '😀'.repeat(20))).toBe('c1')
    expect(play.comment('wang', '问'.repeat(21))).toBe('input/too-large')
  })

  it('[Q-03] a fourth within a minute is refused, another person’s is not, and it passes when the minute has', () => {
    const play = new Play()
    for (const _ of [1, 2, 3]) expect(play.comment('wang', '问', {}, 1)).toMatch(/^c/)
    expect(play.comment('wang', '问', {}, 1)).toBe('comment/too-often')
    expect(play.comment('li', '问', {}, 1)).toBe('c4')
    expect(play.comment('wang', '问', {}, 57)).toBe('c5')
  })

  const allowed: Readonly<Record<CommentStatus, readonly (typeof STEPS)[number][]>> = {
    waiting: ['admit', 'answer', 'hold', 'strike', 'merge'],
    admitted: ['answer', 'hold', 'strike', 'merge'],
    answered: ['strike'],
    held: ['admit', 'answer', 'strike', 'merge'],
    struck: [],
    merged: ['strike'],
  }
  const BEFORE: Readonly<Record<CommentStatus, readonly (typeof STEPS)[number][]>> = {
    waiting: [],
    admitted: ['admit'],
    answered: ['answer'],
    held: ['hold'],
    struck: ['strike'],
    merged: ['merge'],
  }

  it.each(
    Object.entries(allowed).flatMap(([from, may]) =>
      STEPS.map((to) => [from, to, may.includes(to)] as const),
    ),
  )('[Q-04] %s → %s: %s', (from, to, may) => {
    const play = new Play()
    play.comment('wang')
    play.act('desk', step('admit', 'c1'))
    play.comment('li')
    for (const before of BEFORE[from as CommentStatus]) play.act('desk', step(before, 'c2'))
    expect(play.of('c2').status).toBe(from)
    expect(play.act('wang', step(to, 'c2'))).toBe('comment/not-moderator')
    expect(play.act('desk', step(to, 'c2'))).toBe(may ? 'ok' : 'comment/already-done')
  })

  it('[Q-05] merging adds author and supporters once, and only into what is shown', () => {
    const play = new Play()
    play.comment('wang')
    play.comment('li')
    play.comment('wang')
    expect(play.act('desk', step('merge', 'c2'))).toBe('comment/unknown')
    play.act('desk', step('admit', 'c1'))
    play.act('desk', step('admit', 'c2'))
    for (const commentId of ['c1', 'c2']) play.act('zhao', { type: 'support', commentId, yes: true })
    play.act('desk', step('merge', 'c2'))
    play.act('desk', step('merge', 'c3'))
    expect([...play.of('c1').supporters].sort()).toEqual(['li', 'zhao'])
    expect(play.act('desk', step('merge', 'c1', 'c1'))).toBe('comment/unknown')
  })

  it('[Q-06] support: what is shown, once, not one’s own, and taken back', () => {
    const play = new Play()
    play.comment('wang')
    const yes = { type: 'support', commentId: 'c1', yes: true } as const
    expect(play.act('li', yes)).toBe('comment/unknown')
    play.act('desk', step('admit', 'c1'))
    expect(play.act('wang', yes)).toBe('comment/own')
    expect(play.act('li', yes)).toBe('ok')
    expect(play.act('li', yes)).toBe('comment/already-done')
    expect(play.act('li', { ...yes, yes: false })).toBe('ok')
    expect(play.of('c1').supporters).toEqual([])
    expect(play.act('li', yes, { silenced: 'access/denied' })).toBe('access/denied')
  })

  it('[Q-07] of what is held back or struck only its author and the queue see anything', () => {
    const play = new Play()
    for (const who of ['wang', 'wang', 'li']) play.comment(who, '内情')
    play.act('desk', step('hold', 'c1'))
    play.act('desk', step('strike', 'c2'))
    play.act('desk', step('admit', 'c3'))
    const ids = (personId: string, moderates = false) =>
      commentsFor({ personId, moderates }, play.state).comments.map(({ id, reason }) => id + reason)
    expect(ids('zhao')).toEqual(['c3'])
    expect(ids('wang')).toEqual(['c1与本案无关', 'c2与本案无关', 'c3'])
    expect(ids('desk', true)).toHaveLength(3)
    expect(changesForAll(play.state, 0).put.map(({ id }) => id)).toEqual(['c3'])
    expect([...changesForAuthors(play.state, 0).keys()]).toEqual(['wang'])
  })

  it('[T-121] what was shown is taken away again, of what never was nothing is said', () => {
    const play = new Play()
    for (const who of ['wang', 'li', 'zhao']) play.comment(who)
    play.act('desk', step('hold', 'c1'))
    play.act('desk', step('admit', 'c2'))
    play.act('desk', step('hold', 'c2'))
    play.act('desk', step('answer', 'c3'))
    play.act('desk', step('strike', 'c3'))
    expect(changesForAll(play.state, 3)).toEqual({ put: [], gone: ['c2', 'c3'] })
    expect(changesForAll(play.state, 0)).toEqual({ put: [], gone: [] })
  })

  it('[T-120] at once is admitted what waits and was named, what was dealt with meanwhile stays as it is', () => {
    const play = new Play()
    for (const who of ['wang', 'li', 'zhao', 'qian']) play.comment(who)
    play.act('desk', step('hold', 'c2'))
    const all = { type: 'admit-all', commentIds: ['c1', 'c2', 'c3', 'c3', 'unknown'] } as const
    expect(play.act('wang', all)).toBe('comment/not-moderator')
    expect(play.act('desk', all)).toBe('ok')
    const statuses = ['c1', 'c2', 'c3', 'c4'].map((id) => play.of(id).status)
    expect(statuses).toEqual(['admitted', 'held', 'admitted', 'waiting'])
    expect(play.act('desk', all)).toBe('comment/already-done')
  })

  it('[H-161] the queue knows who speaks, all others are told of private people by masked names', () => {
    const play = new Play()
    for (const [who, capacity] of [
      ['party', 'party'],
      ['seat', 'public-seat'],
      ['handler', 'investigator'],
    ] as const) {
      const id = play.comment(who, who, { name: '欧阳建国', capacity })
      play.act('desk', { type: 'admit', commentId: id })
    }
    const masked = ['party 欧阳某某', 'seat 欧阳某某', 'handler 欧阳建国']
    const names = (comments: readonly SeenComment[]) => comments.map((one) => `${one.text} ${one.authorName}`)
    expect(names(changesForAll(play.state, 0).put)).toEqual(masked)
    for (const personId of ['stranger', 'party'])
      expect(names(commentsFor({ personId, moderates: false }, play.state).comments)).toEqual(masked)
    const whole = ['party 欧阳建国', 'seat 欧阳建国', 'handler 欧阳建国']
    expect(names(changesForModerators(play.state, 0).put)).toEqual(whole)
    expect(names(commentsFor({ personId: 'desk', moderates: true }, play.state).comments)).toEqual(whole)
  })

  it.each([11, 23, 47])('[Q-08] changes applied to what was seen give what is seen (seed %i)', (seed) => {
    const next = seeded(seed)
    const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T
    const people = ['wang', 'li', 'zhao', 'qian']
    const play = new Play()
    const seen = new Map<string, Map<string, SeenComment>>([...people, 'desk'].map((who) => [who, new Map()]))
    let after = 0
    for (let turn = 0; turn < 400; turn++) {
      const id = `c${String(1 + Math.floor(next() * 40))}`
      if (next() < 0.3) play.comment(pick(people), '问', { commentsPerMinute: 99 }, 1)
      else if (next() < 0.3) play.act(pick(people), { type: 'support', commentId: id, yes: next() < 0.7 })
      else play.act('desk', step(pick(STEPS), id, `c${String(1 + Math.floor(next() * 40))}`))
      if (next() < 0.7) continue
      const toAll = changesForAll(play.state, after)
      const toAuthors = changesForAuthors(play.state, after)
      for (const [who, known] of seen) {
        const { put, gone } = who === 'desk' ? changesForModerators(play.state, after) : toAll
        for (const comment of gone) known.delete(comment)
        for (const comment of [...put, ...(who === 'desk' ? [] : (toAuthors.get(who) ?? []))])
          known.set(comment.id, comment)
        const whole = commentsFor({ personId: who, moderates: who === 'desk' }, play.state).comments
        expect(new Map(whole.map((comment) => [comment.id, comment]))).toEqual(known)
      }
      after = play.state.seq
    }
    expect(play.state.comments.size).toBeGreaterThan(50)
  })
})
