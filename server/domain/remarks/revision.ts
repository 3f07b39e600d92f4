import type { Suggestion } from './types.ts'

const isHigh = (text: string, at: number) => /[\uD800-\uDBFF]/.test(text.charAt(at))
const isLow = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at))

/**
 * What of the words goes and what comes: a letter that stands on both sides holds a suggestion in its place and is no part of
 * it. Letters of two code units are never divided; Yjs would destroy both halves.
 */
export function revisionOf({ before, text }: Suggestion): {
  readonly start: number
  readonly removed: string
  readonly added: string
} {
  const most = Math.min(before.length, text.length)
  let start = 0
  while (start < most && before[start] === text[start]) start += 1
  if (start > 0 && isHigh(before, start - 1)) start -= 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === text[text.length - 1 - end]) end += 1
  if (end > 0 && isLow(before, before.length - end)) end -= 1
  return {
    start,
    removed: before.slice(start, before.length - end),
    added: text.slice(start, text.length - end),
  }
}
