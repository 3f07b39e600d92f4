import type { Sight } from '#app/components/blocks/sight.tsx'
import { parseProse, type ProseNode } from '#app/components/editor/prose-json.ts'
import type { SectionPaper } from '#server/services/documents.ts'
import { blocksInWords } from './blocks-in-words.ts'
import { sentencesIn } from './language.ts'
import { wordsOfPaper, type PaperWords } from './words-of-paper.ts'

/** A section on its way onto paper or into a Word file, with everything in it said in words, and the name of the file. */
export async function wordPaper(
  part: string,
  paper: SectionPaper,
  view: Sight['view'],
): Promise<{ readonly paper: PaperWords & { readonly content: ProseNode }; readonly fileName: string }> {
  const [said, zh] = await Promise.all([
    wordsOfPaper(part, paper),
    sentencesIn('zh-CN', 'word', 'blocks', 'dossiers'),
  ])
  const content = blocksInWords(parseProse(paper.content), { view, isPast: false }, zh)
  const name = [paper.caseNumber, said.title, ...(said.unit === '' ? [] : [said.unit])].join(' ')
  return {
    paper: { ...said, content },
    // Signs that no file system of an office takes in a name.
    fileName: `${name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')}.docx`,
  }
}
