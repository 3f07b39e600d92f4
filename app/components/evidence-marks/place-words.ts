import { useTranslation } from 'react-i18next'
import { percent } from '#app/components/exhibits/percent.ts'
import { clockOf } from '#app/components/ui/date-time.tsx'
import type { MarkPlace } from '#domain/cases/evidence-types.ts'

/** A place in words, for who does not see the frame. */
export function usePlaceWords(): (place: MarkPlace) => string {
  const { t } = useTranslation('evidence-marks')
  return (place) =>
    place.kind === 'time'
      ? t('evidence-marks:atTime', { time: clockOf(place.second) })
      : t('evidence-marks:onPage', {
          page: place.page,
          x: percent(place.zone.x),
          y: percent(place.zone.y),
        })
}
