import { calendarDay } from '#domain/calendar/dates.ts'
import type { ChairHandOver, MeetingState } from '#domain/meetings/types.ts'
import { chineseClock } from './official-words.ts'

/** What was handed over before the opening changes only who opened. */
function whileItRan({ handOvers, openedAt }: MeetingState): readonly ChairHandOver[] {
  return openedAt === null ? [] : handOvers.filter(({ at }) => at >= openedAt)
}

/** Who opened the meeting: the minutes name him as 主持, whoever leads later. */
export function chairAtOpening(meeting: MeetingState): string {
  return whileItRan(meeting)[0]?.from ?? meeting.chairId
}

const nameIn = ({ membersDue }: MeetingState, personId: string): string =>
  membersDue.find((member) => member.personId === personId)?.name ?? ''

/** The reason as it was given, which may or may not begin with 因 and end with a stop. */
export const because = (reason: string): string => {
  const given = reason
    .trim()
    .replace(/^(因为|由于|因)/u, '')
    .replace(/[。；;.，,\s]+$/u, '')
  return given === '' ? '' : `因${given}，`
}

/**
 * `张三（因突发疾病，自10时20分起由李四代为主持）`: who led the meeting and from when somebody else did (F-22, F-62);
 * 代为主持 of an acting chair a secretary appointed (M-29), 主持 where the chair was given away. Empty where the chair never
 * changed while the meeting ran: then the name in the attendance says it.
 */
export function handOversTold(meeting: MeetingState): string {
  const changes = whileItRan(meeting)
  const day = calendarDay(meeting.openedAt ?? meeting.startsAt)
  const first = chairAtOpening(meeting)
  const told = changes.map(({ to, at, reason, appointed }) => {
    const name = nameIn(meeting, to)
    const leads = to === first ? `${name}恢复主持` : `由${name}${appointed ? '代为主持' : '主持'}`
    return `${because(reason)}自${chineseClock(at, day)}起${leads}`
  })
  return told.length === 0 ? '' : `${nameIn(meeting, first)}（${told.join('；')}）`
}
