import type { Sentences } from '../sentences.ts'
import { ballotWords } from './ballot-words.ts'
import { cases } from './cases.ts'
import { dossierWords } from './dossier-words.ts'
import { hearingWaysRecord } from './hearing-ways.ts'

export const record = {
  title: 'Record',
  empty: 'Nothing recorded yet.',
  entry: 'Entry {{seq}}',
  hash: 'Check sum {{hash}}',
  hashMeans: 'SHA-256 of this entry, which includes the sum of the entry before: a chain',
  linkTo: 'Link to entry {{seq}}',
  unknown: '{{actor}}: {{type}}',
  unknownName: '(unknown)',
  opinionOf: 'Opinion of {{body}}',
  templateOf: '{{part}}, version {{number}}',
  opinionSheet: 'Department opinion',
  standOf: '{{subject}}: {{outcome}}',
  votesFor: '{{choice}} {{count}}',
  votesLead: '{{votes}}; ',
  voted: 'Voted: {{people}}.',
  words: {
    outcome: ballotWords.choice,
    stage: cases.stage,
    measure: cases.measure,
    part: dossierWords.part,
    criterion: dossierWords.criterion,
    side: dossierWords.side,
    met: dossierWords.met,
    method: ballotWords.method,
    voidGround: ballotWords.voidGround,
    majority: {
      tolerate: 'tolerate',
      'not-tolerate': 'do not tolerate',
      other: 'another view',
      none: 'none',
    },
    stand: { FOR: 'for', AGAINST: 'against', DEFER: 'defer' },
    floor: {
      report: 'report',
      question: 'question',
      statement: 'statement',
      reply: 'reply',
      'point-of-order': 'point of order',
    },
    step: {
      draft: 'draft',
      'in-review': 'review',
      countersigning: 'countersigning',
      signing: 'signing',
      issued: 'issued',
    },
  },
  'case/registered': '{{actor}} registered case {{number}}, "{{title}}". Departments: {{bodies}}.',
  'case/templates-taken': 'Templates in force when {{actor}} registered the case: {{templates}}.',
  'case/amended': '{{actor}} amended the particulars.',
  'case/moved': '{{actor}} moved the case from "{{from}}" to "{{to}}".',
  'case/moved-until': '{{actor}} moved the case from "{{from}}" to "{{to}}", until {{until}}.',
  'case/handlers-assigned': '{{actor}} assigned as handlers: {{people}}.',
  'case/body-invited': '{{actor}} invited {{body}} to the case.',
  'case/linked': '{{actor}} linked another case.',
  'case/finding-recorded': '{{body}} ({{actor}}) on "{{criterion}}": {{side}}.',
  'case/condition-set': '{{actor}} recorded a condition for {{subject}}: {{met}}.',
  'case/document-submitted': '{{actor}} submitted "{{part}}"; its text is frozen.',
  'case/document-reopened': '{{actor}} reopened "{{part}}".',
  'case/document-pinned': '"{{part}}" was pinned as a paper of a meeting ({{actor}}).',
  'case/opinion-submitted': '{{body}} ({{actor}}) submitted its opinion: {{stands}}.',
  'case/opinion-withdrawn': '{{body}} ({{actor}}) withdrew its opinion.',
  'case/evidence-added': '{{actor}} uploaded "{{title}}".',
  'case/evidence-described': '{{actor}} registered the evidence "{{title}}".',
  'case/evidence-withdrawn': '{{actor}} withdrew a piece of evidence.',
  'case/evidence-marked': '{{actor}} marked a place on page {{page}} of a piece of evidence.',
  'case/evidence-marked-at': '{{actor}} marked {{time}} in a piece of evidence.',
  'case/evidence-mark-withdrawn': '{{actor}} withdrew a mark on a piece of evidence.',
  'case/evidence-replaced': '{{actor}} replaced a piece of evidence by another.',
  'case/listed': 'The case was put on the agenda of a consultation ({{actor}}).',
  'case/item-opened': 'The consultation took up the case ({{actor}} in the chair).',
  'case/item-put-off': 'The consultation put the case off; it waits for another agenda ({{actor}}).',
  'case/decision-recorded': 'Decided by minutes {{number}}: {{outcomes}} (signed by {{actor}}).',
  'case/hearing-ordered': '{{actor}} orders a hearing on this case: {{title}}.',
  'case/hearing-ended': {
    cancelled: 'The hearing is called off; there will be no report ({{actor}}).',
    terminated: 'The hearing is terminated; there will be no report ({{actor}}).',
  },
  'case/hearing-reported':
    'The chair {{actor}} signs the hearing report, which enters the case; majority of the hearing members: {{majority}}; check sum {{hash}}.',
  ...hearingWaysRecord,
  'case/duty-reported': '{{actor}} reported a correction duty as done.',
  'meeting/convened':
    '{{actor}} convened "{{title}}" at {{place}}: {{chair}} in the chair, members due: {{due}}, attending without vote: {{attendees}}, items: {{items}}.',
  'meeting/member-checked-in': {
    self: '{{person}} checked in.',
    secretary: '{{actor}} checked {{person}} in.',
    code: '{{person}} checked in with the code.',
  },
  'meeting/member-checked-out': {
    left: '{{person}} left.',
    disabled: 'The account of {{person}} is disabled: recorded as having left.',
    roleEnded: 'The role of {{person}} in the body has ended: recorded as having left.',
  },
  'meeting/leave-taken': '{{person}} took leave.',
  'meeting/code-renewed': '{{actor}} renewed the check-in code.',
  'meeting/opened': '{{actor}} opened the meeting: {{present}} of {{due}} members due present.',
  'meeting/adjourned': '{{actor}} adjourned the meeting.',
  'meeting/resumed': '{{actor}} resumed the meeting: {{present}} of {{due}} members due present.',
  'meeting/closed': '{{actor}} closed the meeting.',
  'meeting/cancelled': '{{actor}} cancelled the meeting.',
  'meeting/chair-handed-over': {
    handed: 'The chair passed from {{from}} to {{to}}.',
    appointed: 'The secretary {{actor}} appointed {{to}} acting chair in place of {{from}}.',
  },
  'meeting/minutes-drafted': '{{actor}} drafted the minutes from the record.',
  'agenda/reordered': '{{actor}} changed the order of the items.',
  'agenda/item-proposed': '{{actor}} asked to add an item: {{item}}.',
  'agenda/item-added': 'Item added: {{item}} ({{actor}}).',
  'agenda/item-declined': '{{actor}} declined to add the item.',
  'agenda/item-opened': {
    presented: '{{actor}} opened {{item}}; {{presenter}} reports.',
    plain: '{{actor}} opened {{item}}.',
  },
  'agenda/phase-entered': {
    questions: '{{item}}: questions ({{actor}} in the chair).',
    statements: '{{item}}: statements in turn ({{actor}} in the chair).',
  },
  'agenda/item-deferred': '{{actor}} deferred {{item}}.',
  'agenda/item-finished': '{{actor}} ended {{item}}.',
  'recusal/declared': '{{person}} recused himself or herself from {{item}}.',
  'recusal/applied-for': '{{actor}} asked that {{person}} be recused from {{item}}.',
  'recusal/ruled': {
    chair: {
      granted: '{{actor}}, chairing, ruled that {{person}} is recused from {{item}}.',
      rejected: '{{actor}}, chairing, ruled that {{person}} is not recused from {{item}}.',
    },
    superior: {
      granted:
        'The secretary {{actor}} entered the ruling of the superior organ: {{person}}, chairing, is recused from {{item}}.',
      rejected:
        'The secretary {{actor}} entered the ruling of the superior organ: {{person}}, chairing, is not recused from {{item}}.',
    },
  },
  'floor/hand-raised': '{{actor}} raised a hand ({{kind}}).',
  'floor/hand-withdrawn': '{{actor}} took the hand down.',
  'floor/granted': '{{actor}} gave the floor to {{speaker}} for {{minutes}} min.',
  'floor/ended': 'The speaker ended ({{actor}}).',
  'statement/made': '{{actor}} stated: {{stand}}.',
  'statement/corrected': '{{actor}} added a correction to the own statement.',
  'ballot/opened': {
    first:
      '{{actor}} put the question on {{subject}} to the vote ({{method}}). Options: {{options}}. May vote: {{entitled}}.',
    second:
      '{{actor}} opened the second round on {{subject}} ({{method}}). Options: {{options}}. May vote: {{entitled}}.',
  },
  'ballot/hands-entered': '{{actor}} entered the show of hands: {{counts}}.',
  'ballot/count-confirmed': '{{actor}} confirmed the count as scrutineer.',
  'ballot/closed': {
    passed:
      'The ballot on {{subject}} was closed ({{actor}}): {{counts}}members due {{due}}, present {{present}}, votes {{cast}}. Passed: {{outcome}}.',
    failed:
      'The ballot on {{subject}} was closed ({{actor}}): {{counts}}members due {{due}}, present {{present}}, votes {{cast}}. Not passed: no option has more than half.',
    noQuorum:
      'The ballot on {{subject}} was closed ({{actor}}): members due {{due}}, present {{present}}. Void: no quorum.',
    sealed: 'The ballot on {{subject}} was closed ({{actor}}); the result is still to be announced.',
  },
  'ballot/void-asked': '{{actor}} asked for the ballot on {{subject}} to be void: {{ground}}.',
  'ballot/void-declined': '{{actor}} reviewed it and did not agree to void the ballot on {{subject}}.',
  'ballot/voided': {
    chair: 'The ballot on {{subject}} was voided ({{actor}}).',
    reviewed:
      'The ballot on {{subject}} was voided: {{ground}}. {{asked}} asked for it, {{actor}} reviewed it and agreed.',
  },
  'ballot/announced': '{{actor}} announced the result of the ballot on {{subject}}. It is sealed.',
  'ballot/reconsideration-asked': '{{actor}} asked to reconsider the vote on {{subject}}.',
  'ballot/reconsideration-consented': {
    counted: '{{actor}} consented to reconsider.',
    granted: '{{actor}} consented to reconsider; with more than half, the vote may be taken anew.',
  },
  'minutes/drafted': '{{actor}} drafted the minutes of "{{meeting}}".',
  'minutes/regenerated': '{{actor}} drafted anew from the record; the text before was kept.',
  'minutes/decision-detailed': {
    measure:
      '{{actor}} filled in the decision on {{subject}}: measure {{measure}}, correction duties: {{duties}}.',
    none: '{{actor}} filled in the decision on {{subject}}: no measure, correction duties: {{duties}}.',
  },
  'minutes/departure-reasoned': '{{actor}} gives the reason for departing from the hearing majority.',
  'minutes/departure-consented':
    'The principal leader {{actor}} consents to departing from the hearing majority.',
  'minutes/sent-to-review': '{{actor}} sent the minutes to those who attended, for review.',
  'minutes/change-proposed': '{{actor}} proposed a change.',
  'minutes/proposal-answered': {
    accepted: '{{actor}} accepted the proposed change.',
    declined: '{{actor}} did not accept the proposed change.',
  },
  'minutes/sent-to-countersign': '{{actor}} sent the minutes to be countersigned; the text is frozen.',
  'minutes/countersigned': {
    agreed: '{{body}} ({{actor}}) countersigned.',
    refused: '{{body}} ({{actor}}) refused to countersign.',
  },
  'minutes/sent-to-sign': '{{actor}} sent the minutes to be signed.',
  'minutes/issued':
    '{{actor}} signed; the minutes were numbered {{number}} and issued, and the decision went into the cases.',
  'minutes/returned': '{{actor}} returned the minutes from "{{from}}" to drafting.',
} satisfies Sentences
