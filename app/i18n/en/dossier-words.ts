import type { Sentences } from '../sentences.ts'

/** What the parts of a dossier and the codes of its findings are called, on every page. */
export const dossierWords = {
  part: {
    symposium: 'Symposium: what came of it',
    'third-party': "Third party's inquiry: report",
    facts: 'Facts',
    'applicant-statement': "Applicant's statement",
    'verification-report': 'Verification report',
    'condition-matrix': 'Notes on the conditions',
    'draft-decision': 'Draft decision',
  },
  criterion: {
    'distinction-1': 'Slips in reform, or knowing breach',
    'distinction-2': 'Trials where nothing was ruled, or going on after a ban',
    'distinction-3': 'Driving development, or private gain',
    'look-nature': 'Nature of the problem',
    'look-basis': 'Basis of the work',
    'look-motive': 'Motive',
    'look-process': 'How it was decided',
    'look-orientation': 'Bearing in office',
    'look-correction': 'Attitude to correction',
  },
  side: { tolerable: 'tolerable', punishable: 'punishable', unclear: 'unclear' },
  met: { met: 'met', 'not-met': 'not met', unclear: 'unclear' },
} as const satisfies Sentences
