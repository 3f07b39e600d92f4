import type { Sentences } from '../sentences.ts'
import { ballotWords } from './ballot-words.ts'

export const ballots = {
  ...ballotWords,
  methodNote: {
    named:
      "Each member's choice enters the record at the count and is shown to those in the meeting once announced.",
    secret:
      'The record says who voted, never for what; two scrutineers confirm the count before it is announced.',
    'show-of-hands':
      'The secretary enters the counts, two scrutineers confirm them, then the vote is closed.',
  },
  card: {
    round2: 'Second round',
    anew: 'Voted anew after reconsideration',
    choose: 'Choose one',
    recordedTitle: 'What is recorded about me',
    recordedNamed:
      'At the count your name and your choice enter the meeting record and, once announced, those in the meeting see them. Nobody sees any count before the close.',
    recordedSecret:
      'The record says only that you voted: not for what, and not when. The paper carries no name, order or time. Nobody sees any count before the close.',
    recordedHonest:
      "Honestly: while voting is open, somebody who can copy the server's database files and compare copies might infer whose some papers are. At the close all papers are shuffled and written anew; after that no link remains.",
    noUndo: 'A vote once cast cannot be changed or taken back.',
    next: 'Next: check',
    chooseFirst: 'Choose one first',
    confirmTitle: 'Check your choice',
    yourChoice: 'Your choice: {{choice}}',
    confirm: 'Cast my vote',
    back: 'Go back and change',
    kept: 'The network is down. Your vote is kept on this page and will be sent by itself, once, when it is back. Please do not close this page.',
    keptSending: 'The network is back, sending the vote that was kept…',
    refusedTitle: 'This vote was not counted',
    retry: 'Send again',
    aside: 'Look at the papers first',
    asideNote: 'Voting is open and you have not voted yet.',
    return: 'Back to the ballot paper',
    typing: 'Voting has opened. What you are typing is untouched; please vote when you have finished.',
  },
  receipt: {
    title: 'Your vote has been counted in',
    body: 'The server has confirmed your vote. Opening the page again cannot make it count twice.',
    choice: 'Your choice: {{choice}}',
    secret: 'Secret ballot: neither this page nor the server keeps a link between you and your choice.',
    number: 'Receipt number',
    numberNote: 'The receipt proves that your vote was taken, not what it said.',
  },
  tooLate: {
    title: 'Your vote was not counted: voting had closed when it arrived',
    body: 'The server had not received your vote before the close, so the count does not contain it. Please tell the chair or the secretary.',
    seen: 'Understood',
  },
  bystander: {
    title: 'A vote is in progress',
    notEntitled: 'You are not on the roll of this vote. You can see how many have voted.',
    recused: 'You are recused from this item and do not vote.',
    absent: 'You were not present when the vote opened and are not on its roll.',
    hands:
      'Members due, please raise your hands. The secretary enters the counts, the scrutineers confirm them.',
  },
  turnout: {
    counted: '{{voted}} of {{entitled}} have voted',
    hidden: 'Fewer than 3 of {{entitled}} have voted',
    note: 'No count is shown before the close, to anybody.',
  },
  roll: {
    title: 'Roll of the vote',
    summary: 'Due {{base}}, may vote {{entitled}}, at least {{need}} votes to pass',
    frozen: 'The roll is frozen when the vote opens; coming or leaving afterwards changes nothing.',
    present: 'may vote',
    absent: 'not present',
    recused: 'recused',
  },
  ask: {
    question: 'Question',
    options: 'Options',
    optionsNote: '"Abstain" is always offered besides.',
    method: 'Way of voting',
    methodFixed: 'It cannot be changed once voting is open.',
    open: 'Open the vote',
    openRecords:
      'The question, the options, the way of voting and the roll enter the record; the roll is frozen at once.',
    optionsMissing: 'Choose at least one option.',
  },
  steps: {
    close: 'Close the vote and count',
    closeRecords:
      'No vote is taken after this; the system counts; the list of those who voted and the result enter the record, seen before the announcement only by those whose office it is.',
    closeNow: '{{voted}} / {{entitled}} have voted',
    closeNowFew: 'fewer than 3 of {{entitled}} have voted',
    void: 'Declare this vote void',
    voidReason: 'Why it is void',
    voidRecords: 'The vote is void and the votes cast do not count; the reason enters the record.',
    askVoid: 'Ask for this vote to be void',
    voidGround: 'Ground',
    voidDetails: 'What happened',
    askVoidRecords:
      'The count is known: a vote is not taken again because of its result. On one of these grounds it is void once a secretary or a scrutineer has reviewed it and agrees.',
    voidWaiting: '{{name}} asks for this vote to be void. Ground: {{ground}}. What happened: {{reason}}',
    voidReview:
      'A secretary or a scrutineer reviews it: agreed, the vote is void and taken again; not agreed, the chair announces the result.',
    voidAgree: 'It is so: void the vote',
    voidAgreeRecords:
      'The vote is void and the votes cast do not count; the ground, what happened, who asked and your name enter the record.',
    voidDecline: 'Do not void the vote',
    voidDeclineRecords: 'The count stands and the chair announces it; your review enters the record.',
    announce: 'Announce the result',
    announceRecords:
      'The result is shown to those in the meeting, sealed in the record, and cannot be changed.',
    failed: 'Open a second round between the first two, or defer the item: it is for the chair to say.',
    secondRound: 'Open a second round',
    secondRoundRecords:
      'A second round between the first two; the roll is frozen anew and enters the record.',
    reconsider: 'Ask for reconsideration',
    reconsiderReason: 'Why it should be reconsidered',
    reconsiderRecords:
      'Reconsideration needs the consent of more than half of the members due; asking and consenting enter the record.',
    consent: 'Consent to reconsideration',
    consents_one: '{{count}} has consented, at least {{need}} are needed',
    consents_other: '{{count}} have consented, at least {{need}} are needed',
    reconsiderationGranted: 'More than half have consented: the question may be put anew.',
    reconsiderationFor: 'Reconsideration of the vote on {{name}}: {{reason}}',
  },
  hands: {
    note: 'No more hands than members who may vote ({{entitled}}).',
    total: 'Total {{total}} of {{entitled}} who may vote',
    enter: 'Enter the counts',
    again: 'Correct the counts (scrutineers confirm anew)',
    entered: '{{name}} entered: {{counts}}',
    waiting: 'Waiting for the secretary to enter the counts',
  },
  confirmCount: {
    title: "Scrutineers' confirmation",
    ask: 'Scrutineers check the count and confirm it. Confirmed by {{done}} of 2.',
    confirm: 'I confirm the count',
    records: 'Your confirmation of the count as scrutineer enters the record.',
    done: 'Confirmed by {{names}}',
    nobody: 'Not yet confirmed by any scrutineer',
    closedWaiting: 'Closed. Waiting for the scrutineers to confirm the count.',
    closedAnnounce: 'Closed. Waiting for the chair to announce the result.',
  },
  result: {
    title: 'Result',
    passed: 'Passed: {{outcome}}',
    notPassed: 'Not passed: no option has more than half of the members due',
    noQuorum: 'Void: the quorum was not met',
    void: 'This vote is void: {{reason}}',
    clause: '; ',
    beforeAnnounce: 'Not announced yet. You see it by your office only; please do not pass it on.',
    arithmetic:
      'Due {{due}}, present {{present}}, cast {{cast}}. Votes for must exceed half of the members due: at least {{need}}.',
    quorumRule: 'Quorum: present × {{of}} ≥ due × {{least}}.',
    recusedNotDue: 'Recused members do not count as due.',
    recusedDue: 'Recused members count as due.',
    figuresHidden:
      'Few voters and votes on one side: to keep the ballot secret only passed or not passed is shown. The scrutineers have the figures, and they are kept.',
    option: 'Option',
    votes: 'Votes',
    line: '{{choice}}: {{count}} votes',
    threshold: 'Passes at {{need}}',
    byName: 'How each member voted',
    person: 'Member',
    body: 'Department',
    chosen: 'Choice',
    notVoted: 'did not vote',
    round2: ' (second round)',
  },
  live: {
    opened: 'Voting is open. {{question}} {{method}}.',
    mine: 'Please vote.',
    closed: 'Voting is closed.',
    announcedPassed:
      'Result for {{subject}}: {{outcome}} passed with {{votes}} votes of {{due}} members due.',
    announcedPassedHidden: 'Result for {{subject}}: {{outcome}} passed.',
    announcedNotPassed: 'Result for {{subject}}: not passed.',
    void: 'This vote is void.',
  },
} satisfies Sentences
