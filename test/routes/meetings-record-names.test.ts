import { createInstance, type TFunction } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { toldRecord } from '#app/components/meetings/told-record.ts'
import { i18nOptions } from '#app/i18n/options.ts'
import { zhCN } from '#app/i18n/zh-CN/index.ts'
import type { MeetingHappening } from '#domain/meetings/happenings.ts'
import { quorumOf } from '#domain/meetings/quorum.ts'
import { room, type Room } from '../support/meeting-room.ts'

let t: TFunction
beforeAll(async () => {
  t = await createInstance().init({ ...i18nOptions, lng: 'zh-CN', resources: { 'zh-CN': zhCN } })
})

const PEOPLE = { chair: '王建国', m2: '孙丽', sec: '周敏', m5: '陈立' }

/** The last entry of this type as the room tells it; `older`: as entries were written before they named the authority. */
function lastTold(meeting: Room, type: MeetingHappening['type'], older = false): string | undefined {
  const { state } = meeting
  const view = { state, quorum: quorumOf(state), turnout: [], own: [], people: PEOPLE, bodies: {} }
  const entries = meeting.entries
    .filter((entry) => entry.type === type)
    .map((entry) => ({
      ...entry,
      payload: older ? { ...entry.payload, authority: undefined } : entry.payload,
      actorName: (PEOPLE as Record<string, string>)[entry.actorId] ?? '',
    }))
  return toldRecord(entries, view, t, 'zh-CN').at(-1)?.sentence
}

function ruledOn(personId: string, by: string, granted: boolean) {
  const meeting = room()
  meeting.must('m5', { type: 'apply-for-recusal', itemId: 'i1', personId, reason: 'x' })
  const recusalId = meeting.state.recusals[0]?.id ?? ''
  meeting.must(by, { type: 'rule-on-recusal', recusalId, granted, reason: 'x' })
  return meeting
}

describe('the record in words', () => {
  const item = '容错〔2026〕i1号 title of i1'

  test.each([false, true])(
    '[X-15] says whose recusal was ruled on, and that the chair ruled (older: %s)',
    (older) => {
      const said = (granted: boolean) => lastTold(ruledOn('m2', 'chair', granted), 'recusal/ruled', older)
      expect(said(true)).toBe(`主持人王建国决定：孙丽对 ${item} 予以回避。`)
      expect(said(false)).toBe(`主持人王建国决定：孙丽对 ${item} 不予回避。`)
    },
  )

  test.each([false, true])(
    '[X-15] on the chair himself the superior ruled, and a secretary entered it (older: %s)',
    (older) => {
      const said = (granted: boolean) => lastTold(ruledOn('chair', 'sec', granted), 'recusal/ruled', older)
      expect(said(true)).toBe(`会议秘书周敏录入上级机关决定：主持人王建国对 ${item} 予以回避。`)
      expect(said(false)).toBe(`会议秘书周敏录入上级机关决定：主持人王建国对 ${item} 不予回避。`)
    },
  )

  test('[A-22] names who was given the floor, during the speech and after it', () => {
    const meeting = room().opened().openItem()
    meeting.must('m5', { type: 'raise-hand', kind: 'question' })
    const requestId = meeting.state.floor.waiting[0]?.id ?? ''
    meeting.must('chair', { type: 'grant-floor', requestId, seconds: 300 })
    expect(lastTold(meeting, 'floor/granted')).toBe('主持人王建国请陈立发言，限时 5 分钟。')
    meeting.must('m5', { type: 'end-floor' })
    expect(lastTold(meeting, 'floor/granted')).toBe('主持人王建国请陈立发言，限时 5 分钟。')
  })
})
