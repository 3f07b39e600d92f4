import { formatDateTime } from '#app/components/ui/date-time.tsx'
import { bodyOfOpinion, partName } from '#domain/dossiers/parts.ts'
import type { SectionPaper } from '#server/services/documents.ts'
import { sentencesIn } from './language.ts'

/** What a section of a dossier says of itself on paper, in Chinese whoever takes it out: an official paper is Chinese. */
export interface PaperWords {
  readonly title: string
  readonly unit: string
  readonly caseLine: string
  readonly date: string
  /** Who took it out and when; stands on every page. */
  readonly taken: string
  /** How many suggestions wait, and how they are marked; '' for none. */
  readonly revised: string
}

export async function wordsOfPaper(part: string, paper: SectionPaper): Promise<PaperWords> {
  const zh = await sentencesIn('zh-CN', 'writing', 'dossiers')
  const date = formatDateTime(paper.at, 'date', 'zh-CN')
  const title =
    bodyOfOpinion(part) === null ? zh(`dossiers:part.${partName(part)}`) : zh('writing:paper.opinion')
  return {
    title,
    unit: paper.unit,
    caseLine: zh('writing:paper.case', { number: paper.caseNumber, title: paper.caseTitle }),
    date,
    taken: zh('writing:paper.taken', {
      name: paper.by,
      unit: paper.byUnit,
      at: formatDateTime(paper.at, 'date-time', 'zh-CN'),
    }),
    revised: paper.proposed === 0 ? '' : zh('writing:paper.revised', { count: paper.proposed }),
  }
}
