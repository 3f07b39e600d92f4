import { calendarDay, officialTime, weekdayOf } from '#domain/calendar/dates.ts'
import { chineseDate, chineseNumber } from '#domain/minutes/official-words.ts'
import { inCapacity } from './people.ts'
import type { HearingState } from './types.ts'
import { CLOSED_GROUND_NAMES } from './words.ts'

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

const RIGHTS = [
  '认为听证主持人、听证员、记录员与本案有利害关系，可能影响公正的，有权申请其回避；',
  '可以亲自参加听证，也可以委托一至二名代理人参加，委托代理人的应当提交授权委托书；',
  '有权陈述、申辩，提出证据，对案件承办人员提出的事实、证据进行质证；',
  '有权核对听证笔录，认为有遗漏或者差错的，可以申请补正；',
  '应当按时到场，如实陈述，遵守听证纪律；确有正当理由不能到场的，请在听证举行前提出；无正当理由不到场或者中途退场的，可以终止听证。',
] as const

const items = (lines: readonly string[]) =>
  lines.map((line, index) => `（${chineseNumber(index + 1)}）${line}`)

function heldAt({ startsAt, place }: HearingState): string {
  if (startsAt === '') return `时间待定，${place}。`
  const time = officialTime(startsAt)
  const minutes = String(time.getUTCMinutes()).padStart(2, '0')
  const day = calendarDay(startsAt)
  const weekday = WEEKDAYS[weekdayOf(day)] ?? ''
  return `${chineseDate(day)}（星期${weekday}）${time.getUTCHours()}时${minutes}分，${place}。`
}

function tribunal(state: HearingState): string {
  const names = (capacity: 'chair' | 'member' | 'recorder') =>
    inCapacity(state, capacity)
      .map((one) => one.name)
      .join('、') || '（待定）'
  return `听证主持人：${names('chair')}。听证员：${names('member')}。记录员：${names('recorder')}。`
}

/** What a hearing's notice says (REQ-070), for whoever serves it to edit. Always Chinese, as official papers are. */
export function noticeText(state: HearingState): string {
  const { orderingBodyName, caseNumber, caseTitle, reason, issues, closedGround } = state
  const open = closedGround === null ? '公开举行。' : `不公开举行（${CLOSED_GROUND_NAMES[closedGround]}）。`
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['听证事由', [reason]],
    ['听证事项', items(issues.map(({ text }, index) => `${text}${index < issues.length - 1 ? '；' : '。'}`))],
    ['时间和地点', [heldAt(state)]],
    ['听证方式', [open]],
    ['听证组成人员', [tribunal(state)]],
    ['当事人的权利和义务', items(RIGHTS)],
  ]
  return [
    '各听证参加人：',
    `${orderingBodyName}决定就${caseNumber}“${caseTitle}”举行听证。现将有关事项通知如下：`,
    ...parts.flatMap(([heading, lines], index) => [`${chineseNumber(index + 1)}、${heading}`, ...lines]),
    '收到本通知后，请即签收。',
  ].join('\n')
}

const HEADING = /^[一二三四五六七八九十]+、/

/** Whether a line of the notice heads a part: its number comes first (F-72). */
export function isNoticeHeading(line: string): boolean {
  return HEADING.test(line)
}
