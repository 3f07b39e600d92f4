import type { Sentences } from '../sentences.ts'

export const templates = {
  title: 'Document templates',
  lead: 'The documents of a newly registered case begin with the templates in force at that moment; registered cases keep theirs.',
  toList: 'All templates',
  of: 'Template: {{document}}',
  opinion: 'Department opinion',
  document: 'Document',
  state: 'In force',
  since: 'Since',
  by: 'By',
  none: 'None yet; the document begins empty',
  version: 'Version {{n}}',
  release: 'Words of the product',
  inForce: 'In force',
  noWords: 'This version has no words: the document begins empty.',
  offer:
    'These words come with the product. New cases begin with them once the secretary has put them in force; until then writers may insert them into an empty document.',
  history: 'History',
  read: 'Read {{version}}',
  line: 'Put in force by {{name}}',
  from: 'Words of “{{version}}”',
  hash: 'Hash {{hash}}',
  shown: 'Shown',
  readOnly: 'Templates are kept by the secretary of the jurisdiction; you may read them.',
  edit: 'Edit the template',
  differs: 'The draft has changes that are not in force',
  draft: 'Draft of the template',
  draftMeans:
    'The draft is saved letter by letter and shared by the secretaries; no case is affected before it is put in force.',
  stop: 'Back to what is in force',
  put: {
    reason: 'Reason',
    reasonHint: 'Kept in the history, e.g. adjusted to the revised measures',
    act: 'Put in force as version {{n}}',
    records:
      'To be recorded: version {{n}} put in force by you, the reason and the hash. Cases registered from now on begin with it; registered cases stay as they are.',
    back: 'Put “{{version}}” in force',
    backRecords:
      'To be recorded: the words of “{{version}}” put in force by you as version {{n}}, with the reason. Cases registered from now on begin with it; registered cases stay as they are.',
  },
  drop: {
    act: 'Discard the changes of the draft',
    records: 'The draft goes back to what is in force; changes that are not in force are lost.',
  },
  taken: 'Template: version {{n}}',
  takenMeans: 'In force when this case was registered; this document began with it',
  insert: 'Insert the template',
  insertMeans: 'This document is still empty. You may insert the template and write into it.',
} satisfies Sentences
