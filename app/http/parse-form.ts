import { z } from 'zod'

/** One form fits in this; files go another way (streamed, with their own limit). */
const FORM_BYTES = 1_048_576

export type FormValues = Readonly<Record<string, string | readonly string[]>>

/** A sentence in `common:invalid.*` and the numbers in it. */
export interface FieldError {
  readonly key: string
  readonly values?: Readonly<Record<string, string | number>>
}
/** By path: `title`, `subjects.0.name`; `form` where no field is to blame. */
export type FieldErrors = Readonly<Record<string, FieldError>>

export type ParsedForm<Data> =
  | { readonly ok: true; readonly data: Data; readonly values: FormValues }
  | { readonly ok: false; readonly errors: FieldErrors; readonly values: FormValues }

/** Names that must not come back in a page: a refused form keeps everything but these. */
const NEVER_KEPT = /password/i

function keep(form: FormData): FormValues {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (NEVER_KEPT.test(name)) continue
    const typed = form.getAll(name).filter((value): value is string => typeof value === 'string')
    values[name] = typed.length > 1 ? typed : (typed[0] ?? '')
  }
  return values
}

function raw(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name)
    const [first] = all
    fields[name] = all.length > 1 || first === undefined ? all : first
  }
  return fields
}

function errorOf(issue: z.core.$ZodIssue): FieldError {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'array')
        return { key: 'common:invalid.choose', values: { count: Number(issue.minimum) } }
      return Number(issue.minimum) <= 1
        ? { key: 'common:invalid.required' }
        : { key: 'common:invalid.tooShort', values: { count: Number(issue.minimum) } }
    case 'too_big':
      return { key: 'common:invalid.tooLong', values: { count: Number(issue.maximum) } }
    case 'invalid_type':
      return { key: 'common:invalid.required' }
    case 'invalid_format':
      return {
        key:
          issue.format === 'date' || issue.format === 'datetime'
            ? 'common:invalid.date'
            : 'common:invalid.format',
      }
    case 'custom':
      // A schema may name its own sentence: `.refine(…, { error: 'passwordKinds' })`, or one of a noun with `noun:key`.
      if (issue.message.includes(':')) return { key: issue.message }
      return { key: `common:invalid.${/^[a-z][A-Za-z]*$/.test(issue.message) ? issue.message : 'value'}` }
    default:
      return { key: 'common:invalid.value' }
  }
}

function errorsOf(error: z.ZodError): FieldErrors {
  const errors: Record<string, FieldError> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.') || 'form'
    errors[path] ??= errorOf(issue)
  }
  return errors
}

/** A field that may occur any number of times: none, one or more make an array. */
export function many<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value): unknown => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  )
}

/** An optional field: an empty one is null. */
export function optional<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), item.nullable())
}

/**
 * Reads a form against a schema. Either the data, or the first error per field with everything that was
 * typed (except passwords), for the page to show again.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ParsedForm<z.infer<Schema>>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > FORM_BYTES) {
    return { ok: false, errors: { form: { key: 'refusals:input/too-large' } }, values: {} }
  }
  const form = await request.formData().catch(() => null)
  // No database of ours keeps a NUL in a text, and no keyboard types one.
  const isText = [...(form?.values() ?? [])].every(
    (value) => typeof value !== 'string' || !value.includes('\0'),
  )
  if (!form || !isText) return { ok: false, errors: { form: { key: 'common:invalid.value' } }, values: {} }
  const parsed = schema.safeParse(raw(form))
  const values = keep(form)
  return parsed.success
    ? { ok: true, data: parsed.data, values }
    : { ok: false, errors: errorsOf(parsed.error), values }
}
