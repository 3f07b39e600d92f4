import { foldText } from './fold.ts'

/** Letters and figures of any script; Chinese has no spaces, so nothing else parts words. */
const RUNS = /[\p{L}\p{N}\p{M}]+/gu

/** Before the tokens of a title, so that what is called so comes before what mentions it. */
const IN_TITLE = '^'

export function runsIn(folded: string): readonly string[] {
  return folded.match(RUNS) ?? []
}

/** Of these there are few: a number is known by three of them, as a Chinese word is by two. */
const isFew = (sign: string) => (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z')

function collect(text: string, into: Set<string>, mark = ''): void {
  for (const run of runsIn(foldText(text))) {
    let [first, before] = ['', '']
    for (const sign of run) {
      into.add(mark + sign)
      if (before !== '') into.add(mark + before + sign)
      if (isFew(first) && isFew(before) && isFew(sign)) into.add(mark + first + before + sign)
      first = before
      before = sign
    }
  }
}

/**
 * What the index of an entry holds: every sign, every pair of neighbours and, of figures and Latin letters, every three,
 * once each. One Chinese character is found as surely as four (a trigram index knows nothing below three).
 */
export function tokensOf(title: string, text: string): readonly string[] {
  const tokens = new Set<string>()
  collect(title, tokens)
  collect(text, tokens)
  collect(title, tokens, IN_TITLE)
  return [...tokens]
}

/** The threes and pairs that a searched word is made of; a lone sign stands for itself. */
export function tokensOfWord(folded: string, where: 'title' | 'anywhere'): readonly string[] {
  const mark = where === 'title' ? IN_TITLE : ''
  const tokens = new Set<string>()
  for (const run of runsIn(folded)) {
    const signs = [...run]
    if (signs.length === 1) tokens.add(mark + run)
    const three = signs.map((_, at) => at + 2 < signs.length && signs.slice(at, at + 3).every(isFew))
    for (let at = 0; at + 1 < signs.length; at++)
      if (three[at]) tokens.add(mark + signs.slice(at, at + 3).join(''))
      // The pair is part of the three before it.
      else if (!three[at - 1]) tokens.add(`${mark}${signs[at]}${signs[at + 1]}`)
  }
  return [...tokens]
}
