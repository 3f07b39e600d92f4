import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import type { MeetingState } from '#domain/meetings/types.ts'
import { meetingViewFor } from '#domain/meetings/view.ts'
import { decisionsFrom, verdictsOf, voteOf } from '#domain/minutes/decisions.ts'
import { draftMinutes } from '#domain/minutes/draft.ts'
import { linesOf, outcomeRef, recordFact, resolveFacts, type FactLine } from '#domain/minutes/facts.ts'
import { chineseHalfDay, chineseNumber } from '#domain/minutes/official-words.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { documentExtensions } from '#protocol/text-schema.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'
import { room, votes } from '../support/meeting-room.ts'
import {
  closedMeeting,
  detail,
  DUE,
  here,
  minutesFile,
  openedRoom,
  passing,
} from '../support/minutes-world.ts'

const lines = (facts: readonly FactLine[]) => facts.map(({ label, text }) => `${label}：${text}`)
const textOf = (node: ProseNode): string =>
  node.text ?? (node.content ?? []).map(textOf).join(node.type === 'doc' ? '\n' : '')
const factsIn = (node: ProseNode): readonly ProseNode[] =>
  node.type === 'recordFact' ? [node] : (node.content ?? []).flatMap(factsIn)
const OPTIONS = ['MITIGATED', 'NOT_TOLERATED', 'SHELVED'] as const
const firstPoll = (meeting: MeetingState) => meeting.items[0]?.polls[0]?.id ?? ''

