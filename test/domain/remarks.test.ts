import { describe, expect, it } from 'vitest'
import { remarkCommand } from '#domain/remarks/commands.ts'
import type { Reader, Seat } from '#domain/remarks/happenings.ts'
import { MOST_CORRECTIONS, MOST_REMARKS, REMARK_LIMIT, REMARKS_PER_MINUTE } from '#domain/remarks/limits.ts'
import { remarkSeat } from '#domain/remarks/seat.ts'
import type { Anchor } from '#domain/remarks/types.ts'
import { remarkChanges, remarkTasks } from '#domain/remarks/view.ts'
import { REMARKED_CASE, RemarksPlay } from '../support/remarks-play.ts'
import { caseFile, people, type Who } from '../support/case-world.ts'

const ANCHOR: Anchor = { start: 'AAAA', end: 'BBBB', words: '少减免租金', before: '擅自', after: '的行为' }
const readers: readonly Reader[] = ['wang', 'li', 'zhao'].map((personId) => ({
  personId,
  own: personId !== 'zhao',
}))
const said = { text: '依据不足', mentions: [] as string[] }

class Play extends RemarksPlay {
  constructor() {
    super(readers)
  }

  remark(who: string, seat: Partial<Seat> = {}, mentions: string[] = []): string {
    return this.act(who, { type: 'remark', anchor: ANCHOR, text: '依据不足', mentions }, seat)
  }
}

describe('who remarks', () => {
  const seat = (
    who: Who,
    part: string,
    state = caseFile().registered().state,
    grounds = { recused: false },
  ) => remarkSeat(people[who], state, part, grounds)

  it('[D-40] nobody stands anywhere towards the remarks on a document that he does not read', () => {
    const { state } = caseFile().registered()
    const outside: readonly (readonly [Who, string])[] = [
      ['applicant', 'facts'],
      ['audit', 'facts'],
      ['sysadmin', 'facts'],
      ['organization', 'opinion-discipline'],
      ['secretary', 'opinion-discipline'],
      ['leader', 'opinion-discipline'],
      ['discipline', 'no-such-part'],
    ]
    for (const [who, part] of outside) expect([who, part, seat(who, part, state)]).toEqual([who, part, null])
    expect(seat('discipline', 'opinion-discipline')).not.toBeNull()
    expect(seat('applicant', 'applicant-statement')).not.toBeNull()
    expect(seat('discipline', 'facts', state, { recused: true })).toBeNull()
  })

  it('[D-41] whoever works on the case, leads or told the statement remarks, who reads for a meeting does not', () => {
    for (const who of ['secretary', 'leader', 'discipline'] as const)
      expect([who, seat(who, 'facts')?.silenced]).toEqual([who, null])
    expect(seat('applicant', 'applicant-statement')?.silenced).toBeNull()
    const { state } = caseFile().registered()
    const grounds = { recused: false, viaMeeting: true }
    expect(remarkSeat(people.audit, state, 'facts', grounds)?.silenced).toBe('access/denied')
    const decided = { ...state, stage: 'decided' as const }
    expect(seat('secretary', 'facts', decided)?.silenced).toBe('case/closed')
    const play = new Play()
    expect(play.remark('wang', { silenced: 'access/denied' })).toBe('access/denied')
    expect(play.remark('wang')).toBe('ok')
    for (const command of [
      { type: 'reply', number: 1, ...said },
      { type: 'correct', number: 1, message: 0, ...said, text: '改' },
      { type: 'resolve', number: 1 },
    ] as const)
      expect(play.act('wang', command, { silenced: 'case/closed' })).toBe('case/closed')
  })

  it('[D-41] a submitted text is remarked on as before', () => {
    const file = caseFile().accepted()
    file.must('secretary', { type: 'submit-document', part: 'facts', frozen: { versionId: 'v', hash: 'h' } })
    expect(seat('discipline', 'facts', file.state)).toMatchObject({ silenced: null, writes: false })
  })
})

