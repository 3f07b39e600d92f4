import { useTranslation } from 'react-i18next'

/** The name of a holiday in the reader's language; one that is not known is said as the notice says it. */
export function useHolidayName(): (name: string) => string {
  const { t } = useTranslation('calendar')
  return (name) => t(`calendar:holiday.${name}`, { defaultValue: name })
}