describe('facts told from the record', () => {
  const meeting = closedMeeting()

  it('[N-60] attendance in the order 出席, 请假, 列席', () => {
    expect(lines(recordFact(meeting, 'attendance', ''))).toEqual([
      '出席：discipline chair（主持）、m2、m3；organization m4、m5、m6；political m7、m8',
      '请假：political m9',
      '列席：audit att',
    ])
  })

  it('[N-69] names who opened as chair, and from when and why another one led', () => {
    const meeting = openedRoom()
    meeting.must('sec', { type: 'hand-over-chair', personId: 'm4', reason: '因主持人突发疾病。' })
    meeting.must('m4', { type: 'hand-over-chair', personId: 'm5' })
    meeting.must('m5', { type: 'hand-over-chair', personId: 'chair' })
    const [first, second, third] = meeting.state.handOvers.map(({ at }) => {
      const time = new Date(Date.parse(at) + 8 * 3_600_000)
      return `${time.getUTCHours()}时${String(time.getUTCMinutes()).padStart(2, '0')}分`
    })
    const told = lines(recordFact(meeting.state, 'attendance', ''))
    expect(told[0]).toBe(
      `主持：chair（因主持人突发疾病，自${first}起由m4代为主持；自${second}起由m5主持；自${third}起chair恢复主持）`,
    )
    expect(told[1]).toContain('chair（主持）')
    expect(told[1]).not.toContain('m4（')
    const text = draftMinutes(meeting.state)
    expect(textOf(text)).toContain('disciplinechair同志主持召开')
    expect(JSON.stringify(resolveFacts(text, meeting.state, {}))).toContain('由m4代为主持')
  })

  it('[N-69] a chair handed over before the opening never presided', () => {
    const meeting = room({ due: DUE })
    meeting.checkIn('chair', 'm2')
    meeting.must('chair', { type: 'hand-over-chair', personId: 'm2' })
    meeting.checkIn(...here.filter((id) => id !== 'chair' && id !== 'm2'))
    meeting.must('m2', { type: 'open' })
    expect(lines(recordFact(meeting.state, 'attendance', ''))[0]).toContain('chair、m2（主持）')
  })

  it('[N-61] a vote in counts only, never who', () => {
    expect(lines(recordFact(meeting, 'vote', firstPoll(meeting)))).toEqual([
      '表决事项：是否免责？',
      '表决结果：记名投票。应到9人，实到8人。同意6票，不同意1票，暂缓1票，弃权0票，超过应到会成员半数，表决通过。',
    ])
    const recused = openedRoom()
    recused.must('m8', { type: 'recuse-myself', itemId: 'i1', reason: '近亲属' })
    recused.stated('i1')
    const pollId = recused.vote(votes({ MITIGATED: 3, NOT_TOLERATED: 3 }, here), {
      options: [...OPTIONS],
      method: 'named',
    })
    expect(lines(recordFact(recused.state, 'vote', pollId))[1]).toBe(
      '表决结果：记名投票。应到9人，实到7人，回避1人。减责3票，不予容错3票，暂缓0票，弃权0票，没有意见超过应到会成员（不计回避1人）半数，未获通过。',
    )
    expect(lines(recordFact(recused.state, 'recusal', 'i1'))).toEqual(['回避：political m8'])
  })

  it('[N-41] a secret ballot gives no figure that nobody or everybody chose', () => {
    const told = (choices: Parameters<typeof votes>[0]) => {
      const secret = openedRoom().stated('i1')
      const pollId = secret.vote(votes(choices, here), { options: [...OPTIONS], method: 'secret' })
      return lines(recordFact(secret.state, 'vote', pollId))[1]
    }
    expect(told(passing)).toBe(
      '表决结果：无记名投票。应到9人，实到8人。同意6票，不同意1票，暂缓1票，弃权0票，超过应到会成员半数，表决通过。',
    )
    for (const telling of [
      { MITIGATED: 8 },
      { MITIGATED: 7, SHELVED: 1 },
      { MITIGATED: 4, NOT_TOLERATED: 4 },
    ] as const)
      expect(told(telling)).toMatch(/实到8人。为保密，各项票数不予公布，(超过|没有意见超过)/)
  })

  it('[N-41] an option nobody chose keeps back all figures, in what is frozen as in what anybody reviewed', () => {
    const secret = openedRoom().stated('i1')
    secret.vote(votes(passing, here), { options: ['EXEMPT', ...OPTIONS], method: 'secret' })
    const text = draftMinutes(secret.state, {})
    const frozen = JSON.stringify(resolveFacts(text, secret.state, {}))
    expect(frozen).toContain('为保密，各项票数不予公布')
    expect(frozen).not.toContain('同意6票')
    // The chair, a secretary, two scrutineers, a member, somebody who attends.
    for (const personId of ['chair', 'sec', 'm2', 'm3', 'm8', 'att']) {
      const seen = meetingViewFor({ personId, audience: 'person' }, secret.state)
      if (isRefusal(seen)) throw new Error(seen.refused)
      expect([personId, JSON.stringify(resolveFacts(text, seen.state, {}))]).toEqual([personId, frozen])
    }
  })

  it('[N-62] an outcome with its measure, clauses, effects and duties; a deferral with its reason', () => {
    const filledIn = { details: [detail()], bodies: { jinsong: '金松投资集团' } }
    expect(lines(recordFact(meeting, 'outcome', outcomeRef('i1', 'i1-s1'), filledIn))).toEqual([
      'i1-s1：减责',
      '保留措施：谈话提醒',
      '依据：第八条',
      '结果运用：提拔任用不作负面评价',
      '纠错事项：1. 完成自查整改（责任单位：金松投资集团；期限：2026年12月31日）',
    ])
    expect(lines(recordFact(meeting, 'outcome', 'i2'))).toEqual(['缓议：事实尚需核实'])
    expect(recordFact(meeting, 'outcome', outcomeRef('i2', 'i2-s1'))).toEqual([])
  })

  it('[N-63] the agenda, whole or one item with its papers', () => {
    expect(lines(recordFact(meeting, 'agenda', 'i1'))).toEqual([
      '议题：容错〔2026〕i1号 title of i1',
      '审议对象：i1-s1、i1-s2',
      '会议材料：事实材料',
    ])
    expect(recordFact(meeting, 'agenda', '')).toHaveLength(2)
  })

  it('[N-64] what is not announced or not known gives no lines', () => {
    const counted = openedRoom().stated('i1')
    const pollId = counted.ballot({ options: [...OPTIONS] })
    expect(recordFact(counted.state, 'vote', pollId)).toEqual([])
    counted.close(pollId, votes(passing, here))
    expect(recordFact(counted.state, 'vote', pollId)).toEqual([])
    expect(recordFact(counted.state, 'outcome', outcomeRef('i1', 'i1-s1'))).toEqual([])
    expect(recordFact(meeting, 'weather', 'i1')).toEqual([])
    expect(recordFact(meeting, 'vote', 'no-poll')).toEqual([])
  })
})

