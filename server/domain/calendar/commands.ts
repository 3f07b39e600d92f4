import { z } from 'zod'
import { name } from '#domain/record/words.ts'
import { LONGEST_TABLE } from './table.ts'

const year = z.coerce.number().int().min(2000).max(2099)
const table = z.string().trim().min(1).max(LONGEST_TABLE)

export const calendarPreview = z.object({ year, table })

export const calendarImport = z.object({
  year,
  table,
  /** Number of the notice the table is taken from. */
  document: name().min(1).max(100),
  /** Needed where the year stands already. */
  reason: z.string().trim().max(500),
  /** The revision the person saw; 0 where none was imported. */
  revision: z.coerce.number().int().min(0),
})

export type CalendarImport = z.infer<typeof calendarImport>
