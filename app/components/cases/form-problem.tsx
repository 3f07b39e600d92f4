import { Alert } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldErrors } from '#app/http/parse-form.ts'

/** Says how many fields need another look and leads to the first of them. */
export function FormProblem({ errors }: { errors: FieldErrors | undefined }) {
  const { t } = useTranslation('cases')
  const alert = useRef<HTMLDivElement>(null)
  const count = Object.keys(errors ?? {}).length
  useEffect(() => {
    if (count === 0) return
    const field = alert.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')
    field?.focus()
  }, [errors, count])
  if (count === 0) return null
  return (
    <Alert ref={alert} color="ochre" variant="light" role="alert">
      {t('cases:form.check', { count })}
    </Alert>
  )
}