describe('the drafted text', () => {
  const meeting = closedMeeting()
  const text = draftMinutes(meeting, {})

  it('[N-66] heading, course in the third person, 会议认为, 会议决定, agreed matters, attendance below', () => {
    const told = textOf(text)
    expect(told).toContain('会商会纪要')
    expect(told).toContain('discipline chair同志主持召开'.replace(' ', ''))
    expect(told).toContain('一、title of i1（容错〔2026〕i1号）')
    expect(told).toContain('会议认为，reason of')
    expect(told).toContain('会议决定，对i1-s1作如下处理：')
    expect(told).toContain('会议决定，本议题缓议。')
    expect(told).toContain('三、议定事项')
    expect(text.content?.at(-1)).toEqual({
      type: 'recordFact',
      attrs: { kind: 'attendance', ref: 'meeting-1' },
    })
    // Nobody is named for an opinion: statements give their reasons without the speaker.
    expect(told).not.toMatch(/m[2-8](认为|同意|表示)/)
    expect(factsIn(text).map(({ attrs }) => attrs?.['kind'])).toEqual([
      'agenda',
      'vote',
      'outcome',
      'vote',
      'outcome',
      'agenda',
      'outcome',
      'attendance',
    ])
  })

  it('[N-66] every fact of it can be told, and it is a text of the shared schema', () => {
    for (const { attrs } of factsIn(text))
      expect(recordFact(meeting, String(attrs?.['kind']), String(attrs?.['ref'])).length).toBeGreaterThan(0)
    expect(() => getSchema(documentExtensions).nodeFromJSON(text).check()).not.toThrow()
  })

  it('[N-65] resolved, every fact carries its lines and the words stay', () => {
    const resolved = resolveFacts(text, meeting, {}, [detail()])
    expect(textOf(resolved)).toBe(textOf(text))
    for (const node of factsIn(resolved)) expect(linesOf(node)?.length).toBeGreaterThan(0)
    expect(JSON.stringify(resolved)).toContain('谈话提醒')
    expect(linesOf(factsIn(text)[0] ?? { type: 'doc' })).toBeNull()
  })

  it('[N-67] numbers and dates are written as in official papers', () => {
    expect([1, 10, 12, 20, 21, 99, 100].map(chineseNumber)).toEqual([
      '一',
      '十',
      '十二',
      '二十',
      '二十一',
      '九十九',
      '100',
    ])
    expect(chineseHalfDay('2026-08-07T01:30:00.000Z')).toBe('2026年8月7日上午')
    expect(chineseHalfDay('2026-08-07T06:00:00.000Z')).toBe('2026年8月7日下午')
    expect(chineseHalfDay('2026-08-07T17:00:00.000Z')).toBe('2026年8月8日上午')
  })
})

