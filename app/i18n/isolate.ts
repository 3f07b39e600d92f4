const CHANGES_DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/**
 * A value in a sentence keeps its direction to itself: between U+2068 and U+2069 nothing that it opens reaches the words
 * after it (P-23). Its own isolates are taken out, or one of them could close ours. Old names, and reasons people wrote.
 */
export function isolated(value: string): string {
  return CHANGES_DIRECTION.test(value) ? `\u2068${value.replace(/[\u2066-\u2069]/gu, '')}\u2069` : value
}
