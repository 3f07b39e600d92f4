import type { Sentences } from '../sentences.ts'
import { hearingWords } from './hearing-words.ts'

/** The party's right to ask for a hearing, and what stands beside a hearing. */
export const hearingWays = {
  status: hearingWords.status,
  ofCase: {
    title: 'Hearings',
    none: 'No hearing has been ordered on this case.',
    order: 'Order a hearing',
  },
  right: {
    title: 'Request for a hearing',
    none: 'The party has not been told of the right to a hearing yet.',
    tell: 'Tell of the right to a hearing',
    tellRecords:
      'The record will say that the party was told of the right to a hearing, on which day, with what words, and until when it can be asked for. An applicant with an account sees this at the next sign-in; a party without one is told on paper, and the receipt is kept as evidence.',
    toldOn: 'Day of the telling',
    toldOnHint: 'When it was said in person or served on paper. That day is not counted.',
    told: 'What was told',
    toldLabel:
      'What was told: what is intended, the facts and the grounds; an applicant with an account reads it',
    will: 'A hearing can be asked for until {{date}} ({{count}} working days after that day).',
    when: 'Told on',
    by: '{{date}} (entered by {{name}})',
    byOffice: '{{date}}',
    until: 'Time to ask',
    untilDate: 'until {{date}}, that day included',
    rule: '{{count}} working days after the day of the telling. A default of the platform, not of the rules.',
    over: 'time is over',
    ask: 'Ask for a hearing',
    askReason: 'Why you ask for a hearing',
    askRecords:
      'The record will say that you ask for a hearing in this case, when and why. The body will order a hearing, or tell you in writing why not.',
    noHeavier:
      'Asking for a hearing never leads to a heavier treatment, and the hearing costs the party nothing.',
    requests: 'Requests and answers',
    requestOf: '{{name}} asked on {{date}}',
    ownRequest: 'You asked on {{date}}',
    register: 'Register a request',
    registerRecords:
      'The record will say that the party asked for a hearing on paper or by word of mouth, on which day this was received, why, and that you registered it. Upload the paper, or the note of what was said, as evidence.',
    registerFor: 'Party who asks',
    receivedOn: 'Day on which it was received',
    receivedOnHint:
      'When the paper came in or the party asked in person: {{from}} to {{until}}, that day included. It is in time also when it is registered later.',
    receivedOutside: 'This day is before the telling, after the last day, or ahead. Check it.',
    registerReason: 'Why the party asks, in its own words',
    registeredBy: 'Registered by {{name}} on {{date}}',
    tellInWriting:
      'The party asked without an account, and the platform does not reach it: tell it the answer in writing.',
    waiting: 'waits for an answer',
    granted: 'hearing ordered',
    refused: 'refused',
    grantedWords: 'On {{date}} a hearing was ordered. Its notice will tell time and place.',
    refusedWords: 'Refused on {{date}}, because:',
    noneAsked: 'Nobody has asked yet.',
    order: 'Order a hearing',
    refuse: 'Refuse',
    refuseReason: 'Why there will be no hearing',
    refuseRecords: 'The record will say that this request is refused, and why.',
    partyReads: 'The applicant reads the reason.',
    orderAnswers:
      'This hearing also answers these requests; who asked with an account will see that it was ordered:',
  },
  ways: {
    title: 'Symposia and third-party inquiries',
    none: 'No symposium and no inquiry by a third party.',
    choose: 'Choose a way',
    how: 'Way',
    titled: '{{kind}}: {{matter}}',
    kind: { symposium: 'Symposium', 'third-party': "Third party's inquiry" },
    kindNote: {
      symposium: 'People concerned are asked to come and say what they think.',
      'third-party': 'A professional institution is asked to inquire into a special question.',
    },
    matter: 'What is to be found out',
    date: 'Day',
    time: 'Time (Beijing)',
    startsAt: 'When',
    place: 'Where',
    participants: 'Who takes part',
    institution: 'Institution',
    dueOn: 'Report due on',
    reason: 'Why in this way',
    reasonOf: 'Why in this way',
    records:
      'The record will keep the way, the matter, the arrangements and the reason. Both ways may be chosen together, and beside a hearing. What comes of it is written separately and enters the dossier once submitted.',
    by: '{{name}}, {{date}}',
    standing: { running: 'under way', reported: 'result submitted', calledOff: 'called off' },
    result: { symposium: 'What came of the symposium', 'third-party': "The third party's report" },
    callOff: 'Call off',
    callOffReason: 'Why it is called off',
    callOffRecords:
      'The record will say that this was called off, and why. A result that was not submitted is written no further.',
    calledOff: 'Why called off',
  },
  papers: {
    title: 'Papers of the hearing',
    none: 'No papers were served.',
    nothingFrozen:
      'Nothing in the dossier was submitted yet, and there is no evidence. What is submitted can be served.',
    withNotice:
      'Choose the papers that go with the notice, and to whom. Only what was submitted can be served, in the version submitted; later changes do not touch it.',
    reader: {
      conduct: 'Tribunal and handlers',
      party: 'Party and representatives',
      'third-party': 'Third parties',
      expert: 'Experts',
      'public-seat': 'Public seats',
    },
    has: '{{reader}} (served)',
    boxName: '{{title}}, to {{reader}}',
    innerOnly: 'For the tribunal and the handlers alone.',
    more: 'Serve further papers',
    willBeLate: 'The last day of the notice has passed: what is served now is marked late.',
    chooseOne: 'Choose at least one paper and to whom it goes.',
    serve: 'Serve the chosen papers',
    records:
      'The record will keep which papers were served, the hash of each version, to whom and when. It cannot be taken back.',
    late: 'late',
    served: 'served {{date}}, hash {{hash}}',
    servedOn: 'Served {{date}}, in the version of that day.',
    hash: 'Hash {{hash}}',
    toNotice: 'Notice of the hearing',
    close: 'Close the paper',
    failed: 'The paper did not open. Check the network and try again.',
    cite: 'Comment on this paragraph',
    citeName: 'Comment on paragraph {{n}}',
    cited: '{{title}}, paragraph {{n}}: “{{words}}…”',
    citedNumber: '{{title}}, paragraph {{n}}',
    dropCitation: 'Without citation',
  },
  feedback: {
    title: 'What was adopted',
    text: 'Which views were adopted, and why the others were not',
    hint: 'Within {{days}} days after the decision on the case. A default of the platform, not of the rules.',
    records:
      'The record will keep these words and the time. All who took part read them; they cannot be changed.',
    submit: 'Tell what was adopted',
  },
} satisfies Sentences

/** What the record says of them. */
export const hearingWaysRecord = {
  'case/hearing-answered': '{{actor}} told those who were heard what was adopted.',
  'case/hearing-right-told':
    '{{actor}} recorded that the party was told of the right to a hearing on {{toldOn}} and can ask until {{latestOn}}.',
  'case/hearing-asked': '{{actor}} asked for a hearing.',
  'case/hearing-asked-for':
    '{{actor}} registered a request for a hearing made by {{subject}}, received on {{receivedOn}}.',
  'case/hearing-request-granted': '{{actor}} answered the request: a hearing was ordered.',
  'case/hearing-request-refused': '{{actor}} answered the request: there will be no hearing.',
  'case/examination-chosen': {
    symposium: '{{actor}} chose a symposium on “{{matter}}”, at {{place}}.',
    'third-party': '{{actor}} chose to have {{institution}} inquire into “{{matter}}”.',
  },
  'case/examination-called-off': '{{actor}} called off a symposium or an inquiry.',
} satisfies Sentences
