import type { Sentences } from '../sentences.ts'
import { dossierWords } from './dossier-words.ts'

/** Said by the dialog that opens on every page; the page of the search has more (`search.ts`). */
export const searchEverywhere = {
  open: 'Search',
  keys: 'Ctrl K',
  title: 'Search',
  field: 'Words, numbers, names',
  hits: 'Hits',
  all: 'All hits and filters',
  none: 'Nothing that you may see holds these words.',
  found_one: '{{count}} hit shown',
  found_other: '{{count}} hits shown',
  waiting: 'Searching …',
  failed: 'The search did not answer. Type on to try again.',
  help: 'One or two characters are enough. Arrow keys choose, Enter opens, Esc closes.',
  resolved: 'resolved',
  withdrawn: 'withdrawn',
  page: 'page {{page}}',
  mark: 'mark {{number}}',
  kind: {
    case: 'Case',
    document: 'Text',
    remark: 'Comment',
    evidence: 'Evidence',
    meeting: 'Meeting',
    hearing: 'Hearing',
    comment: 'Live comment',
    minutes: 'Minutes',
    person: 'Person',
  },
  part: {
    ...dossierWords.part,
    opinion: 'Opinion',
    opinionOf: 'Opinion: {{body}}',
    transcript: 'Transcript',
    report: 'Hearing report',
    text: 'Text of the minutes',
  },
} satisfies Sentences
