import { z } from 'zod'
import { id } from '#domain/cases/commands.ts'
import { name } from '#domain/record/words.ts'
import { BODY_KINDS, ROLES } from './actor.ts'

/** How many of capital letters, small letters, digits and other characters a text has. */
export function kindsOfCharacters(text: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u].filter((kind) => kind.test(text)).length
}

export const userName = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{1,31}$/)
/** F-113: at least eight characters of three kinds; the demo's password is checked elsewhere. */
export const password = z
  .string()
  .max(128)
  .refine((text) => text.length >= 8 && kindsOfCharacters(text) >= 3, { error: 'passwordKinds' })

export const newBody = z.object({
  name: name().min(1).max(100),
  shortName: name().min(1).max(20),
  kind: z.enum(BODY_KINDS),
})

export const newPerson = z.object({
  userName,
  name: name().min(1).max(50),
  bodyId: id.nullable(),
  office: name().max(100),
  password,
})

export const roleGrant = z.object({
  personId: id,
  role: z.enum(ROLES),
  bodyId: id.nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
})
export type RoleGrant = z.infer<typeof roleGrant>
