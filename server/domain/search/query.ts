import { foldText } from './fold.ts'
import { runsIn, tokensOfWord } from './tokens.ts'

/** Longer than any title; more would only cost. */
export const LONGEST_QUERY = 100
const MOST_WORDS = 8

/** In quotation marks, Chinese or Western, a phrase with its spaces; else what stands between spaces. */
const WORDS = /"([^"]+)"|“([^”]+)”|「([^」]+)」|(\S+)/g

/** What somebody looks for: every one of these, folded, anywhere in a title or text. */
export type SearchWords = readonly string[]

export function wordsOf(query: string): SearchWords {
  const words = new Set<string>()
  for (const [, plain, curved, cornered, single] of foldText(query.slice(0, LONGEST_QUERY)).matchAll(WORDS)) {
    const word = (plain ?? curved ?? cornered ?? single ?? '').trim()
    // Signs alone (、 or —) are in every text and find nothing.
    if (runsIn(word).length > 0) words.add(word)
  }
  return [...words].slice(0, MOST_WORDS)
}

export function tokensOfWords(words: SearchWords, where: 'title' | 'anywhere'): readonly string[] {
  return [...new Set(words.flatMap((word) => tokensOfWord(word, where)))]
}

/** Pairs of signs propose, the text decides: every word stands in the title or in the text. */
export function isFoundIn(words: SearchWords, title: string, text: string): boolean {
  return isFoundInFolded(words, foldText(title), foldText(text))
}

/** For whoever has folded them already: a file of four hundred pages takes its milliseconds. */
export function isFoundInFolded(words: SearchWords, title: string, text: string): boolean {
  return words.length > 0 && words.every((word) => title.includes(word) || text.includes(word))
}
