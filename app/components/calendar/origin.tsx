import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import type { YearOrigin } from '#server/services/calendar.ts'

/** Where a year's calendar comes from. */
export function Origin({ origin, size = 'md' }: { origin: YearOrigin; size?: 'sm' | 'md' }) {
  const { t } = useTranslation('calendar')
  const { document, importedAt, reason } = origin
  if (importedAt === null)
    return (
      <Text c="dimmed" size={size}>
        {t('calendar:shipped', { document })}
      </Text>
    )
  return (
    <Text c="dimmed" size={size}>
      {t('calendar:imported', { document })} <DateTime value={importedAt} form="date" />
      {reason ? `${t('calendar:semicolon')}${t('calendar:replacedFor', { reason })}` : ''}
    </Text>
  )
}
