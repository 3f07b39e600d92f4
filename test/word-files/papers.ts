import { strFromU8, unzipSync } from 'fflate'
import type { WordNode, WordPaper } from '#server/services/word-files.ts'
import { writeWord } from '#server/word-files/write.ts'

type Marks = WordNode['marks']
export const text = (words: string, marks?: Marks): WordNode => ({
  type: 'text',
  text: words,
  ...(marks && { marks }),
})
export const mark = (type: string, attrs?: Readonly<Record<string, unknown>>) => ({
  type,
  ...(attrs && { attrs }),
})
export const p = (...content: (string | WordNode)[]): WordNode => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
})
export const h = (level: number, words: string): WordNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
export const list = (type: 'bulletList' | 'orderedList', ...items: WordNode[][]): WordNode => ({
  type,
  content: items.map((content) => ({ type: 'listItem', content })),
})
export const cell = (words: string, attrs = {}, type = 'tableCell'): WordNode => ({
  type,
  attrs,
  content: [words === '' ? { type: 'paragraph' } : p(words)],
})
export const table = (...rows: WordNode[][]): WordNode => ({
  type: 'table',
  content: rows.map((content) => ({ type: 'tableRow', content })),
})

export const paperOf = (...content: WordNode[]): WordPaper => ({
  title: '案件事实',
  caseLine: '容纠〔2026〕1号　房租减免案',
  unit: '演示市',
  date: '2026年11月22日',
  taken: '演示市纪委监委 王建国 2026年11月22日 21:00 输出，内部材料，注意保管',
  content: { type: 'doc', content },
})

/** The parts of a file that was written, as text, by their paths. */
export async function partsOf(paper: WordPaper): Promise<Readonly<Record<string, string>>> {
  const file = await writeWord(paper)
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]))
}
