import { UNREGISTERED } from '#domain/cases/evidence-types.ts'
import type { CaseCommand } from '#domain/cases/commands.ts'
import { calendarDay, daysAfter } from '#domain/calendar/dates.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import type { MinutesCommand } from '#domain/minutes/commands.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import { newCommand, type Scene } from './scene.ts'

/** A well-formed command of each type, aimed at the scene. A type that is missing here does not compile. */
export type Asks<Command extends { type: string }, At = Scene> = {
  readonly [Type in Command['type']]: (at: At) => Extract<Command, { type: Type }>
}

const reason = '理由'
const particulars = {
  kind: 'tolerance',
  title: '修改后的标题',
  summary: '',
  situations: [],
  source: 'audit',
  complexity: [],
  subjects: [
    { id: 'deng', kind: 'person', name: '邓某', unit: '', position: '', role: 'leader' },
    { id: 'li', kind: 'person', name: '李某', unit: '', position: '', role: 'responsible' },
  ],
  trigger: { matter: '', organ: '', date: null },
} as const

export const CASE_ASKS: Asks<CaseCommand> = {
  amend: () => ({ type: 'amend', particulars, reason }),
  move: () => ({ type: 'move', to: 'returned', reason }),
  'assign-handlers': () => ({ type: 'assign-handlers', handlerIds: ['discipline1', 'discipline3'] }),
  'invite-body': () => ({ type: 'invite-body', bodyId: 'audit' }),
  'link-case': ({ otherCase }) => ({ type: 'link-case', caseId: otherCase, reason }),
  'record-finding': () => ({
    type: 'record-finding',
    criterion: 'look-nature',
    side: 'unclear',
    reason,
    evidenceIds: [],
  }),
  'set-condition': () => ({
    type: 'set-condition',
    conditionId: null,
    subjectId: 'deng',
    text: '条件',
    met: 'unclear',
    evidenceIds: [],
  }),
  // Not the facts: a suggestion waits on them.
  'submit-document': () => ({ type: 'submit-document', part: 'verification-report' }),
  'reopen-document': () => ({ type: 'reopen-document', part: 'facts', reason }),
  'submit-opinion': () => ({
    type: 'submit-opinion',
    stands: { deng: 'MITIGATED', li: 'EXEMPT' },
    clauses: [],
  }),
  'withdraw-opinion': () => ({ type: 'withdraw-opinion', reason }),
  'describe-evidence': ({ evidence }) => ({
    ...{ type: 'describe-evidence', evidenceId: evidence, title: '房租减免明细', reason },
    register: { ...UNREGISTERED, readerBodyIds: [] },
  }),
  'withdraw-evidence': ({ evidence }) => ({ type: 'withdraw-evidence', evidenceId: evidence, reason }),
  // A text file is marked nowhere: what is asked here is who may mark at all.
  'mark-evidence': ({ evidence }) => ({
    ...{ type: 'mark-evidence', evidenceId: evidence, note: reason },
    place: { kind: 'zone', page: 1, zone: { x: 0, y: 0, width: 10, height: 10 } },
  }),
  'withdraw-evidence-mark': ({ evidence }) => ({
    ...{ type: 'withdraw-evidence-mark', evidenceId: evidence, markId: 'none' },
  }),
  'choose-examination': () => ({
    type: 'choose-examination',
    way: {
      kind: 'third-party',
      institution: '审计事务所',
      dueOn: daysAfter(calendarDay(new Date().toISOString()), 30),
    },
    matter: '事项',
    reason,
  }),
  'call-off-examination': () => ({ type: 'call-off-examination', examinationId: 'none', reason }),
  'tell-hearing-right': () => ({
    type: 'tell-hearing-right',
    toldOn: calendarDay(new Date().toISOString()),
    told: reason,
  }),
  'ask-for-hearing': () => ({ type: 'ask-for-hearing', reason }),
  'register-hearing-request': () => ({
    ...{ type: 'register-hearing-request', subjectId: 'deng', reason },
    receivedOn: calendarDay(new Date().toISOString()),
  }),
  'refuse-hearing-request': () => ({ type: 'refuse-hearing-request', requestId: 'none', reason }),
  'report-duty-done': () => ({ type: 'report-duty-done', dutyId: 'duty-1', note: reason }),
}

