import { chineseDate } from '#domain/minutes/official-words.ts'
import { calendarDay, officialTime } from '#domain/calendar/dates.ts'
import { maskName } from './masked-name.ts'
import { lineOf } from './people.ts'
import { PHASE_RULES, type ClosedGround, type Phase } from './phases.ts'
import { SEES } from './sight.ts'
import type { Capacity, HearingState, MemberOpinion, Participant } from './types.ts'

// The words of transcript and report, in Chinese whatever language the page is read in, like the papers themselves.

export const CAPACITY_NAMES: Readonly<Record<Capacity, string>> = {
  chair: '听证主持人',
  member: '听证员',
  recorder: '记录员',
  investigator: '案件承办人',
  party: '当事人',
  representative: '当事人代理人',
  'third-party': '第三人',
  witness: '证人',
  expert: '专家',
  'public-seat': '公众代表',
  observer: '旁听人',
}

export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  identity: '核对身份',
  rights: '告知权利和回避',
  investigation: '承办人陈述',
  defence: '当事人陈述申辩',
  'third-parties': '第三人陈述和证人作证',
  questions: '询问',
  debate: '质证和辩论',
  deliberation: '听证员合议',
  'final-statements': '最后陈述',
  closing: '宣布听证结束',
  signing: '核对笔录并签名',
}

export const CLOSED_GROUND_NAMES: Readonly<Record<ClosedGround, string>> = {
  'cadre-case': '涉及干部案件',
  'state-secret': '涉及国家秘密',
  'work-secret': '涉及工作秘密',
  'business-secret': '涉及商业秘密',
  privacy: '涉及个人隐私',
}

export const STAND_NAMES: Readonly<Record<MemberOpinion['stand'], string>> = {
  tolerate: '予以容错',
  'not-tolerate': '不予容错',
  other: '其他意见',
}

/** `9时05分` of a moment (ISO 8601). */
export function chineseTime(moment: string): string {
  const time = officialTime(moment)
  return `${time.getUTCHours()}时${String(time.getUTCMinutes()).padStart(2, '0')}分`
}

/** `2026年8月7日9时05分` */
export function chineseMoment(moment: string): string {
  return `${chineseDate(calendarDay(moment))}${chineseTime(moment)}`
}

/** All signers read one text with one hash: who is masked to one of them is masked in it (REQ-199, H-43). */
export function paperName(one: Pick<Participant, 'name' | 'capacity'>): string {
  return SEES.party.masks.includes(one.capacity) ? maskName(one.name) : one.name
}

/** `听证主持人蒋平` */
export function speakerName(state: HearingState, personId: string): string {
  const one = lineOf(state, personId)
  return one ? `${CAPACITY_NAMES[one.capacity]}${paperName(one)}` : ''
}

export function isOfClosedPhase(phase: Phase | null): boolean {
  return phase !== null && PHASE_RULES[phase].closedRoom
}
