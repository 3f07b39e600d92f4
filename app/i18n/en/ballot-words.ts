import type { Sentences } from '../sentences.ts'

/** What a ballot's codes are called, on every page. */
export const ballotWords = {
  choice: {
    EXEMPT: 'Exempt from accountability',
    LIGHTER: 'Lighter handling',
    MITIGATED: 'Mitigated accountability',
    NOT_TOLERATED: 'Not tolerated',
    SHELVED: 'Shelve',
    TO_HEARING: 'Refer to a hearing',
    RETURNED: 'Return for verification',
    ABSTAIN: 'Abstain',
  },
  method: {
    named: 'Named ballot',
    secret: 'Secret ballot',
    'show-of-hands': 'Show of hands',
  },
  voidGround: {
    'roll-wrong': 'the roll of voters was wrong',
    'question-wrong': 'the question or its options were wrong',
    'technical-fault': 'a fault of device or system disturbed the vote',
    'recused-voted': 'somebody voted who should have been recused',
    'votes-exceed-voters': 'there are more votes than voters',
    'quorum-lost': 'the quorum was not met during the vote',
  },
} as const satisfies Sentences
