import { describe, expect, it } from 'vitest'
import { remarkCommand } from '#domain/remarks/commands.ts'
import type { Seat } from '#domain/remarks/happenings.ts'
import { MOST_CHANGES, MOST_OF_ONE, REMARKS_PER_MINUTE, REVISION_LIMIT } from '#domain/remarks/limits.ts'
import { revisionOf } from '#domain/remarks/revision.ts'
import { remarkSeat } from '#domain/remarks/seat.ts'
import { openSuggestions } from '#domain/remarks/suggesting.ts'
import { remarkChanges } from '#domain/remarks/view.ts'
import { RemarksPlay } from '../support/remarks-play.ts'
import { caseFile, people, type Who } from '../support/case-world.ts'

const CHANGE = {
  anchor: { start: 'AAAA', end: 'BBBB', before: '擅自', after: '的行为' },
  ...{ before: '少减免租金', text: '少减租金' },
}

class Play extends RemarksPlay {
  suggest(who: string, seat: Partial<Seat> = {}, many = 1, seconds = 60): string {
    const changes = Array.from({ length: many }, () => CHANGE)
    return this.act(who, { type: 'suggest', changes, note: '' }, seat, seconds)
  }

  outcomes() {
    return this.state.remarks.map(
      ({ resolved }) => resolved && `${resolved.name} ${String(resolved.outcome)}`,
    )
  }
}

it('[D-48] nobody suggests so much on a text that others can say nothing any more', () => {
  const play = new Play()
  for (let step = 0; step < MOST_OF_ONE / MOST_CHANGES; step += 1)
    expect(play.suggest('wang', {}, MOST_CHANGES)).toBe('ok')
  expect(play.suggest('wang')).toBe('remark/too-many')
  expect(play.act('wang', { type: 'remark', anchor: null, text: '再说', mentions: [] })).toBe(
    'remark/too-many',
  )
  expect(play.suggest('li')).toBe('ok')
})

describe('who suggests', () => {
  const seat = (who: Who, part: string, state = caseFile().registered().state) =>
    remarkSeat(people[who], state, part, { recused: false })

  it('[D-50] whoever may remark may suggest, whether he writes the text or only reads it', () => {
    expect(seat('leader', 'facts')).toMatchObject({ unsuggesting: null, writes: false })
    expect(seat('secretary', 'applicant-statement')).toMatchObject({ unsuggesting: null, writes: false })
    expect(seat('discipline', 'facts')).toMatchObject({ unsuggesting: null, writes: true })
    expect(seat('applicant', 'facts')).toBeNull()
    const { state } = caseFile().registered()
    const grounds = { recused: false, viaMeeting: true }
    expect(remarkSeat(people.audit, state, 'facts', grounds)?.unsuggesting).toBe('access/denied')
    const play = new Play()
    expect(play.suggest('leader', { unsuggesting: 'access/denied' })).toBe('access/denied')
    expect(play.suggest('leader')).toBe('ok')
    expect(play.state.remarks[0]).toMatchObject({
      anchor: { words: '少减免租金' },
      suggestion: { before: '少减免租金', text: '少减租金' },
    })
  })

  it('[D-51] nobody suggests on what was submitted or in a decided case', () => {
    const { state } = caseFile().registered()
    const submitted = {
      ...state,
      documents: state.documents.map((one) => ({ ...one, status: 'submitted' as const })),
    }
    expect(seat('leader', 'facts', submitted)?.unsuggesting).toBe('document/frozen')
    expect(seat('leader', 'facts', submitted)?.silenced).toBeNull()
    expect(seat('leader', 'facts', { ...state, stage: 'decided' })?.unsuggesting).toBe('case/closed')
    const opinions = state.opinions.map((one) => ({ ...one, status: 'submitted' as const }))
    expect(seat('discipline', 'opinion-discipline', { ...state, opinions })?.unsuggesting).toBe(
      'document/frozen',
    )
    expect(new Play().suggest('leader', { unsuggesting: 'document/frozen' })).toBe('document/frozen')
  })

  it('[D-48] several in one step count once against haste, and too long a change is none', () => {
    const play = new Play()
    for (let at = 0; at < REMARKS_PER_MINUTE; at += 1) expect(play.suggest('li', {}, 30, 1)).toBe('ok')
    expect(play.suggest('li', {}, 1, 1)).toBe('remark/too-often')
    expect(play.suggest('li', {}, 1, 60)).toBe('ok')
    const parsed = (change: object) =>
      remarkCommand.safeParse({ type: 'suggest', changes: [{ ...CHANGE, ...change }], note: '' }).success
    expect(parsed({})).toBe(true)
    expect(parsed({ text: '长'.repeat(REVISION_LIMIT + 1) })).toBe(false)
    expect(parsed({ before: '' })).toBe(false)
  })
})

