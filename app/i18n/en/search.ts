import type { Sentences } from '../sentences.ts'
import { cases } from './cases.ts'
import { comments } from './comments.ts'
import { hearingWords } from './hearing-words.ts'
import { meetings } from './meetings.ts'
import { minutes } from './minutes.ts'

export const search = {
  title: 'Search',
  lead: 'Everything that you may see: cases, texts and comments on them, evidence with the words of its PDFs, Word files and plain texts and the notes on it, meetings, hearings and what was said there live, minutes, people.',
  field: 'What is looked for',
  fieldHint:
    'One character is enough. Several words are all to be found; “in quotation marks” as they stand.',
  submit: 'Search',
  clear: 'Without filters',
  kind: 'Kind',
  allKinds: 'All kinds',
  state: 'Stage or state',
  allStates: 'All',
  year: 'Year',
  allYears: 'All years',
  body: 'Department',
  allBodies: 'All departments',
  startTitle: 'What are you looking for?',
  noneTitle: 'Nothing found',
  noneHint: 'Nothing that you may see holds all of these words. Fewer or shorter words find more.',
  more: 'Further hits',
  first: 'From the beginning',
  results: 'Hits',
  stateOf: {
    case: cases.stage,
    remark: { open: 'open', resolved: 'resolved' },
    meeting: meetings.status,
    hearing: hearingWords.status,
    comment: comments.status,
    minutes: minutes.step,
  },
} satisfies Sentences
