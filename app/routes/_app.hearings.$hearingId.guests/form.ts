import { z } from 'zod'
import { optional } from '#app/http/parse-form.ts'
import { id, reason } from '#domain/cases/commands.ts'
import { guestNaming } from '#domain/hearings/commands.ts'
import { commandId } from '#protocol/messages.ts'

/** The page's forms, told apart by `intent`. */
export const guestsForm = z.discriminatedUnion('intent', [
  guestNaming.extend({
    intent: z.literal('name'),
    commandId,
    represents: optional(id),
    breadth: z.string().trim().max(500).default(''),
  }),
  z.object({ intent: z.literal('issue'), commandId, personId: id }),
  z.object({ intent: z.literal('revoke'), commandId, personId: id, reason }),
])