/** Those of the demo's meeting; what needs a ballot is aimed at the ballot of the voting meeting. */
export const MEETING_ASKS: Asks<MeetingCommand> = {
  'check-in': () => ({ type: 'check-in', personId: null, code: null }),
  'check-out': () => ({ type: 'check-out', personId: null }),
  'take-leave': () => ({ type: 'take-leave', personId: null, reason }),
  'renew-code': () => ({ type: 'renew-code' }),
  open: () => ({ type: 'open' }),
  adjourn: () => ({ type: 'adjourn', reason }),
  resume: () => ({ type: 'resume' }),
  close: () => ({ type: 'close' }),
  cancel: () => ({ type: 'cancel', reason }),
  'hand-over-chair': () => ({ type: 'hand-over-chair', personId: 'discipline2', reason }),
  'reorder-items': ({ item2 }) => ({ type: 'reorder-items', itemIds: [item2] }),
  'propose-item': ({ pastCase }) => ({ type: 'propose-item', caseId: pastCase }),
  'accept-item': ({ proposal }) => ({ type: 'accept-item', proposalId: proposal }),
  'decline-item': ({ proposal }) => ({ type: 'decline-item', proposalId: proposal, reason }),
  'open-item': ({ item2 }) => ({ type: 'open-item', itemId: item2, presenterId: null }),
  'enter-phase': () => ({ type: 'enter-phase', phase: 'questions' }),
  'defer-item': ({ item1 }) => ({ type: 'defer-item', itemId: item1, reason }),
  'finish-item': () => ({ type: 'finish-item' }),
  'recuse-myself': ({ item2 }) => ({ type: 'recuse-myself', itemId: item2, reason }),
  'apply-for-recusal': ({ item2 }) => ({
    type: 'apply-for-recusal',
    itemId: item2,
    personId: 'political2',
    reason,
  }),
  'rule-on-recusal': ({ application }) => ({
    type: 'rule-on-recusal',
    recusalId: application,
    granted: true,
    reason,
  }),
  'raise-hand': () => ({ type: 'raise-hand', kind: 'statement' }),
  'withdraw-hand': () => ({ type: 'withdraw-hand' }),
  'grant-floor': ({ handRaised }) => ({ type: 'grant-floor', requestId: handRaised, seconds: 180 }),
  'end-floor': () => ({ type: 'end-floor' }),
  state: () => ({ type: 'state', stand: 'FOR', reason }),
  'correct-statement': ({ statement }) => ({
    type: 'correct-statement',
    statementId: statement,
    text: '更正',
  }),
  'put-question': () => ({
    type: 'put-question',
    subjectId: 'deng',
    question: '是否容错？',
    options: ['EXEMPT'],
    method: 'named',
  }),
  'open-second-round': ({ poll }) => ({ type: 'open-second-round', pollId: poll }),
  'enter-hands': ({ poll }) => ({ type: 'enter-hands', pollId: poll, counts: { EXEMPT: 3 } }),
  'confirm-count': ({ poll }) => ({ type: 'confirm-count', pollId: poll }),
  'close-ballot': ({ poll }) => ({ type: 'close-ballot', pollId: poll }),
  'void-ballot': ({ poll }) => ({ type: 'void-ballot', pollId: poll, reason }),
  'answer-void': ({ poll }) => ({ type: 'answer-void', pollId: poll, agreed: true }),
  'announce-result': ({ poll }) => ({ type: 'announce-result', pollId: poll }),
  'ask-reconsideration': () => ({ type: 'ask-reconsideration', subjectId: 'wei', reason }),
  'consent-reconsideration': () => ({ type: 'consent-reconsideration', reconsiderationId: 'none' }),
}

export const AT_THE_BALLOT: readonly MeetingCommand['type'][] = [
  'open-second-round',
  'enter-hands',
  'confirm-count',
  'close-ballot',
  'void-ballot',
  'answer-void',
  'announce-result',
  'ask-reconsideration',
  'consent-reconsideration',
]

const CHANGE = {
  anchor: { start: 'AAAA', end: 'BBBB', before: '', after: '' },
  ...{ before: '专项审计发现', text: '审计发现' },
}

/** Among the remarks on the facts of rent relief. */
export const REMARK_ASKS: Asks<RemarkCommand> = {
  remark: () => ({ type: 'remark', anchor: null, text: '批注', mentions: [] }),
  reply: () => ({ type: 'reply', number: 1, text: '回复', mentions: [] }),
  correct: () => ({ type: 'correct', number: 1, message: 0, text: '更正', mentions: [] }),
  resolve: () => ({ type: 'resolve', number: 1 }),
  reopen: () => ({ type: 'reopen', number: 1 }),
  acknowledge: () => ({ type: 'acknowledge', number: 1 }),
  suggest: () => ({ type: 'suggest', changes: [CHANGE], note: '' }),
  accept: () => ({ type: 'accept', numbers: [2] }),
  refuse: () => ({ type: 'refuse', numbers: [2] }),
  withdraw: () => ({ type: 'withdraw', numbers: [2] }),
  rebind: () => ({ type: 'rebind', places: [{ number: 1, start: 'CCCC', end: 'DDDD' }] }),
}

