import type { Sentences } from '../sentences.ts'

/** Words of the upload; spread into `evidence`. */
export const evidenceUpload = {
  chooseMany: 'Choose files, or drop several here',
  nameOfOne: 'For a single file; without it, and for several, the file name is used.',
  empty: '“{{name}}” is empty. Look at it and choose again.',
  tooLarge: '“{{name}}” is too large. Make it smaller or split it.',
  resumable:
    'Other pages may be opened meanwhile. After a broken line or closing the tab, choose the same file to go on where it stopped. Kept for 4 days.',
  queue: 'Uploads',
  waiting: 'Waiting',
  sending: '{{percent}}% uploaded ({{arrived}} of {{size}})',
  paused: 'Paused at {{percent}}%',
  retrying: 'The line broke; trying again, {{percent}}%',
  checking: 'Arrived; making the check sum…',
  done: 'In the register',
  failed: 'Not finished. Check the network and press "Resume".',
  pause: 'Pause',
  pauseOf: 'Pause: {{name}}',
  resume: 'Resume',
  resumeOf: 'Resume: {{name}}',
  drop: 'Drop',
  dropOf: 'Drop: {{name}}',
  clear: 'Remove from the list',
  clearOf: 'Remove from the list: {{name}}',
  unfinished: 'Unfinished files',
  unfinishedHint: 'Choose the same file again to go on where it stopped.',
  unfinishedAt: '{{name}}, {{percent}}% uploaded (of {{size}})',
} satisfies Sentences
