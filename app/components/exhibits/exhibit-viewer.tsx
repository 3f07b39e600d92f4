import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { WORD_TYPE } from '#domain/cases/evidence-shown.ts'
import type { Zone } from '#domain/hearings/types.ts'
import { later } from '#app/components/ui/later.tsx'
import { SaveButton } from '#app/components/ui/save-button.tsx'
import type { Exhibit } from '#server/services/exhibits.ts'
import { Pages, sheetKindOf } from './pages.tsx'
import { Sheet, type NumberedZone, type Size, type Spot, type Turn } from './sheet.tsx'
import { Tools, type PickWords } from './tools.tsx'
import { useMarking } from './use-marking.ts'
import { Watermark } from './watermark.tsx'
import { Words } from './words.tsx'
import classes from './exhibit.module.css'

export interface ExhibitViewerProps {
  readonly piece: Exhibit
  readonly src: string
  readonly page: number
  readonly zone: Zone | null
  /** The presenter's, where one follows him. */
  readonly pointer?: Spot | null
  readonly onPage: (page: number) => void
  /** Given to who shows a place to others, or marks it. */
  readonly onZone?: (zone: Zone) => void
  /** What is said of a frame that is not for showing. */
  readonly pickWords?: PickWords
  readonly marks?: readonly NumberedZone[]
  /** Of what is played; null when it goes. */
  readonly onPlayer?: (player: HTMLMediaElement | null) => void
  readonly onPoint?: (spot: Spot | null) => void
  readonly watermark: { readonly who: string; readonly since: string }
}

const WordWords = later(async () => (await import('#app/components/word/word-words.tsx')).WordWords)

const LEAST_ZOOM = 1
const MOST_ZOOM = 4
const ZOOM_STEP = 0.5

/** A piece of evidence to look at: PDF and pictures on a sheet with pages, zoom and rotation; sound and film as they are. */
export function ExhibitViewer(props: ExhibitViewerProps) {
  const { t } = useTranslation('hearings')
  const { piece, src, watermark, onPlayer } = props
  if (sheetKindOf(piece)) return <SheetViewer key={piece.id} {...props} />
  const { mediaType, title } = piece
  return (
    <div className={classes.viewer}>
      <div className={classes.stage}>
        {mediaType.startsWith('video/') ? (
          // Whoever handed it in gave no subtitles with it.
          // eslint-disable-next-line jsx-a11y/media-has-caption
          <video ref={onPlayer ?? null} controls preload="metadata" src={src} aria-label={title} />
        ) : mediaType.startsWith('audio/') ? (
          // eslint-disable-next-line jsx-a11y/media-has-caption
          <audio ref={onPlayer ?? null} controls preload="metadata" src={src} aria-label={title} />
        ) : mediaType === 'text/plain' ? (
          <Words src={src} />
        ) : mediaType === WORD_TYPE ? (
          <WordWords src={`${src}/words`} />
        ) : (
          <p className={classes.state}>{t('hearings:stage.notShown')}</p>
        )}
        {mediaType.startsWith('audio/') ? null : <Watermark {...watermark} />}
      </div>
      <SaveButton action={src} title={title} />
    </div>
  )
}

function SheetViewer({
  piece,
  src,
  page: asked,
  zone,
  pointer,
  onPage,
  onZone,
  onPoint,
  pickWords,
  marks = [],
  watermark,
}: ExhibitViewerProps) {
  const { t } = useTranslation('hearings')
  const frame = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size | null>(null)
  // Of pages; 0 until it is known.
  const [count, setCount] = useState(0)
  const [zoom, setZoom] = useState(LEAST_ZOOM)
  const [turn, setTurn] = useState<Turn>(0)
  const marking = useMarking({ turn, onZone, onPoint })
  const { draft } = marking
  const presents = onPoint !== undefined
  const page = count > 0 ? Math.min(asked, count) : asked

  const goTo = (next: number) => {
    if (next >= 1 && next <= count && next !== page) onPage(next)
  }
  const rotate = () => setTurn((before) => ((before + 1) % 4) as Turn)
  const zoomTo = (next: number) => setZoom(Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, next)))

  // By its place: another object with the same place comes with every entry, and the reader may have scrolled on.
  const across = zone && zone.x + zone.width / 2
  const down = zone && zone.y + zone.height / 2
  // What is pointed at comes into sight, and nothing else of the page moves.
  useEffect(() => {
    const box = frame.current
    if (!box || across === null || down === null) return
    box.scrollTo({
      top: (down / 1000) * box.scrollHeight - box.clientHeight / 2,
      left: (across / 1000) * box.scrollWidth - box.clientWidth / 2,
    })
  }, [across, down, page, zoom, size])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (!marking.takeKey(event)) {
      if (event.key === 'PageDown') goTo(page + 1)
      else if (event.key === 'PageUp') goTo(page - 1)
      else if (event.key === '+' || event.key === '=') zoomTo(zoom + ZOOM_STEP)
      else if (event.key === '-') zoomTo(zoom - ZOOM_STEP)
      else if (event.key === 'r' || event.key === 'R') rotate()
      else return
    }
    event.preventDefault()
  }

  const hint = draft ? 'picking' : presents ? 'pointing' : 'keys'
  return (
    <div className={classes.viewer}>
      <Tools
        page={page}
        count={count}
        onPage={goTo}
        zoom={zoom}
        onZoom={zoomTo}
        zoomStep={ZOOM_STEP}
        onTurn={rotate}
        saving={{ action: src, title: piece.title }}
        marking={
          onZone
            ? {
                draft,
                words: pickWords ?? {
                  pick: t('hearings:stage.pick'),
                  show: t('hearings:stage.showZone'),
                  picking: '',
                },
                show: marking.show,
                drop: marking.drop,
                begin: () => {
                  marking.begin()
                  frame.current?.focus()
                },
              }
            : null
        }
      />
      <div className={classes.stage}>
        {/* It scrolls, and its keys are told beneath it. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          ref={frame}
          className={classes.frame}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-label={t('hearings:stage.sheet', { title: piece.title, page })}
          aria-describedby="exhibit-hint"
          onKeyDown={onKeyDown}
        >
          <Sheet
            size={size}
            turn={turn}
            zone={zone}
            marks={marks}
            draft={draft}
            pointer={presents ? marking.pointer : (pointer ?? null)}
            style={{ width: `${zoom * 100}%` }}
            {...marking.listeners}
          >
            <Pages piece={piece} src={src} page={page} onSize={setSize} onCount={setCount} />
          </Sheet>
        </div>
        <Watermark {...watermark} />
      </div>
      <p id="exhibit-hint" className={classes.hint}>
        {draft && pickWords ? pickWords.picking : t(`hearings:stage.${hint}`)}
      </p>
    </div>
  )
}
