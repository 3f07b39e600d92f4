import { z } from 'zod'
import { optional } from '#app/http/parse-form.ts'
import { momentOf } from '#domain/calendar/dates.ts'
import { hearingOrder, type HearingOrder } from '#domain/hearings/commands.ts'
import { commandId } from '#protocol/messages.ts'

const { caseId, preset, title, reason, issues, closedGround, openReason, place } = hearingOrder.shape

/** Lines left empty are no issues. */
function written(value: unknown): unknown {
  const lines = Array.isArray(value) ? value : [value]
  return lines.filter((line) => typeof line === 'string' && line.trim() !== '')
}

export const orderForm = z.object({
  commandId,
  caseId,
  preset,
  title,
  reason,
  issues: z.preprocess(written, issues),
  openness: z.enum(['open', 'closed']),
  closedGround: optional(closedGround.unwrap()),
  openReason: optional(openReason.unwrap()),
  date: z.iso.date(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place,
})

/** Day and time as typed are the jurisdiction's; the record keeps UTC. */
export function orderFrom(form: z.infer<typeof orderForm>): HearingOrder {
  const { commandId: _, openness, date, time, closedGround: ground, openReason: why, ...rest } = form
  const open = openness === 'open'
  return {
    ...rest,
    closedGround: open ? null : (ground ?? 'cadre-case'),
    openReason: open ? why : null,
    startsAt: momentOf(date, time),
  }
}
