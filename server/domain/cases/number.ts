/** 机关代字 used where a jurisdiction has none of its own. */
export const CASE_MARK = '容错'

/** `容错〔2026〕1号`: the year in full in 〔〕, no leading zero, no 第 (REQ-243, F-74; C-02). */
export function caseNumber(mark: string, year: number, ordinal: number): string {
  return `${mark}〔${year}〕${ordinal}号`
}
