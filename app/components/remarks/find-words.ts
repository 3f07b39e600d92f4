interface Sought {
  readonly words: string
  readonly before: string
  readonly after: string
}

/** Letters around a passage that must agree for it to be the same one. */
const ENOUGH = 6

function sameEnd(a: string, b: string): number {
  let same = 0
  while (same < a.length && same < b.length && a[a.length - 1 - same] === b[b.length - 1 - same]) same += 1
  return same
}

function sameStart(a: string, b: string): number {
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1
  return same
}

/**
 * Where the words stand in a text, by the letters around them: a paragraph that was divided or became a heading holds them
 * still. The same words elsewhere are others, so without agreement around them they count as gone.
 */
export function findWords(text: string, { words, before, after }: Sought): number | null {
  if (words === '') return null
  const enough = Math.min(ENOUGH, before.length + after.length)
  let best: { readonly at: number; readonly agrees: number } | null = null
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    const agrees =
      sameEnd(text.slice(Math.max(0, at - before.length), at), before) +
      sameStart(text.slice(end, end + after.length), after)
    if (agrees >= enough && (!best || agrees > best.agrees)) best = { at, agrees }
  }
  return best?.at ?? null
}
