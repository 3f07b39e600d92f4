import { useTranslation } from 'react-i18next'
import { DateTime } from '#app/components/ui/date-time.tsx'
import type { MeetingView } from '#domain/meetings/view.ts'
import classes from './screen.module.css'

export interface CheckInPicture {
  readonly text: string
  /** Where the link leads, to be read out to who cannot scan. */
  readonly link: string
  readonly qr: { readonly size: number; readonly path: string }
}

/** White around the code as its standard asks, in the dark scheme too: readers look for dark on light. */
const QUIET_ZONE = 4

export function CheckInScene({ view, code }: { view: MeetingView; code: CheckInPicture | null }) {
  const { t } = useTranslation('meetings')
  const { state } = view
  return (
    <div className={classes.checkIn}>
      <div>
        <p className={classes.huge}>{t('meetings:screen.checkIn')}</p>
        <p className={classes.large}>
          <DateTime value={state.startsAt} />
        </p>
        <p className={classes.large}>{state.place}</p>
        {code ? (
          <>
            <p className={classes.medium}>{t('meetings:screen.typeCode')}</p>
            <p className={classes.code}>{code.text}</p>
          </>
        ) : null}
      </div>
      {code ? (
        <figure className={classes.qr}>
          <svg
            viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${code.qr.size + 2 * QUIET_ZONE} ${code.qr.size + 2 * QUIET_ZONE}`}
            role="img"
            aria-label={t('meetings:screen.scan')}
            shapeRendering="crispEdges"
          >
            <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width="100%" height="100%" fill="#fff" />
            <path d={code.qr.path} fill="#000" />
          </svg>
          <figcaption className={classes.medium}>
            {t('meetings:screen.scan')} · {code.link}
          </figcaption>
        </figure>
      ) : null}
    </div>
  )
}
