import type { Sentences } from '../sentences.ts'

/** Marks on pages and in the time of a piece of evidence. */
export const evidenceMarks = {
  title: 'Marks ({{count}})',
  none: 'Nothing is marked on this piece yet.',
  pick: 'Frame and mark a place',
  take: 'Mark the framed place',
  picking:
    'Drag a frame; or move it with the arrow keys, size it with Shift and arrows, take it with Enter, drop it with Esc.',
  note: 'Note',
  records:
    'Place and note go into the record of the case; whoever may open this piece sees them. A mark can be withdrawn, not deleted.',
  party: 'A party handed this piece in, and sees them too.',
  save: 'Save the mark',
  done: 'The mark is saved',
  time: 'Time',
  timeHint: 'Minutes:seconds, for example 1:23',
  timeWrong: 'Write minutes:seconds, for example 1:23',
  timeBeyond: 'The recording is not that long',
  now: 'Take where it plays now',
  numbered: 'Mark {{number}},',
  onPage: 'page {{page}}, {{x}}% from the left, {{y}}% from the top',
  atTime: 'at {{time}}',
  by: '{{name}}, {{date}}',
  withdraw: 'Withdraw',
  withdrawOf: 'Withdraw mark {{number}}',
  withdrawRecords:
    'Will be recorded: mark {{number}} is withdrawn. Mark and note are kept and said to be withdrawn.',
  withdrawnOn: 'Withdrawn on {{date}}',
  gone: 'Withdrawn marks ({{count}})',
} satisfies Sentences