describe('a remark', () => {
  it('[D-42] is resolved and reopened by its author and by who settles, and takes no answers meanwhile', () => {
    const play = new Play()
    play.remark('wang')
    expect(play.act('li', { type: 'resolve', number: 1 })).toBe('remark/not-yours')
    expect(play.act('li', { type: 'resolve', number: 1 }, { settles: true })).toBe('ok')
    expect(play.seen()[0]?.resolved).toMatchObject({ by: 'li', name: 'li' })
    expect(play.act('wang', { type: 'reply', number: 1, ...said })).toBe('remark/resolved')
    expect(play.act('wang', { type: 'resolve', number: 1 })).toBe('remark/already-done')
    expect(play.act('zhao', { type: 'reopen', number: 1 })).toBe('remark/not-yours')
    expect(play.act('wang', { type: 'reopen', number: 1 })).toBe('ok')
    expect(play.act('wang', { type: 'reopen', number: 1 })).toBe('remark/already-done')
    expect(play.act('li', { type: 'reply', number: 1, ...said })).toBe('ok')
    expect(play.seen()[0]?.messages.map(({ authorId }) => authorId)).toEqual(['wang', 'li'])
  })

  it('[D-43] made on a sealed opinion stays with its body for good', () => {
    const play = new Play()
    play.remark('wang', { sealed: true })
    play.remark('zhao', { own: false })
    expect(play.seen('zhao', false).map(({ number }) => number)).toEqual([2])
    expect(play.seen('li', true).map(({ number }) => number)).toEqual([1, 2])
    for (const type of ['resolve', 'reopen', 'acknowledge'] as const)
      expect(play.act('zhao', { type, number: 1 }, { own: false, settles: true })).toBe('remark/unknown')
    expect(play.act('zhao', { type: 'reply', number: 1, ...said }, { own: false })).toBe('remark/unknown')
    expect(play.act('li', { type: 'reply', number: 1, text: '请看', mentions: ['zhao'] })).toBe(
      'remark/cannot-read',
    )
    expect(play.act('li', { type: 'reply', number: 2, text: '请看', mentions: ['zhao'] })).toBe('ok')
  })

  it('[D-44] is corrected by its author alone, and what it said before stays', () => {
    const play = new Play()
    play.remark('wang')
    play.act('li', { type: 'reply', number: 1, ...said })
    const correct = { type: 'correct', number: 1, message: 0, text: '依据充分', mentions: [] } as const
    expect(play.act('li', correct, { settles: true })).toBe('remark/not-yours')
    expect(play.act('wang', correct)).toBe('ok')
    expect(play.act('wang', correct)).toBe('remark/already-done')
    expect(play.act('wang', { ...correct, message: 7 })).toBe('remark/unknown')
    expect(play.act('wang', { ...correct, text: '再改' })).toBe('ok')
    expect(play.seen()[0]?.messages[0]).toMatchObject({
      text: '再改',
      earlier: [{ text: '依据不足' }, { text: '依据充分' }],
    })
  })

  it('[D-45] calls only who reads it, and waits for him until he answers, has read it, or it is resolved', () => {
    const play = new Play()
    expect(play.remark('wang', {}, ['nobody'])).toBe('remark/cannot-read')
    play.remark('wang', {}, ['li', 'li', 'zhao', 'wang'])
    const waiting = () => remarkTasks(play.state).map(({ personId }) => personId)
    expect(waiting()).toEqual(['li', 'zhao'])
    expect(remarkTasks(play.state)[0]).toMatchObject({
      kind: 'read-remark',
      subject: '/cases/case-1/dossier/facts?remark=1',
      title: REMARKED_CASE,
    })
    expect(play.seen('li')[0]?.waitsForMe).toBe(true)
    play.act('li', { type: 'reply', number: 1, ...said })
    expect(waiting()).toEqual(['zhao'])
    expect(play.act('li', { type: 'acknowledge', number: 1 })).toBe('remark/already-done')
    expect(play.act('zhao', { type: 'acknowledge', number: 1 })).toBe('ok')
    expect(waiting()).toEqual([])
    play.act('wang', { type: 'correct', number: 1, message: 0, text: '改', mentions: ['li'] })
    expect(waiting()).toEqual([])
    play.act('wang', { type: 'reply', number: 1, text: '再看', mentions: ['li'] })
    expect(waiting()).toEqual(['li'])
    play.act('wang', { type: 'resolve', number: 1 })
    expect(waiting()).toEqual([])
  })

  it('[D-48] is limited in length, number and haste', () => {
    const play = new Play()
    for (let n = 0; n < REMARKS_PER_MINUTE; n += 1)
      expect(play.act('wang', { type: 'remark', anchor: null, ...said }, {}, 1)).toBe('ok')
    expect(play.act('wang', { type: 'reply', number: 1, ...said }, {}, 1)).toBe('remark/too-often')
    expect(play.act('li', { type: 'remark', anchor: null, ...said }, {}, 1)).toBe('ok')
    const correct = { type: 'correct', number: 1, message: 0, mentions: [] } as const
    for (let n = 0; n < MOST_CORRECTIONS; n += 1)
      expect(play.act('wang', { ...correct, text: `第${String(n)}稿` })).toBe('ok')
    expect(play.act('wang', { ...correct, text: '又一稿' })).toBe('remark/too-many')
    const [one] = play.state.remarks
    if (!one) throw new Error('there is one')
    play.state = { ...play.state, remarks: new Array<typeof one>(MOST_REMARKS).fill(one) }
    expect(play.act('li', { type: 'remark', anchor: null, ...said })).toBe('remark/too-many')
    const long = { type: 'remark', anchor: null, text: '字'.repeat(REMARK_LIMIT + 1), mentions: [] }
    expect(remarkCommand.safeParse(long).success).toBe(false)
    expect(remarkCommand.safeParse({ ...long, text: '字'.repeat(REMARK_LIMIT) }).success).toBe(true)
  })

  it('[D-49] is put elsewhere only by whoever writes the document, with its words as they were', () => {
    const play = new Play()
    play.remark('wang')
    const rebind = { type: 'rebind', places: [{ number: 1, start: 'CCCC', end: 'DDDD' }] } as const
    expect(play.act('li', rebind)).toBe('document/read-only')
    expect(play.act('li', rebind, { writes: true })).toBe('ok')
    expect(play.seen()[0]?.anchor).toEqual({ ...ANCHOR, start: 'CCCC', end: 'DDDD' })
    const { seq } = play.state
    expect(play.act('li', rebind, { writes: true })).toBe('ok')
    expect(play.state.seq).toBe(seq)
  })

  it('[D-40] is told in pieces that miss nothing and never divide an entry', () => {
    const play = new Play()
    for (let n = 0; n < 900; n += 1) play.remark(`person${String(n)}`)
    const places = Array.from({ length: 200 }, (_, at) => ({ number: at + 1, start: 'CCCC', end: 'DDDD' }))
    play.act('li', { type: 'rebind', places }, { writes: true })
    const known = new Map<number, string>()
    let after = 0
    for (let more = true; more;) {
      const piece = remarkChanges(play.state, { own: true }, 'li', after)
      for (const { number, anchor } of piece.remarks) known.set(number, anchor?.start ?? '')
      expect(piece.seq).toBeGreaterThan(after)
      ;({ more, seq: after } = piece)
    }
    expect(known.size).toBe(900)
    expect([...known.values()].filter((start) => start === 'CCCC')).toHaveLength(200)
    expect(after).toBe(play.state.seq)
  })
})
