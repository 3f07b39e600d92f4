import type { Sentences } from '../sentences.ts'

/** Words for taking a file out of the system; spread into `common`. */
export const saving = {
  save: 'Save',
  saveOf: 'Save: {{title}}',
  why: 'What for',
  whyHint: 'For example: to attach it to the report.',
  records:
    'Who saves it, when and what for stands in the record of access. The saved file carries no watermark; keep it as the rules ask.',
} satisfies Sentences
