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

function placesOf(folded: string, words: SearchWords): readonly (readonly [number, number])[] {
  const places: [number, number][] = []
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
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

/** Where the text says it first, with some words around; null where it does not. */
export function passageIn(text: string, words: SearchWords): Passage | null {
  const places = placesOf(foldText(text), words)
  const [first] = places
  if (!first) return null
  const from = atSign(text, Math.max(0, first[0] - BEFORE))
  const to = atSign(text, Math.min(text.length, from + LENGTH))
  return {
    text: text.slice(from, to).replace(/\s/g, ' '),
    marks: places
      .filter((place) => place[0] < to)
      .map(([begin, end]) => [begin - from, Math.min(end, to) - from] as const),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  }
}
