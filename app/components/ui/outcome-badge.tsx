import { useTranslation } from 'react-i18next'
import type { Outcome } from '#domain/decisions/outcome.ts'
import { StatusBadge, type Tone } from './status-badge.tsx'

const TONES: Readonly<Record<Outcome, Tone>> = {
  EXEMPT: 'good',
  LIGHTER: 'active',
  MITIGATED: 'active',
  NOT_TOLERATED: 'neutral',
  SHELVED: 'waiting',
  TO_HEARING: 'waiting',
  RETURNED: 'waiting',
}

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('common')
  return <StatusBadge tone={TONES[outcome]}>{t(`common:outcome.${outcome}`)}</StatusBadge>
}
