import type { Sentences } from '../sentences.ts'

/** After the close, where chair or recorder cannot go on. */
export const hearingActing = {
  title: 'Acting chair or recorder',
  about:
    'Where the chair or the recorder cannot go on after the close (death, illness, transfer, a disabled account), the ordering body lets a member who was there act, so that transcript and report can be finished.',
  which: 'Acts as',
  who: 'Who acts (a hearing member who was there)',
  reason: 'Reason',
  reasonHint:
    'Stands in the record and in the report. A missing signature of the former chair or recorder is noted by the chair.',
  records:
    'You appoint: your name and the reason enter the record, those who take part are told, and what is signed says who acted and why.',
  submit: { chair: 'Appoint an acting chair', recorder: 'Appoint an acting recorder' },
  /** Beside the name of who acts. */
  as: { chair: '{{capacity}}, acting chair', recorder: '{{capacity}}, acting recorder' },
  told: {
    chair: '{{name}} acts as chair. Reason: {{reason}}',
    recorder: '{{name}} acts as recorder. Reason: {{reason}}',
  },
} satisfies Sentences
