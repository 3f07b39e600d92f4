import type { Sentences } from '../sentences.ts'

export const suggestions = {
  card: 'Suggestion {{number}} · {{where}}',
  by: 'Suggestion {{number}} of {{name}}, {{date}}',
  sent_one: 'One suggestion sent',
  sent_other: '{{count}} suggestions sent',
  someSent:
    'Suggested: {{sent}}. Not sent and still in the draft: {{count}}; send them later, and nothing is suggested twice.',
  mode: 'Suggesting: your changes are proposed, and enter the text when its writers accept them. Words and paragraphs can be changed, looks cannot.',
  applicantReads: 'The applicant reads this statement and what is suggested, and decides on it.',
  homeless_one:
    'One change cannot be suggested (a reference, a table or an empty place). Add a comment instead.',
  homeless_other:
    '{{count}} changes cannot be suggested (references, tables or empty places). Add a comment instead.',
  left: 'A draft of suggestions was not sent; it is kept in this browser.',
  restored: 'Your unsent draft is restored: go on and send it, or drop it.',
  note: 'Why (may stay empty)',
  keys: 'What you change here is proposed, not written',
  changed: 'The text has changed there; it cannot be accepted as it is',
  all_one: 'One suggestion waits',
  all_other: '{{count}} suggestions wait',
  outcome: {
    accepted: 'Accepted: {{name}}, {{date}}',
    refused: 'Refused: {{name}}, {{date}}',
    withdrawn: 'Withdrawn: {{name}}, {{date}}',
  },
  sure: {
    accept_one: 'Accept this suggestion into the text?',
    accept_other:
      'Accept these {{count}} suggestions into the text? Where the text has changed, they go on waiting.',
    refuse_one: 'Refuse this suggestion?',
    refuse_other: 'Refuse these {{count}} suggestions?',
    drop_one: 'This change has not been sent; dropped, it is gone. Drop it?',
    drop_other: 'These {{count}} changes have not been sent; dropped, they are gone. Drop them?',
  },
  act: {
    goOn: 'Go on',
    discard: 'Discard the draft',
    suggest: 'Suggest changes',
    suggestOwn: 'Suggest instead',
    send: 'Send suggestions ({{count}})',
    drop: 'Drop changes',
    leave: 'Stop suggesting',
    accept: 'Accept',
    refuse: 'Refuse',
    withdraw: 'Take back',
    acceptAll: 'Accept all',
    refuseAll: 'Refuse all',
  },
} satisfies Sentences
