import { chineseDate } from '#domain/minutes/official-words.ts'
import { calendarDay, officialTime } from '#domain/calendar/dates.ts'
import { maskName } from './masked-name.ts'
import { lineOf } from './people.ts'
import { PHASE_RULES, type Phase } from './phases.ts'
import { SEES } from './sight.ts'
import type { HearingState, Participant } from './types.ts'
import { CAPACITY_NAMES } from './words.ts'

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
