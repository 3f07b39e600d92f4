import type { Sentences } from '../sentences.ts'
import { evidenceRegister } from './evidence-register.ts'
import { evidenceUpload } from './evidence-upload.ts'

export const evidence = {
  title: 'Evidence',
  lead: 'Whoever may read the case may read this. Every opening is logged.',
  list: 'List of evidence',
  emptyTitle: 'No evidence yet',
  emptyHint: 'What is uploaded stands here piece by piece, with its check sum.',
  name: 'Name of the piece',
  file: 'File',
  choose: 'Choose a file, or drop it here',
  limits: 'PDF, pictures, office documents, text, sound and film; at most {{megabytes}} MB each.',
  upload: 'Upload',
  uploadRecords:
    'File, uploader, time and check sum go into the record; a piece can be withdrawn, not deleted.',
  uploaded: '"{{title}}" is now in evidence',
  noFile: 'Choose a file first',
  size: 'Size',
  added: 'Uploaded',
  addedBy: '{{name}}, {{date}}',
  sha256: 'Check sum',
  sha256Means: 'SHA-256: one changed byte gives another sum',
  open: 'Open',
  openOf: 'Open {{title}}',
  withdraw: 'Withdraw',
  withdrawOf: 'Withdraw {{title}}',
  withdrawReason: 'Why it is withdrawn',
  withdrawRecords:
    'Will be recorded: "{{title}}" is withdrawn, and why. File and earlier entry are kept; it no longer counts.',
  withdrawn: 'withdrawn',
  withdrawnBy: 'Withdrawn by {{name}} on {{date}}: {{reason}}',
  usedIn_one: 'named {{count}} time',
  usedIn_other: 'named {{count}} times',
  showWithdrawn: 'Show withdrawn ones ({{count}})',
  readOnly: 'You may read the evidence, not add to it.',
  ...evidenceRegister,
  queued: evidenceUpload,
} satisfies Sentences
