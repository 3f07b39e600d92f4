import { useTranslation } from 'react-i18next'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'

const TONES: Readonly<Record<string, Tone>> = {
  ordered: 'waiting',
  noticed: 'waiting',
  postponed: 'waiting',
  open: 'active',
  suspended: 'waiting',
  closed: 'waiting',
  finished: 'good',
}

/** `words`: the sentences that the page has loaded; all hold the same words. */
export function HearingStatus({
  status,
  words,
}: {
  status: string
  words: 'hearings' | 'hearings-before' | 'hearing-ways'
}) {
  const { t } = useTranslation(words)
  return <StatusBadge tone={TONES[status] ?? 'neutral'}>{t(`${words}:status.${status}`)}</StatusBadge>
}
