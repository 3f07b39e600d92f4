import { officialTime } from '#domain/calendar/dates.ts'
import type { MemberDue } from '#domain/meetings/types.ts'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 一, 十, 十二, 九十九: the numbering of headings (F-72). Beyond 99 in Arabic digits. */
export function chineseNumber(n: number): string {
  if (n < 1 || n > 99) return String(n)
  const tens = Math.trunc(n / 10)
  const ones = n % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens] ?? ''}十`
  return `${head}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`
}

/** `2026年8月7日`, without leading zeros (F-76), of a calendar date (YYYY-MM-DD). */
export function chineseDate(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `2026年8月7日上午` of a moment (ISO 8601). */
export function chineseHalfDay(moment: string): string {
  const time = officialTime(moment)
  const half = time.getUTCHours() < 12 ? '上午' : '下午'
  return `${chineseDate(time.toISOString().slice(0, 10))}${half}`
}

/** `10时20分` of a moment (ISO 8601), with its date where that is not `day` (YYYY-MM-DD). */
export function chineseClock(moment: string, day: string): string {
  const time = officialTime(moment)
  const date = time.toISOString().slice(0, 10)
  const minute = String(time.getUTCMinutes()).padStart(2, '0')
  return `${date === day ? '' : chineseDate(date)}${time.getUTCHours()}时${minute}分`
}

/** Units and names, unit by unit in the order given (F-78): `纪检监察机关 张三、李四；组织部 王五`. */
export function unitsAndNames(people: readonly Pick<MemberDue, 'name' | 'bodyName'>[]): string {
  const byUnit = new Map<string, string[]>()
  for (const { name, bodyName } of people) {
    const names = byUnit.get(bodyName)
    if (names) names.push(name)
    else byUnit.set(bodyName, [name])
  }
  return [...byUnit].map(([unit, names]) => `${unit} ${names.join('、')}`.trim()).join('；')
}
