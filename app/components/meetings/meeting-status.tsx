import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'

const TONES: Readonly<Record<string, Tone>> = {
  convened: 'waiting',
  open: 'active',
  adjourned: 'waiting',
  closed: 'good',
  cancelled: 'neutral',
}

export function MeetingStatus({ status }: { status: string }) {
  const { t } = useTranslation('meetings')
  return <StatusBadge tone={TONES[status] ?? 'neutral'}>{t(`meetings:status.${status}`)}</StatusBadge>
}
