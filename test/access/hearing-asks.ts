import type { CommentCommand } from '#domain/comments/commands.ts'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import { EVIDENCE_LIST } from '#domain/hearings/served-papers.ts'
import type { Asks } from './asks.ts'

/** What commands in a hearing point at: people by account, the rest by id. */
export interface HearingTargets {
  /** Of no part in it. */
  readonly newcomer: string
  /** Not of the tribunal, and not come yet while there is such a one. */
  readonly absent: string
  /** There, and heard in the phases in which the sides are. */
  readonly heard: string
  /** A member; for chair, members and recorder themselves, who may ask for no other recusal than their own. */
  readonly recused: string
  readonly unchecked: string
  readonly called: string
  readonly uncalled: string
  /** Warned and silenced. */
  readonly disturber: string
  /** Has not signed. */
  readonly unsigned: string
  readonly application: string
  readonly hand: string
  readonly question: string
  /** His own where there is one. */
  readonly passage: string
  readonly evidence: string
  readonly issue: string
  readonly waitingComment: string
  readonly admittedComment: string
}

const reason = '理由'
const stop = { ground: 'other', reason, resumeOn: null } as const

/** A well-formed command of each type. A type that is missing here does not compile. */
export const HEARING_ASKS: Asks<HearingCommand, HearingTargets> = {
  'name-participant': ({ newcomer }) => ({
    type: 'name-participant',
    ...{ personId: newcomer, capacity: 'expert', represents: null, breadth: '' },
  }),
  'remove-participant': ({ absent }) => ({ type: 'remove-participant', personId: absent, reason }),
  'register-as-observer': () => ({ type: 'register-as-observer' }),
  'serve-notice': () => ({ type: 'serve-notice', text: '通知', shortReason: reason, startsAt: null }),
  'serve-papers': () => ({
    type: 'serve-papers',
    papers: [{ part: EVIDENCE_LIST, readers: ['party'] }],
  }),
  'read-notice': () => ({ type: 'read-notice' }),
  cancel: () => ({ type: 'cancel', reason }),
  'come-in': () => ({ type: 'come-in' }),
  'go-out': () => ({ type: 'go-out' }),
  'check-identity': ({ unchecked }) => ({ type: 'check-identity', personId: unchecked }),
  'call-witness': ({ uncalled }) => ({ type: 'call-witness', personId: uncalled }),
  'release-witness': ({ called }) => ({ type: 'release-witness', personId: called }),
  open: () => ({ type: 'open' }),
  'next-phase': () => ({ type: 'next-phase' }),
  'back-to-phase': () => ({ type: 'back-to-phase', phase: 'identity', reason }),
  postpone: () => ({ type: 'postpone', ...stop }),
  suspend: () => ({ type: 'suspend', ...stop }),
  resume: () => ({ type: 'resume' }),
  terminate: () => ({ type: 'terminate', ground: 'other', reason }),
  'apply-for-recusal': ({ recused }) => ({ type: 'apply-for-recusal', personId: recused, reason }),
  'rule-on-recusal': ({ application }) => ({
    type: 'rule-on-recusal',
    ...{ recusalId: application, granted: false, reason },
  }),
  'ask-to-speak': () => ({ type: 'ask-to-speak', alsoFor: [] }),
  withdraw: () => ({ type: 'withdraw' }),
  'give-floor': ({ hand }) => ({ type: 'give-floor', requestId: hand, seconds: null }),
  'extend-floor': () => ({ type: 'extend-floor', seconds: 60 }),
  'end-floor': () => ({ type: 'end-floor' }),
  'put-question': ({ heard }) => ({ type: 'put-question', to: heard, text: '问题' }),
  'mark-question': ({ question }) => ({ type: 'mark-question', questionId: question, answered: true }),
  warn: ({ heard }) => ({ type: 'warn', personId: heard, reason }),
  mute: ({ heard }) => ({ type: 'mute', personId: heard, reason }),
  unmute: ({ disturber }) => ({ type: 'unmute', personId: disturber }),
  expel: ({ disturber }) => ({ type: 'expel', personId: disturber, reason }),
  'open-comments-to-observers': () => ({ type: 'open-comments-to-observers', open: true }),
  'stage-evidence': ({ evidence }) => ({
    type: 'stage-evidence',
    ...{ evidenceId: evidence, page: 1, zone: null },
  }),
  'clear-stage': () => ({ type: 'clear-stage' }),
  // The chair speaks without being given the floor.
  'write-passage': () => ({ type: 'write-passage', personId: 'hearing-chair', text: '发言' }),
  'confirm-passage': ({ passage }) => ({ type: 'confirm-passage', passageId: passage }),
  'correct-passage': ({ passage }) => ({ type: 'correct-passage', passageId: passage, text: '更正' }),
  'give-opinion': () => ({ type: 'give-opinion', stand: 'other', reason }),
  'freeze-transcript': () => ({ type: 'freeze-transcript' }),
  'sign-transcript': () => ({ type: 'sign-transcript', hash: 'a'.repeat(64) }),
  'note-refusal-to-sign': ({ unsigned }) => ({ type: 'note-refusal-to-sign', personId: unsigned, reason }),
  'note-missing-signature': ({ unsigned }) => ({
    type: 'note-missing-signature',
    personId: unsigned,
    reason,
  }),
  'appoint-acting': () => ({
    type: 'appoint-acting',
    ...{ capacity: 'chair', personId: 'hearing-member2', reason },
  }),
  'correct-late': () => ({ type: 'correct-late', text: '补正' }),
  'give-feedback': () => ({ type: 'give-feedback', text: '采纳情况' }),
  'sign-report': () => ({ type: 'sign-report', suggestion: '建议' }),
}

/** Of the live comments. */
export const COMMENT_ASKS: Asks<CommentCommand, HearingTargets> = {
  comment: ({ issue }) => ({
    type: 'comment',
    ...{ text: '意见', issueId: issue, evidenceId: null, paragraph: null },
  }),
  support: ({ admittedComment }) => ({ type: 'support', commentId: admittedComment, yes: true }),
  admit: ({ waitingComment }) => ({ type: 'admit', commentId: waitingComment }),
  'admit-all': ({ waitingComment }) => ({ type: 'admit-all', commentIds: [waitingComment] }),
  answer: ({ waitingComment }) => ({ type: 'answer', commentId: waitingComment, text: '答复' }),
  hold: ({ waitingComment }) => ({ type: 'hold', commentId: waitingComment, reason }),
  strike: ({ admittedComment }) => ({ type: 'strike', commentId: admittedComment, reason }),
  merge: ({ waitingComment, admittedComment }) => ({
    type: 'merge',
    ...{ commentId: waitingComment, into: admittedComment },
  }),
}

/** The demo's hearing before anybody has come: what no command needs then is nobody's. */
export const IN_LOBBY: HearingTargets = {
  ...{
    newcomer: 'audit1',
    absent: 'expert',
    heard: 'party',
    disturber: 'observer2',
    recused: 'hearing-member1',
  },
  ...{ unchecked: 'party', called: 'witness', uncalled: 'witness', unsigned: 'party' },
  ...{ application: 'none', hand: 'none', question: 'none', passage: 'none', evidence: 'none' },
  ...{ issue: 'none', waitingComment: 'none', admittedComment: 'none' },
}
