import { useState, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { Pages, sheetKindOf } from '#app/components/exhibits/pages.tsx'
import { exhibitPath } from '#app/components/exhibits/paths.ts'
import { Sheet, type Size } from '#app/components/exhibits/sheet.tsx'
import { Watermark } from '#app/components/exhibits/watermark.tsx'
import { useSize } from '#app/components/exhibits/use-size.ts'
import exhibit from '#app/components/exhibits/exhibit.module.css'
import { useStagePointer } from '#app/realtime/use-stage-pointer.ts'
import type { StagedEvidence, Zone } from '#domain/hearings/types.ts'
import type { Exhibit } from '#server/services/exhibits.ts'

interface BigExhibitProps {
  readonly hearingId: string
  readonly staged: StagedEvidence
  readonly piece: Exhibit
  readonly since: string
}

const WHOLE: Zone = { x: 0, y: 0, width: 1000, height: 1000 }
/** Around a zone that is pointed at, in parts of it: what it belongs to is seen. */
const MARGIN = 1.15
/** Larger than that letters are no easier to read. */
const MOST_TIMES = 5

/** The page as large as the place allows; what is pointed at fills it, so that the hall can read it. */
export default function BigExhibit({ hearingId, staged, piece, since }: BigExhibitProps) {
  const { t } = useTranslation('hearings')
  const { ref, width, height } = useSize()
  const [size, setSize] = useState<Size | null>(null)
  const pointer = useStagePointer(hearingId, staged.evidenceId, staged.page)
  const { page, zone } = staged
  const src = exhibitPath(hearingId, piece.id)
  return (
    <div className={exhibit.big} ref={ref} data-testid="big-exhibit">
      {sheetKindOf(piece) ? (
        <Sheet
          size={size}
          turn={0}
          zone={zone}
          draft={null}
          pointer={pointer}
          style={placed(zone ?? WHOLE, size ?? { width: 3, height: 4 }, { width, height })}
        >
          <Pages key={piece.id} piece={piece} src={src} page={page} onSize={setSize} onCount={ignore} />
        </Sheet>
      ) : piece.mediaType.startsWith('video/') ? (
        // eslint-disable-next-line jsx-a11y/media-has-caption -- whoever handed it in gave no subtitles with it
        <video controls src={src} aria-label={piece.title} />
      ) : (
        <p>{piece.title}</p>
      )}
      <Watermark who={t('hearings:stage.screenMark')} since={since} />
    </div>
  )
}

const ignore = () => undefined

/** Where the whole page lies, so that the zone fills the place and is in its middle. */
function placed(zone: Zone, page: Size, place: Size): CSSProperties {
  const ratio = page.width / page.height
  const fits = Math.min(place.width, place.height * ratio)
  const margin = zone === WHOLE ? 1 : MARGIN
  const across = place.width / ((zone.width / 1000) * margin)
  const down = (place.height * ratio) / ((zone.height / 1000) * margin)
  const width = Math.min(across, down, fits * MOST_TIMES)
  return {
    width,
    left: place.width / 2 - ((zone.x + zone.width / 2) / 1000) * width,
    top: place.height / 2 - (((zone.y + zone.height / 2) / 1000) * width) / ratio,
  }
}
