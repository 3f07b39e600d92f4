import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const MINUTES = [1, 2, 3, 5, 10, 15, 30]

interface SpeakingTimeProps {
  /** Seconds; offered among the others. */
  readonly usual: number
  readonly seconds: number
  readonly onChange: (seconds: number) => void
}

/** For how long the chair gives the floor. */
export function SpeakingTime({ usual, seconds, onChange }: SpeakingTimeProps) {
  const { t } = useTranslation('meetings')
  const choices = [...new Set([...MINUTES.map((minutes) => minutes * 60), usual])].sort((a, b) => a - b)
  return (
    <NativeSelect
      aria-label={t('meetings:floor.seconds')}
      data={choices.map((choice) => ({
        value: String(choice),
        label: t('meetings:floor.minutes', { count: Math.round(choice / 6) / 10 }),
      }))}
      value={String(seconds)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  )
}