describe('what becomes of a suggestion', () => {
  it('[D-52] who writes the text accepts and refuses, its author withdraws, nobody else, and once', () => {
    const play = new Play()
    play.suggest('li', {}, 4)
    const writer = { writes: true, settles: true }
    const decide = (who: string, type: 'accept' | 'refuse' | 'withdraw', numbers: number[], seat = {}) =>
      play.act(who, { type, numbers }, seat)
    expect(decide('li', 'accept', [1])).toBe('document/read-only')
    expect(decide('li', 'refuse', [1], { settles: true })).toBe('document/read-only')
    expect(decide('wang', 'withdraw', [1], writer)).toBe('remark/not-yours')
    expect(decide('wang', 'accept', [9], writer)).toBe('remark/unknown')
    expect(decide('wang', 'accept', [1, 2], { ...writer, silenced: 'case/closed' })).toBe('case/closed')
    expect(decide('wang', 'accept', [1, 2], writer)).toBe('ok')
    expect(decide('wang', 'refuse', [2], writer)).toBe('remark/already-done')
    expect(decide('wang', 'refuse', [2, 3], writer)).toBe('ok')
    expect(decide('li', 'withdraw', [4])).toBe('ok')
    expect(play.outcomes()).toEqual(['wang accepted', 'wang accepted', 'wang refused', 'li withdrawn'])
    expect(openSuggestions(play.state)).toBe(0)
  })

  it('[D-52] it is not resolved or reopened as a remark is, and a remark is not accepted', () => {
    const play = new Play()
    play.suggest('li')
    play.act('li', { type: 'remark', anchor: null, text: '批注', mentions: [] })
    const writer = { writes: true, settles: true }
    expect(play.act('wang', { type: 'resolve', number: 1 }, writer)).toBe('suggestion/to-be-decided')
    expect(play.act('wang', { type: 'accept', numbers: [2] }, writer)).toBe('remark/unknown')
    play.act('wang', { type: 'refuse', numbers: [1] }, writer)
    expect(play.act('li', { type: 'reopen', number: 1 })).toBe('suggestion/to-be-decided')
    expect(play.act('wang', { type: 'reply', number: 1, text: '理由', mentions: [] })).toBe('remark/resolved')
  })

  it('[D-43] [D-52] made on a sealed opinion it does not exist for others', () => {
    const play = new Play()
    play.suggest('li', { sealed: true })
    const outside = { own: false, writes: true }
    expect(play.act('zhao', { type: 'refuse', numbers: [1] }, outside)).toBe('remark/unknown')
    expect(remarkChanges(play.state, { own: false }, 'zhao', 0).remarks).toEqual([])
  })

  it('[D-50] the same words are no suggestion', () => {
    const play = new Play()
    const changes = [{ ...CHANGE, text: CHANGE.before }]
    expect(play.act('li', { type: 'suggest', changes, note: '' })).toBe('suggestion/nothing')
  })

  it('[D-55] is read as what goes and what comes, without the letters that hold it', () => {
    expect(revisionOf({ before: '甲', text: '甲乙' })).toEqual({ start: 1, removed: '', added: '乙' })
    expect(revisionOf({ before: '少减免租金', text: '少减租金' })).toEqual({
      start: 2,
      removed: '免',
      added: '',
    })
    expect(revisionOf({ before: '甲乙', text: '' })).toEqual({ start: 0, removed: '甲乙', added: '' })
    expect(revisionOf({ before: '甲甲', text: '甲' })).toEqual({ start: 1, removed: '甲', added: '' })
    // Both begin with the same half of a letter.
    expect(revisionOf({ before: '😀', text: '😁' })).toEqual({ start: 0, removed: '😀', added: '😁' })
    expect(revisionOf({ before: '𠀀末', text: '𠐀末' })).toEqual({ start: 0, removed: '𠀀', added: '𠐀' })
  })
})
