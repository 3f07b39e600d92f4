import { Alert } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#domain/record/refusal.ts'

interface RefusalAlertProps {
  readonly refusal: Refusal | null | undefined
  readonly onClose?: () => void
}

/** The sentence of a refusal, said aloud as it appears. Renders nothing without one. */
export function RefusalAlert({ refusal, onClose }: RefusalAlertProps) {
  const { t } = useTranslation(['refusals', 'common'])
  if (!refusal) return null
  return (
    <Alert
      color="ochre"
      variant="light"
      icon={<IconAlertCircle aria-hidden />}
      title={t('common:notDone')}
      role="alert"
      {...(onClose ? { withCloseButton: true, onClose, closeButtonLabel: t('common:close') } : {})}
    >
      {t(`refusals:${refusal.refused}`, { ...refusal.details })}
    </Alert>
  )
}

/** The same sentence as plain words, for a toast or a button's reason. */
export function useRefusalSentence(): (refusal: Refusal) => string {
  const { t } = useTranslation('refusals')
  return (refusal) => t(`refusals:${refusal.refused}`, { ...refusal.details })
}
