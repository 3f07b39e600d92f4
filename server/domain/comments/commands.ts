import { z } from 'zod'
import { id, reason } from '#domain/cases/commands.ts'
import type { DeepReadonly } from '#domain/record/deep-readonly.ts'
import { MOST_ADMITTED_AT_ONCE } from './types.ts'

/** Live comments of a hearing (REQ-076). Who comments and in which phase is looked up by the service. */
export const commentCommand = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('comment'),
    text: z.string().trim().min(1).max(1000),
    issueId: id.nullable(),
    evidenceId: id.nullable(),
    paragraph: z.object({ paper: id, paragraph: z.number().int().min(1).max(100_000) }).nullable(),
  }),
  z.object({ type: z.literal('support'), commentId: id, yes: z.boolean() }),
  z.object({ type: z.literal('admit'), commentId: id }),
  /** What a moderator has read down to the end of the queue. */
  z.object({ type: z.literal('admit-all'), commentIds: z.array(id).min(1).max(MOST_ADMITTED_AT_ONCE) }),
  z.object({ type: z.literal('answer'), commentId: id, text: z.string().trim().min(1).max(2000) }),
  z.object({ type: z.literal('hold'), commentId: id, reason }),
  z.object({ type: z.literal('strike'), commentId: id, reason }),
  z.object({ type: z.literal('merge'), commentId: id, into: id }),
])
export type CommentCommand = DeepReadonly<z.infer<typeof commentCommand>>
