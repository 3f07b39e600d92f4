import { foldText } from './fold.ts'
import type { SearchWords } from './query.ts'

/** A piece of text with the places of what was looked for: from the first sign to behind the last. */
export interface Passage {
  readonly text: string
  readonly marks: readonly (readonly [from: number, to: number])[]
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

const BEFORE = 30
const LENGTH = 140

/** All places that begin before `end`. */
function placesOf(
  folded: string,
  words: SearchWords,
  end = folded.length,
): readonly (readonly [number, number])[] {
  const places: [number, number][] = []
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0 && at < end; at = folded.indexOf(word, at + word.length))
      places.push([at, at + word.length])
  places.sort((one, other) => one[0] - other[0] || other[1] - one[1])
  const apart: [number, number][] = []
  for (const [from, to] of places) {
    const last = apart.at(-1)
    if (last && from < last[1]) last[1] = Math.max(last[1], to)
    else apart.push([from, to])
  }
  return apart
}

/** A pair of surrogates is one sign: never half of it. */
function atSign(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

/** The whole of a title, marked. */
export function markedTitle(title: string, words: SearchWords): Passage {
  return { text: title, marks: placesOf(foldText(title), words), cutBefore: false, cutAfter: false }
}

/** Where the text says it first; null where it does not. */
export function firstPlaceIn(folded: string, words: SearchWords): number | null {
  const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0)
  return places.length === 0 ? null : Math.min(...places)
}

/** Where the text says it first, with some words around; null where it does not. */
export function passageIn(text: string, words: SearchWords, folded = foldText(text)): Passage | null {
  const first = firstPlaceIn(folded, words)
  if (first === null) return null
  const from = atSign(text, Math.max(0, first - BEFORE))
  const to = atSign(text, Math.min(text.length, from + LENGTH))
  return {
    text: text.slice(from, to).replace(/\s/g, ' '),
    marks: placesOf(folded.slice(from), words, to - from).map(
      ([begin, end]) => [begin, Math.min(end, to - from)] as const,
    ),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  }
}
