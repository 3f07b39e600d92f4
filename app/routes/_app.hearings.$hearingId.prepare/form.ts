import { z } from 'zod'
import { many, optional } from '#app/http/parse-form.ts'
import { momentOf } from '#domain/calendar/dates.ts'
import { hearingCommand, type HearingCommand } from '#domain/hearings/commands.ts'
import { POSTPONE_GROUNDS } from '#domain/hearings/phases.ts'
import { CAPACITIES } from '#domain/hearings/types.ts'
import { commandId } from '#protocol/messages.ts'

const reason = z.string().trim().min(1).max(2000)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** `part/reader`, or `part/` for those who conduct the hearing. */
const paper = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}\/[a-z-]*$/)

/** The page's forms, told apart by `intent`. */
export const prepareForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('name'),
    commandId,
    capacity: z.enum(CAPACITIES),
    personId: z.string().min(1),
    represents: optional(z.string().min(1)),
    breadth: z.string().trim().max(500).default(''),
  }),
  z.object({ intent: z.literal('remove'), commandId, personId: z.string().min(1), reason }),
  z.object({
    intent: z.literal('serve'),
    commandId,
    text: z.string().trim().min(1).max(10_000),
    shortReason: optional(reason),
    date: optional(z.iso.date()),
    time: optional(time),
    papers: many(paper),
  }),
  z.object({ intent: z.literal('papers'), commandId, papers: many(paper).pipe(z.array(paper).min(1)) }),
  z.object({
    intent: z.literal('postpone'),
    commandId,
    ground: z.enum(POSTPONE_GROUNDS),
    reason,
    resumeOn: optional(z.iso.date()),
  }),
  z.object({ intent: z.literal('cancel'), commandId, reason }),
])
type PrepareForm = z.infer<typeof prepareForm>

function byPart(ticked: readonly string[]): readonly object[] {
  const readers = new Map<string, string[]>()
  for (const box of ticked) {
    const [part = '', reader = ''] = box.split('/')
    readers.set(part, [...(readers.get(part) ?? []), ...(reader === '' ? [] : [reader])])
  }
  return [...readers].map(([part, to]) => ({ part, readers: to }))
}

function asCommand({ commandId: _, ...form }: PrepareForm): object {
  switch (form.intent) {
    case 'name':
      return { ...form, type: 'name-participant' }
    case 'remove':
      return { ...form, type: 'remove-participant' }
    case 'serve': {
      const { date, time: hour, papers, ...rest } = form
      const startsAt = date && hour ? momentOf(date, hour) : null
      return { ...rest, type: 'serve-notice', startsAt, papers: byPart(papers) }
    }
    case 'papers':
      return { type: 'serve-papers', papers: byPart(form.papers) }
    case 'postpone':
    case 'cancel':
      return { ...form, type: form.intent }
  }
}

/** What the form asks, as the command that the rules know; ids are looked at as those of any message. */
export function commandFrom(form: PrepareForm): HearingCommand | null {
  const parsed = hearingCommand.safeParse(asCommand(form))
  return parsed.success ? parsed.data : null
}