describe('what is written back', () => {
  const issue = { number: '纪要〔2026〕1号', hash: 'hash-1', calendar: SHIPPED_YEARS }

  it('[N-40] per case and subject: outcome, vote, rule, measure, effects, duties, minutes; nothing for a deferred case', () => {
    const file = minutesFile().at('signing')
    const decided = decisionsFrom(file.state, file.meeting, issue)
    if (isRefusal(decided)) throw new Error(decided.refused)
    expect(Object.keys(decided)).toEqual(['case-i1'])
    expect(decided['case-i1']).toMatchObject([
      {
        subjectId: 'i1-s1',
        outcome: 'MITIGATED',
        measure: 'talk-reminder',
        clauses: ['第八条'],
        effects: ['promotion-unaffected'],
        duties: [{ id: 'duty-1', ownerBodyId: 'jinsong' }],
        shelvedUntil: null,
        itemId: 'i1',
        minutesId: 'minutes-1',
        minutesNumber: '纪要〔2026〕1号',
        minutesHash: 'hash-1',
        vote: {
          for: 6,
          against: 1,
          deferred: 1,
          abstained: 0,
          due: 9,
          present: 8,
          recused: 0,
          rule: { base: 9, quorum: { least: 2, of: 3 } },
        },
      },
      { subjectId: 'i1-s2', outcome: 'EXEMPT', measure: null, duties: [], vote: { for: 8, against: 0 } },
    ])
    expect(decided['case-i1']?.[0]?.decidedAt).toBe(file.meeting.items[0]?.polls[0]?.announcedAt)
  })

  it('[N-40] subjects decided before a deferral keep their decision', () => {
    const partly = openedRoom().stated('i1')
    partly.vote(votes({ EXEMPT: 8 }, here), { options: ['EXEMPT', 'NOT_TOLERATED'], subjectId: 'i1-s1' })
    for (const itemId of ['i1', 'i2']) partly.must('chair', { type: 'defer-item', itemId, reason: '缓议' })
    partly.must('chair', { type: 'close' })
    const decided = decisionsFrom(minutesFile(partly.state).drafted().state, partly.state, issue)
    expect(isRefusal(decided) ? decided : decided['case-i1']?.map(({ subjectId }) => subjectId)).toEqual([
      'i1-s1',
    ])
  })

  it('[N-41] figures of a secret ballot that would tell a vote are written back as withheld', () => {
    const secret = openedRoom().stated('i1')
    for (const subjectId of ['i1-s1', 'i1-s2'])
      secret.vote(votes({ EXEMPT: 8 }, here), {
        options: ['EXEMPT', 'NOT_TOLERATED'],
        subjectId,
        method: 'secret',
      })
    secret.must('chair', { type: 'finish-item' })
    secret.must('chair', { type: 'defer-item', itemId: 'i2', reason: '缓议' })
    secret.must('chair', { type: 'close' })
    const decided = decisionsFrom(minutesFile(secret.state).drafted().state, secret.state, issue)
    expect(isRefusal(decided) ? decided : decided['case-i1']?.[0]?.vote).toMatchObject({
      method: 'secret',
      for: null,
      against: null,
      deferred: null,
      abstained: null,
      due: 9,
      present: 8,
    })
  })

  it('[N-41] nor is written back what the room was not shown', () => {
    const secret = openedRoom().stated('i1')
    secret.vote(votes(passing, here), { options: ['EXEMPT', ...OPTIONS], method: 'secret' })
    expect(verdictsOf(secret.state).map(voteOf)).toMatchObject([
      { method: 'secret', for: null, against: null, deferred: null, abstained: null, present: 8 },
    ])
  })

  it('[N-42] nothing where a detail is missing, an item is open or the meeting is another', () => {
    const bare = minutesFile().drafted()
    expect(decisionsFrom(bare.state, bare.meeting, issue)).toEqual({ refused: 'minutes/measure-required' })
    expect(decisionsFrom(bare.state, openedRoom().state, issue)).toEqual({
      refused: 'meeting/undecided-items',
    })
    expect(decisionsFrom({ ...bare.state, meetingId: 'x' }, bare.meeting, issue)).toEqual({
      refused: 'minutes/wrong-step',
    })
  })
})
