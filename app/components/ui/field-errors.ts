import { useTranslation } from 'react-i18next'
import type { FieldErrors, FormValues } from '#app/http/parse-form.ts'

/** The sentence for a field, for Mantine's `error`; null where the field is in order. */
export function useFieldErrors(errors: FieldErrors | undefined): (name: string) => string | null {
  const { t } = useTranslation('common')
  return (name) => {
    const error = errors?.[name]
    return error ? t(error.key, { ...error.values }) : null
  }
}

/** What was typed before the form was refused. */
export function typed(values: FormValues | undefined, name: string, otherwise = ''): string {
  const value = values?.[name]
  return typeof value === 'string' ? value : (value?.[0] ?? otherwise)
}
