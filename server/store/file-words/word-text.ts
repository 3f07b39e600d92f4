import { isRefusal } from '#domain/record/refusal.ts'
import { readWord } from '#server/word-files/read.ts'

/** Ends of lines, blocks and cells, as mammoth writes them: no word reaches over one. */
const ENDS = /<(?:br \/|\/(?:p|h[1-6]|li|td|th|blockquote))>/g
const TAGS = /<[^>]*>/g
/** All that it writes in place of signs. */
const SIGNS: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

export function textOfHtml(html: string): string {
  return html
    .replace(ENDS, '\n')
    .replace(TAGS, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (name) => SIGNS[name] ?? name)
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** The words that the page of the piece shows (D-106). Throws where it is no Word file, or one that is not unpacked. */
export async function textOfWord(file: Uint8Array): Promise<string> {
  const read = await readWord(file)
  if (isRefusal(read)) throw new Error(read.refused)
  return textOfHtml(read.html)
}
