import { z } from 'zod'
import type { DeepReadonly } from '#domain/record/deep-readonly.ts'
import { name } from '#domain/record/words.ts'
import { calendarDay } from '#domain/calendar/dates.ts'
import { OUTCOMES } from '#domain/decisions/outcome.ts'
import { CASE_KINDS, COMPLEXITY_FLAGS, SOURCES, STAGES, SUBJECT_ROLES } from './types.ts'

/** Ids are ours (UUID or a readable demo id); anything else is refused before it reaches a query. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/)
  // `constructor` and its like are found in every plain object, also where nobody put them.
  .refine((text) => !(text in Object.prototype))
export const reason = z.string().trim().min(1).max(2000)
export const calendarDate = z.iso.date()
/** A day on which something has happened: not before the People's Republic, not tomorrow. */
export const pastDate = calendarDate.refine(
  (day) => day >= '1949-10-01' && day <= calendarDay(new Date().toISOString()),
  { error: 'pastDate' },
)
const line = name().max(200)

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
  z.object({ type: z.literal('withdraw-evidence'), evidenceId: id, reason }),
  z.object({ type: z.literal('tell-hearing-right'), toldOn: pastDate, told: reason }),
  z.object({ type: z.literal('ask-for-hearing'), reason }),
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
