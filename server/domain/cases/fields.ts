import { z } from 'zod'
import { calendarDay } from '#domain/calendar/dates.ts'
import { name } from '#domain/record/words.ts'
import { CLASSIFICATIONS, EVIDENCE_KINDS } from './evidence-types.ts'

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
export const line = name().max(200)

/** Of a page, in thousandths of its width and height; all of it lies on the page. */
export const zone = z
  .object({
    x: z.number().int().min(0).max(1000),
    y: z.number().int().min(0).max(1000),
    width: z.number().int().min(1).max(1000),
    height: z.number().int().min(1).max(1000),
  })
  .refine(({ x, y, width, height }) => x + width <= 1000 && y + height <= 1000)
export const page = z.number().int().min(1).max(100_000)

/** A place in a piece of evidence that a mark is put on. */
export const markPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('zone'), page, zone }),
  z.object({ kind: z.literal('time'), second: z.number().int().min(0).max(1_000_000) }),
])

/** How a piece of evidence is described; what is missing is as in `UNREGISTERED`. */
export const evidenceRegister = z.object({
  kind: z.enum(EVIDENCE_KINDS).nullable(),
  source: line,
  collectors: line,
  collectedOn: pastDate.nullable(),
  fact: z.string().trim().max(2000),
  classification: z.enum(CLASSIFICATIONS),
  readerBodyIds: z.array(id).max(50),
})
