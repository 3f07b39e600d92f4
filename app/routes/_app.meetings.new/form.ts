import { z } from 'zod'
import { convocation, type Convocation } from '#domain/meetings/commands.ts'
import { commandId } from '#protocol/messages.ts'

/** Ticked boxes and chosen lines: a field that may stand in the form any number of times. */
function several<List extends z.ZodType>(list: List) {
  return z.preprocess((value: unknown): unknown => {
    if (value === undefined || value === '') return []
    return Array.isArray(value) ? value : [value]
  }, list)
}

const {
  title,
  place,
  grade,
  chairId,
  secretaryIds,
  scrutineerIds,
  memberIds,
  attendeeIds,
  requiredBodyIds,
  caseIds,
} = convocation.shape

export const conveneForm = z.object({
  commandId,
  title,
  place,
  date: z.iso.date(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  grade,
  chairId,
  secretaryIds: several(secretaryIds),
  scrutineerIds: several(scrutineerIds),
  memberIds: several(memberIds),
  attendeeIds: several(attendeeIds),
  requiredBodyIds: several(requiredBodyIds),
  caseIds: several(caseIds),
})

/** The jurisdiction's clock has been UTC+8 without summer time since 1992. */
const OFFSET = '+08:00'

/** Day and time as typed are the jurisdiction's; the record keeps UTC. */
export function convocationFrom({
  commandId: _,
  date,
  time,
  ...rest
}: z.infer<typeof conveneForm>): Convocation {
  return { ...rest, startsAt: new Date(`${date}T${time}:00${OFFSET}`).toISOString() }
}
