import type { FieldErrors, FormValues } from '#app/http/parse-form.ts'
import type { Refusal } from '#domain/record/refusal.ts'

/** What the actions of administration answer. */
export interface AccountAnswer {
  readonly ok: boolean
  readonly refusal: Refusal | null
  readonly errors: FieldErrors
  readonly values: FormValues
}
