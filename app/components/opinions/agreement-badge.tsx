import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'
import type { Agreement } from '#domain/criteria/agreement.ts'

const TONES: Readonly<Record<Agreement, Tone>> = { agree: 'good', differ: 'waiting', incomplete: 'neutral' }

export function AgreementBadge({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('dossiers')
  return <StatusBadge tone={TONES[agreement]}>{t(`dossiers:opinions.${agreement}`)}</StatusBadge>
}
