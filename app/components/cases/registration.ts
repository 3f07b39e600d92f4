import { z } from 'zod'
import { many, optional, type FormValues } from '#app/http/parse-form.ts'
import { id, particulars, pastDate } from '#domain/cases/commands.ts'
import type { CaseParticulars } from '#domain/cases/types.ts'
import { commandId } from '#protocol/messages.ts'

const FIELD = /^subjects\.(\d{1,2})\.(id|kind|name|unit|position|role)$/

/** `subjects.0.name` … as an array; a line that was removed in between leaves no hole. */
function subjectsIn(fields: Readonly<Record<string, unknown>>): unknown[] {
  const lines = new Map<number, Record<string, unknown>>()
  for (const [field, value] of Object.entries(fields)) {
    const match = FIELD.exec(field)
    if (!match) continue
    const at = Number(match[1])
    const line = lines.get(at) ?? {}
    line[match[2] ?? ''] = value
    lines.set(at, line)
  }
  return [...lines].sort(([one], [other]) => one - other).map(([, line]) => line)
}

const linesOf = (value: unknown) =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : value

/** What the fields of the form mean; `particulars` itself is the domain's. */
const nested = (fields: unknown) => {
  if (typeof fields !== 'object' || fields === null) return fields
  const flat = fields as Readonly<Record<string, unknown>>
  return {
    ...flat,
    subjects: subjectsIn(flat),
    situations: linesOf(flat['situations']),
    trigger: { matter: flat['trigger.matter'], organ: flat['trigger.organ'], date: flat['trigger.date'] },
  }
}

const shape = particulars.extend({
  complexity: many(particulars.shape.complexity.element),
  trigger: particulars.shape.trigger.extend({ date: optional(pastDate) }),
})

export const registration = z.preprocess(
  nested,
  shape.extend({ commandId, bodyIds: many(id), applicantIds: many(id) }),
)
export const amendment = z.preprocess(
  nested,
  shape.extend({ commandId, reason: z.string().trim().min(1).max(2000) }),
)

/** A case as it stands, as the fields of the form. */
export function valuesOf(state: CaseParticulars): FormValues {
  const values: Record<string, string | readonly string[]> = {
    kind: state.kind,
    title: state.title,
    source: state.source,
    summary: state.summary,
    situations: state.situations.join('\n'),
    complexity: state.complexity,
    'trigger.matter': state.trigger.matter,
    'trigger.organ': state.trigger.organ,
    'trigger.date': state.trigger.date ?? '',
  }
  state.subjects.forEach((subject, at) => {
    for (const [field, value] of Object.entries(subject))
      values[`subjects.${String(at)}.${field}`] = String(value)
  })
  return values
}
