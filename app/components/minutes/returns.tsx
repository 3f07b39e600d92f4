import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { useMinutes } from './minutes-context.tsx'

/** Why the text came back, while it is being mended. */
export function Returns() {
  const { t } = useTranslation('minutes')
  const { state, personName } = useMinutes()
  const last = state.returns.at(-1)
  if (!last || state.step !== 'draft') return null
  return (
    <Alert color="ochre" title={t('minutes:returned.title', { step: t(`minutes:step.${last.from}`) })}>
      {last.reason} · {personName(last.by)} · <DateTime value={last.at} />
    </Alert>
  )
}
