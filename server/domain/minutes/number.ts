/** 机关代字 used where a jurisdiction has none of its own. */
export const MINUTES_MARK = '纪要'

/** `纪要〔2026〕1号`: by year, no leading zero, no 第 (REQ-243, F-66, F-74; N-31). */
export function minutesNumber(mark: string, year: number, ordinal: number): string {
  return `${mark}〔${year}〕${ordinal}号`
}

/** Year and ordinal of a number given by `minutesNumber`. */
export function partsOfNumber(number: string): { readonly year: number; readonly ordinal: number } | null {
  const [, year, ordinal] = /〔(\d{4})〕(\d+)号$/.exec(number) ?? []
  return year && ordinal ? { year: Number(year), ordinal: Number(ordinal) } : null
}
