import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'
import type { Stage } from '#domain/cases/types.ts'

const TONES: Readonly<Record<Stage, Tone>> = {
  submitted: 'neutral',
  accepted: 'active',
  'in-verification': 'active',
  'in-consultation': 'active',
  decided: 'good',
  shelved: 'waiting',
  'to-hearing': 'waiting',
  returned: 'waiting',
}

export function StageBadge({ stage }: { stage: Stage }) {
  const { t } = useTranslation('cases')
  return <StatusBadge tone={TONES[stage]}>{t(`cases:stage.${stage}`)}</StatusBadge>
}
