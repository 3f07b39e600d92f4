import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'

const TONES: Readonly<Record<string, Tone>> = {
  ordered: 'waiting',
  noticed: 'waiting',
  postponed: 'waiting',
  open: 'active',
  suspended: 'waiting',
  closed: 'good',
  finished: 'good',
}

export function HearingStatus({ status }: { status: string }) {
  const { t } = useTranslation('hearings')
  return <StatusBadge tone={TONES[status] ?? 'neutral'}>{t(`hearings:status.${status}`)}</StatusBadge>
}
