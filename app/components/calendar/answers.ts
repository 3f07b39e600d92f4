import type { TableProblem } from '#domain/calendar/table.ts'
import type { FieldErrors } from '#app/http/parse-form.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { CalendarPreview } from '#server/services/calendar.ts'

/** What the import page's action answers, to a preview and to an import. */
export interface CalendarAnswer {
  readonly ok: boolean
  readonly refusal: Refusal | null
  readonly errors: FieldErrors
  readonly problems: readonly TableProblem[]
  readonly preview: CalendarPreview | null
}