export const MINUTES_ASKS: Asks<MinutesCommand> = {
  'set-decision-detail': ({ pastCase }) => ({
    type: 'set-decision-detail',
    detail: {
      caseId: pastCase,
      itemId: 'item',
      subjectId: 'town-cadre',
      clauses: [],
      measure: null,
      measureText: '',
      effects: [],
      shelvedUntil: null,
      duties: [],
    },
  }),
  'reason-departure': ({ pastCase }) => ({ type: 'reason-departure', caseId: pastCase, reason }),
  'consent-to-departure': ({ pastCase }) => ({ type: 'consent-to-departure', caseId: pastCase }),
  'send-to-review': () => ({ type: 'send-to-review' }),
  'propose-change': () => ({ type: 'propose-change', text: '建议' }),
  'answer-proposal': () => ({ type: 'answer-proposal', proposalId: 'none', accepted: true, note: '' }),
  'send-to-countersign': () => ({ type: 'send-to-countersign' }),
  countersign: () => ({ type: 'countersign', agreed: true, reason: '' }),
  'send-to-sign': () => ({ type: 'send-to-sign' }),
  sign: () => ({ type: 'sign' }),
  'return-to-draft': () => ({ type: 'return-to-draft', reason }),
}

export type Fields = Readonly<Record<string, string | readonly string[]>>

const subjectFields = {
  'subjects.0.id': 'deng',
  'subjects.0.kind': 'person',
  'subjects.0.name': '邓某',
  'subjects.0.unit': '',
  'subjects.0.position': '',
  'subjects.0.role': 'leader',
  'subjects.1.id': 'li',
  'subjects.1.kind': 'person',
  'subjects.1.name': '李某',
  'subjects.1.unit': '',
  'subjects.1.position': '',
  'subjects.1.role': 'responsible',
}
const caseFields = {
  ...subjectFields,
  kind: 'tolerance',
  title: '标题',
  summary: '',
  situations: '',
  source: 'audit',
  'trigger.matter': '',
  'trigger.organ': '',
  'trigger.date': '',
}
const password = 'Aa123456!'
const naming = (version: string) => ({ intent: 'name', version, label: '会前稿' })
const tomorrow = () => new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10)

const YEAR_TABLE = '2027-01-01~2027-01-03,休\n2027-05-01~2027-05-05,休\n2027-10-01~2027-10-07,休'

