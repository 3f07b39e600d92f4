import { z } from 'zod'
import type { DeepReadonly } from '#domain/record/deep-readonly.ts'
import { OUTCOMES } from '#domain/decisions/outcome.ts'
import { calendarDate, evidenceRegister, id, line, markPlace, pastDate, reason } from './fields.ts'
import { MARK_NOTE } from './mark-places.ts'
import { CASE_KINDS, COMPLEXITY_FLAGS, SOURCES, STAGES, SUBJECT_ROLES } from './types.ts'

export { calendarDate, id, pastDate, reason } from './fields.ts'

export const subject = z.object({
  id,
  kind: z.enum(['person', 'unit']),
  name: line.min(1),
  unit: line,
  position: line,
  role: z.enum(SUBJECT_ROLES),
})

export const particulars = z.object({
  kind: z.enum(CASE_KINDS),
  title: line.min(1),
  subjects: z.array(subject).max(50),
  summary: z.string().trim().max(10_000),
  situations: z.array(z.string().trim().min(1).max(1000)).max(30),
  source: z.enum(SOURCES),
  trigger: z.object({ matter: line, organ: line, date: pastDate.nullable() }),
  complexity: z.array(z.enum(COMPLEXITY_FLAGS)).max(COMPLEXITY_FLAGS.length),
})

/** What people may ask of a case. The server adds what only it knows (see `CaseInstruction`). */
export const caseCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('amend'), particulars, reason }),
  z.object({ type: z.literal('move'), to: z.enum(STAGES), reason: z.string().trim().max(2000) }),
  z.object({ type: z.literal('assign-handlers'), handlerIds: z.array(id).min(1).max(20) }),
  z.object({ type: z.literal('invite-body'), bodyId: id }),
  z.object({ type: z.literal('link-case'), caseId: id, reason }),
  z.object({
    type: z.literal('record-finding'),
    criterion: z.string().max(64),
    side: z.enum(['tolerable', 'punishable', 'unclear']),
    reason,
    evidenceIds: z.array(id).max(50),
    /** On those pieces. */
    markIds: z.array(id).max(50).optional(),
  }),
  z.object({
    type: z.literal('set-condition'),
    conditionId: id.nullable(),
    subjectId: id,
    text: z.string().trim().min(1).max(1000),
    met: z.enum(['met', 'not-met', 'unclear']),
    evidenceIds: z.array(id).max(50),
  }),
  z.object({ type: z.literal('submit-document'), part: z.string().max(80) }),
  z.object({ type: z.literal('reopen-document'), part: z.string().max(80), reason }),
  z.object({
    type: z.literal('submit-opinion'),
    stands: z.record(id, z.enum(OUTCOMES)),
    clauses: z.array(z.string().trim().min(1).max(500)).max(30),
  }),
  z.object({ type: z.literal('withdraw-opinion'), reason }),
  z.object({
    type: z.literal('describe-evidence'),
    evidenceId: id,
    title: line.min(1),
    register: evidenceRegister,
    reason,
  }),
  /** With `replacedBy`: another piece takes its place. */
  z.object({ type: z.literal('withdraw-evidence'), evidenceId: id, replacedBy: id.optional(), reason }),
  z.object({
    type: z.literal('mark-evidence'),
    evidenceId: id,
    place: markPlace,
    note: z.string().trim().min(1).max(MARK_NOTE),
  }),
  z.object({ type: z.literal('withdraw-evidence-mark'), evidenceId: id, markId: id }),
  z.object({ type: z.literal('tell-hearing-right'), toldOn: pastDate, told: reason }),
  z.object({ type: z.literal('ask-for-hearing'), reason }),
  /** Made on paper or by word of mouth. */
  z.object({
    type: z.literal('register-hearing-request'),
    subjectId: id,
    receivedOn: pastDate,
    reason,
  }),
  z.object({ type: z.literal('refuse-hearing-request'), requestId: id, reason }),
  z.object({
    type: z.literal('choose-examination'),
    way: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('symposium'),
        startsAt: z.iso.datetime(),
        place: line.min(1),
        participants: reason,
      }),
      z.object({ kind: z.literal('third-party'), institution: line.min(1), dueOn: calendarDate }),
    ]),
    matter: reason,
    reason,
  }),
  z.object({ type: z.literal('call-off-examination'), examinationId: id, reason }),
  z.object({ type: z.literal('report-duty-done'), dutyId: id, note: reason }),
])
export type CaseCommand = DeepReadonly<z.infer<typeof caseCommand>>
