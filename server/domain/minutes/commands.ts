import { z } from 'zod'
import type { DeepReadonly } from '#domain/record/deep-readonly.ts'
import { calendarDate, id, reason } from '#domain/cases/commands.ts'
import { EFFECTS, MEASURES } from '#domain/decisions/outcome.ts'

export const decisionDetail = z.object({
  caseId: id,
  itemId: id,
  subjectId: id,
  clauses: z.array(z.string().trim().min(1).max(500)).max(30),
  measure: z.enum(MEASURES).nullable(),
  measureText: z.string().trim().max(500),
  effects: z.array(z.enum(EFFECTS)).max(EFFECTS.length),
  shelvedUntil: calendarDate.nullable(),
  duties: z
    .array(z.object({ id, text: z.string().trim().min(1).max(500), ownerBodyId: id, dueOn: calendarDate }))
    .max(30),
})

export const minutesCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('set-decision-detail'), detail: decisionDetail }),
  z.object({ type: z.literal('reason-departure'), caseId: id, reason }),
  z.object({ type: z.literal('consent-to-departure'), caseId: id }),
  z.object({ type: z.literal('send-to-review') }),
  z.object({ type: z.literal('propose-change'), text: reason }),
  z.object({
    type: z.literal('answer-proposal'),
    proposalId: id,
    accepted: z.boolean(),
    note: z.string().trim().max(2000),
  }),
  z.object({ type: z.literal('send-to-countersign') }),
  z.object({ type: z.literal('countersign'), agreed: z.boolean(), reason: z.string().trim().max(2000) }),
  z.object({ type: z.literal('send-to-sign') }),
  z.object({ type: z.literal('sign') }),
  z.object({ type: z.literal('return-to-draft'), reason }),
])
export type MinutesCommand = DeepReadonly<z.infer<typeof minutesCommand>>
