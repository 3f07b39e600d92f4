import { z } from 'zod'
import { optional } from '#app/http/parse-form.ts'
import { id } from '#domain/cases/commands.ts'
import { roleGrant } from '#domain/people/account.ts'

export const rolesForm = z.discriminatedUnion('intent', [
  roleGrant
    .extend({ intent: z.literal('grant'), bodyId: optional(id), until: optional(z.iso.date()) })
    // The service refuses it too; here it is said at the field to blame.
    .refine(({ from, until }) => until === null || from <= until, {
      path: ['until'],
      error: 'endBeforeStart',
    }),
  z.object({ intent: z.literal('end'), roleTermId: id }),
])
