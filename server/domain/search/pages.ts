/** Between two pages; no letter and no figure, so that no word reaches over it. */
const PAGE_END = '\f'

/** As much of a file as is looked through: some three hundred printed pages. */
export const MOST_LETTERS = 200_000

const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/**
 * Lines of a page as one text. A printed line ends where the paper does, in Chinese in the middle of a word: between two
 * Chinese signs such an end is nothing.
 */
export function linesJoined(lines: readonly string[]): string {
  let text = ''
  for (const line of lines.map((one) => one.trim()).filter(Boolean)) {
    const isOneWord = HAN.test(text.slice(-1)) && HAN.test(line.slice(0, 1))
    text += text === '' || isOneWord ? line : `\n${line}`
  }
  return text
}

/** What no database keeps, and what would end a page in its middle. */
const NO_LETTERS = /[\f\0]/g

/** Pages of a file as one text, cut where it becomes too long. */
export function pagesJoined(pages: readonly string[]): string {
  const text = pages.map((page) => page.replace(NO_LETTERS, ' ')).join(PAGE_END)
  return text.slice(0, MOST_LETTERS).trimEnd()
}

/** On which page a place of such a text stands: 1, 2, 3 … */
export function pageAt(text: string, place: number): number {
  return text.slice(0, place).split(PAGE_END).length
}