/** What a form of each route with an action sends, by the words after POST in the matrix. */
export const FORMS: Readonly<Record<string, (scene: Scene) => Fields>> = {
  '/account': () => ({ current: 'huishang-demo', next: password, repeat: password }),
  '/administration/bodies': () => ({ name: '新机构', shortName: '新', kind: 'unit' }),
  '/administration/calendar#preview': () => ({ intent: 'preview', year: '2027', table: YEAR_TABLE }),
  '/administration/calendar#import': () => ({
    ...{ intent: 'import', year: '2027', table: YEAR_TABLE },
    ...{ document: '国办发明电〔2026〕9号', reason: '', revision: '0' },
  }),
  '/administration/people#add': () => ({
    intent: 'add',
    userName: 'newcomer',
    name: '新人',
    bodyId: '',
    office: '',
    password,
  }),
  '/administration/people#disable': () => ({ intent: 'disable', personId: 'observer1' }),
  '/administration/people#enable': () => ({ intent: 'enable', personId: 'observer1' }),
  '/administration/people#reset': () => ({ intent: 'reset', personId: 'observer1', password }),
  '/administration/roles#grant': () => ({
    intent: 'grant',
    personId: 'observer1',
    role: 'member',
    bodyId: 'public',
    from: '2026-01-01',
    until: '',
  }),
  '/administration/roles#end': ({ roleTerm }) => ({ intent: 'end', roleTermId: roleTerm }),
  '/cases/:case/evidence/:evidence': () => ({ reason }),
  '/cases/:otherCase/evidence/:otherEvidence': () => ({ reason }),
  '/cases/:case/evidence/uploads/:upload': () => ({ title: '' }),
  '/cases/:otherCase/evidence/uploads/:upload': () => ({ title: '' }),
  '/hearings/:hearing/exhibits/:evidence': () => ({ reason }),
  '/cases/:case/amend': () => ({ ...caseFields, reason, commandId: newCommand() }),
  '/cases/:case/versions/facts#keep': () => ({ intent: 'keep', label: '征求意见稿' }),
  '/cases/:case/versions/opinion-discipline#keep': () => ({ intent: 'keep', label: '初稿' }),
  '/cases/:otherCase/versions/facts#keep': () => ({ intent: 'keep', label: '征求意见稿' }),
  '/cases/:case/versions/facts#name': ({ factsVersion }) => naming(factsVersion),
  '/cases/:case/versions/opinion-political#name': ({ opinionVersion }) => naming(opinionVersion),
  '/cases/:case/versions/opinion-political#restore': ({ opinionVersion }) => ({
    intent: 'restore',
    version: opinionVersion,
  }),
  '/cases/:case/dossier/facts': () => ({}),
  '/cases/:otherCase/dossier/facts': () => ({}),
  '/templates/tolerance/facts#edit': () => ({ intent: 'edit' }),
  '/templates/tolerance/facts#drop': () => ({ intent: 'drop' }),
  '/templates/tolerance/facts#put-in-force': () => ({
    intent: 'put-in-force',
    reason,
    commandId: newCommand(),
  }),
  '/templates/tolerance/facts#put-back': () => ({
    ...{ intent: 'put-back', number: '0', reason },
    commandId: newCommand(),
  }),
  '/cases/new': () => ({ ...caseFields, commandId: newCommand() }),
  '/hearings/new': ({ case: caseId }) => ({
    caseId,
    preset: 'case',
    title: '听证会',
    reason,
    issues: '事实是否清楚',
    openness: 'closed',
    closedGround: 'cadre-case',
    date: tomorrow(),
    time: '09:00',
    place: '室',
    commandId: newCommand(),
  }),
  '/hearings/:hearing/notice': () => ({ commandId: newCommand() }),
  '/hearings/:hearing/prepare#name': () => ({
    intent: 'name',
    capacity: 'expert',
    personId: 'audit1',
    commandId: newCommand(),
  }),
  '/hearings/:hearing/prepare#remove': () => ({
    intent: 'remove',
    personId: 'expert',
    reason,
    commandId: newCommand(),
  }),
  '/hearings/:hearing/prepare#serve': () => ({ intent: 'serve', text: '通知', commandId: newCommand() }),
  '/hearings/:hearing/prepare#papers': () => ({
    intent: 'papers',
    papers: 'verification-report/party',
    commandId: newCommand(),
  }),
  '/hearings/:hearing/prepare#postpone': () => ({
    intent: 'postpone',
    ground: 'other',
    reason,
    commandId: newCommand(),
  }),
  '/hearings/:hearing/prepare#cancel': () => ({ intent: 'cancel', reason, commandId: newCommand() }),
  '/hearings/:hearing/guests#name': () => ({
    ...{ intent: 'name', name: '吴某', relation: '居民', contact: '', capacity: 'expert' },
    commandId: newCommand(),
  }),
  '/hearings/:hearing/guests#issue': ({ guest }) => ({
    intent: 'issue',
    personId: guest,
    commandId: newCommand(),
  }),
  '/hearings/:hearing/guests#revoke': ({ guest }) => ({
    intent: 'revoke',
    personId: guest,
    reason,
    commandId: newCommand(),
  }),
  '/invited': () => ({ token: newCommand() }),
  '/public/hearings': ({ hearing }) => ({ hearingId: hearing, commandId: newCommand() }),
  '/hearings/:heard/transcript#bring-up': () => ({ intent: 'bring-up' }),
  '/hearings/:heard/transcript#sign': () => ({
    intent: 'sign',
    password: 'huishang-demo',
    hash: 'a'.repeat(64),
    commandId: newCommand(),
  }),
  '/hearings/:heard/report#bring-up': () => ({ intent: 'bring-up' }),
  '/hearings/:heard/report#sign': () => ({
    intent: 'sign',
    password: 'huishang-demo',
    suggestion: '建议',
    commandId: newCommand(),
  }),
  '/language': () => ({ language: 'en', to: '/' }),
  '/meetings/:meeting/check-in': () => ({ code: 'XXXXXX', commandId: newCommand() }),
  '/meetings/new': ({ pastCase }) => ({
    title: '会',
    place: '室',
    date: calendarDay(new Date(Date.now() + 86_400_000).toISOString()),
    time: '09:00',
    grade: 'ordinary',
    chairId: 'chair',
    secretaryIds: 'secretary',
    memberIds: ['chair', 'discipline1', 'discipline2'],
    caseIds: pastCase,
    commandId: newCommand(),
  }),
  '/minutes/:minutes#preview': () => ({ intent: 'preview' }),
  '/minutes/:minutes#regenerate': () => ({ intent: 'regenerate', commandId: newCommand() }),
  '/minutes/new': ({ pastMeeting }) => ({ meetingId: pastMeeting, commandId: newCommand() }),
  '/set-up': () => ({}),
  '/sign-in': () => ({ userName: 'observer2', password: 'huishang-demo' }),
  '/sign-out': () => ({}),
}
