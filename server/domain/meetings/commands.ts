import { z } from 'zod'
import type { DeepReadonly } from '#domain/record/deep-readonly.ts'
import { name } from '#domain/record/words.ts'
import { id, reason } from '#domain/cases/commands.ts'
import { OUTCOMES } from '#domain/decisions/outcome.ts'
import { BALLOT_METHODS, VOID_GROUNDS } from '#domain/ballots/types.ts'
import { FLOOR_KINDS } from './types.ts'

export const choice = z.enum([...OUTCOMES, 'ABSTAIN'])
const count = z.number().int().min(0).max(10_000)

/** As many as a hearing's hall seats, and as `bench:v1000` measures. */
export const MOST_MEMBERS = 1_000

/** The form that convenes a meeting; names and bodies are looked up by the service. */
export const convocation = z.object({
  title: name().min(1).max(200),
  place: name().min(1).max(200),
  startsAt: z.iso.datetime(),
  grade: z.enum(['ordinary', 'major']),
  chairId: id,
  secretaryIds: z.array(id).min(1).max(10),
  scrutineerIds: z.array(id).max(10),
  memberIds: z.array(id).min(3).max(MOST_MEMBERS),
  attendeeIds: z.array(id).max(MOST_MEMBERS),
  requiredBodyIds: z.array(id).max(30),
  caseIds: z.array(id).min(1).max(30),
})
export type Convocation = DeepReadonly<z.infer<typeof convocation>>

export const meetingCommand = z.discriminatedUnion('type', [
  // Attendance
  z.object({ type: z.literal('check-in'), personId: id.nullable(), code: z.string().max(20).nullable() }),
  z.object({ type: z.literal('check-out'), personId: id.nullable() }),
  z.object({ type: z.literal('take-leave'), personId: id.nullable(), reason }),
  z.object({ type: z.literal('renew-code') }),
  // Course
  z.object({ type: z.literal('open') }),
  z.object({ type: z.literal('adjourn'), reason }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('close') }),
  z.object({ type: z.literal('cancel'), reason }),
  // The reason where a secretary appoints an acting chair; the chair himself needs none.
  z.object({ type: z.literal('hand-over-chair'), personId: id, reason: reason.optional() }),
  // Agenda
  z.object({ type: z.literal('reorder-items'), itemIds: z.array(id).max(99) }),
  z.object({ type: z.literal('propose-item'), caseId: id }),
  z.object({ type: z.literal('accept-item'), proposalId: id }),
  z.object({ type: z.literal('decline-item'), proposalId: id, reason }),
  z.object({ type: z.literal('open-item'), itemId: id, presenterId: id.nullable() }),
  z.object({ type: z.literal('enter-phase'), phase: z.enum(['questions', 'statements']) }),
  z.object({ type: z.literal('defer-item'), itemId: id, reason }),
  z.object({ type: z.literal('finish-item') }),
  // Recusal
  z.object({ type: z.literal('recuse-myself'), itemId: id, reason }),
  z.object({ type: z.literal('apply-for-recusal'), itemId: id, personId: id, reason }),
  z.object({ type: z.literal('rule-on-recusal'), recusalId: id, granted: z.boolean(), reason }),
  // Floor
  z.object({ type: z.literal('raise-hand'), kind: z.enum(FLOOR_KINDS) }),
  z.object({ type: z.literal('withdraw-hand') }),
  z.object({ type: z.literal('grant-floor'), requestId: id, seconds: z.number().int().min(15).max(3600) }),
  z.object({ type: z.literal('end-floor') }),
  // Statements
  z.object({ type: z.literal('state'), stand: z.enum(['FOR', 'AGAINST', 'DEFER']), reason }),
  z.object({ type: z.literal('correct-statement'), statementId: id, text: reason }),
  // Ballots
  z.object({
    type: z.literal('put-question'),
    subjectId: id,
    question: name().min(1).max(500),
    options: z.array(z.enum(OUTCOMES)).min(1).max(OUTCOMES.length),
    method: z.enum(BALLOT_METHODS),
  }),
  z.object({ type: z.literal('open-second-round'), pollId: id }),
  z.object({ type: z.literal('enter-hands'), pollId: id, counts: z.partialRecord(choice, count) }),
  z.object({ type: z.literal('confirm-count'), pollId: id }),
  z.object({ type: z.literal('close-ballot'), pollId: id }),
  // The ground where the count is known.
  z.object({
    type: z.literal('void-ballot'),
    pollId: id,
    reason,
    ground: z.enum(VOID_GROUNDS).optional(),
  }),
  z.object({ type: z.literal('answer-void'), pollId: id, agreed: z.boolean() }),
  z.object({ type: z.literal('announce-result'), pollId: id }),
  z.object({ type: z.literal('ask-reconsideration'), subjectId: id, reason }),
  z.object({ type: z.literal('consent-reconsideration'), reconsiderationId: id }),
])
export type MeetingCommand = DeepReadonly<z.infer<typeof meetingCommand>>

/** Casting goes to the ballot box, not to the stream (architecture §5). */
export const castVote = z.object({ pollId: id, choice })
export type CastVote = z.infer<typeof castVote>
