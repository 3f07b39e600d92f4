import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Exhibit } from '#server/services/exhibits.ts'
import { PdfPage } from './pdf-page.tsx'
import type { Size } from './sheet.tsx'
import { usePdf } from './use-pdf.ts'
import classes from './exhibit.module.css'

export type SheetKind = 'pdf' | 'image'

/** What a piece is shown as on a sheet; null: it is played, or cannot be shown. */
export function sheetKindOf({ mediaType }: Pick<Exhibit, 'mediaType'>): SheetKind | null {
  if (mediaType === 'application/pdf') return 'pdf'
  return mediaType.startsWith('image/') ? 'image' : null
}

export interface PagesProps {
  readonly piece: Exhibit
  readonly src: string
  readonly page: number
  readonly onSize: (size: Size) => void
  readonly onCount: (count: number) => void
}

/** What lies on the sheet: a page of a PDF, or the picture. */
export function Pages(props: PagesProps) {
  return sheetKindOf(props.piece) === 'pdf' ? <PdfPages {...props} /> : <Picture {...props} />
}

function PdfPages({ piece, src, page, onSize, onCount }: PagesProps) {
  const { t } = useTranslation('hearings')
  const [attempt, setAttempt] = useState(0)
  const pdf = usePdf(src, attempt)
  const count = typeof pdf === 'string' ? 0 : pdf.numPages
  useEffect(() => {
    if (count > 0) onCount(count)
  }, [count, onCount])
  if (pdf === 'opening') return <p className={classes.state}>{t('hearings:stage.loading')}</p>
  if (pdf === 'failed') return <Failed onRetry={() => setAttempt((before) => before + 1)} />
  const number = Math.min(page, pdf.numPages)
  const label = t('hearings:stage.sheet', { title: piece.title, page: number })
  return <PdfPage pdf={pdf} number={number} label={label} onSize={onSize} />
}

function Picture({ piece, src, onSize }: PagesProps) {
  const [failed, setFailed] = useState(0)
  const [again, setAgain] = useState(0)
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const { complete = false, naturalWidth = 0, naturalHeight = 0 } = image.current ?? {}
    // It may have come before the page was awake.
    if (complete && naturalWidth > 0) onSize({ width: naturalWidth, height: naturalHeight })
  }, [src, again, onSize])
  if (failed > again) return <Failed onRetry={() => setAgain((before) => before + 1)} />
  return (
    <img
      key={again}
      src={src}
      alt={piece.title}
      draggable={false}
      className={classes.content}
      ref={image}
      onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
        onSize({ width: naturalWidth, height: naturalHeight })
      }
      onError={() => setFailed(again + 1)}
    />
  )
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('hearings')
  return (
    <div className={classes.state} role="alert">
      <p>{t('hearings:stage.failed')}</p>
      <Button variant="default" onClick={onRetry}>
        {t('hearings:stage.retry')}
      </Button>
    </div>
  )
}
