import type { Sentences } from '../sentences.ts'

/** What a hearing's codes are called, on every page: the one list (glossary). */
export const hearingWords = {
  status: {
    ordered: 'In preparation',
    noticed: 'To be held',
    postponed: 'Postponed',
    open: 'In session',
    suspended: 'Suspended',
    closed: 'Closed, to be signed',
    finished: 'Finished',
    terminated: 'Terminated',
    cancelled: 'Called off',
  },
  phase: {
    identity: 'Identity',
    rights: 'Rights and recusal',
    investigation: 'Investigators’ presentation',
    defence: 'Statement and defence',
    'third-parties': 'Third parties and witnesses',
    questions: 'Questions',
    debate: 'Cross-examination and debate',
    deliberation: 'Deliberation',
    'final-statements': 'Final statements',
    closing: 'Closing',
    signing: 'Signing',
  },
  capacity: {
    chair: 'Hearing chair',
    member: 'Hearing member',
    recorder: 'Recorder',
    investigator: 'Investigator',
    party: 'Party',
    representative: 'Representative',
    'third-party': 'Third party',
    witness: 'Witness',
    expert: 'Expert',
    'public-seat': 'Public seat',
    observer: 'Observer',
  },
  side: { handling: 'handling side', party: 'party’s side', third: 'third side', none: 'tribunal' },
  stand: {
    tolerate: 'Tolerate',
    'not-tolerate': 'Do not tolerate',
    other: 'Another view',
    none: 'No majority',
  },
  closedGround: {
    'cadre-case': 'concerns the management of officials',
    'state-secret': 'concerns state secrets',
    'work-secret': 'concerns work secrets',
    'business-secret': 'concerns business secrets',
    privacy: 'concerns privacy',
  },
  /** Why it was postponed, suspended, ended. */
  ground: {
    'person-prevented': 'somebody is prevented for a good reason',
    'papers-late': 'papers were not served in time',
    recusal: 'somebody must be replaced after a recusal',
    'new-witness': 'a new witness must be called',
    'new-evidence': 'new evidence must be obtained',
    're-appraisal': 'a new appraisal or inspection is needed',
    withdrawn: 'the application was withdrawn',
    absent: 'the party did not come, without good reason',
    left: 'the party left without leave',
    'death-or-dissolution': 'the party died or ceased to exist',
    disorder: 'grave disorder by the party',
    cancelled: 'the hearing was called off',
    other: 'other',
  },
} satisfies Sentences

/** The same inside a sentence: English begins them small there. */
export function withinSentence<Words extends Sentences>(words: Words): Words {
  const small = Object.entries(words).map(([key, word]): [string, string | Sentences] => [
    key,
    typeof word === 'string' ? word.charAt(0).toLowerCase() + word.slice(1) : withinSentence(word),
  ])
  return Object.fromEntries(small) as Words
}
