import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PDFDocumentProxy, PDFPageProxy } from './pdf.client.ts'
import type { Size } from './sheet.tsx'
import { useSize } from './use-size.ts'
import classes from './exhibit.module.css'

/** Of a canvas; beyond it browsers draw nothing at all. */
const MOST_PIXELS = 16_000_000

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly label: string
  readonly onSize: (size: Size) => void
}

/** One page as a picture of the size it is shown at, and its words for who cannot see it. */
export function PdfPage({ pdf, number, label, onSize }: PdfPageProps) {
  const { t } = useTranslation('hearings')
  const { ref, width } = useSize()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [page, setPage] = useState<PDFPageProxy | null>(null)
  const [words, setWords] = useState('')

  useEffect(() => {
    let gone = false
    void pdf
      .getPage(number)
      .then(async (found) => {
        if (gone) return
        const { width: across, height: down } = found.getViewport({ scale: 1 })
        onSize({ width: across, height: down })
        setPage(found)
        const { items } = await found.getTextContent()
        if (!gone)
          setWords(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
      })
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [pdf, number, onSize])

  useEffect(() => {
    if (!page || !canvas.current || width === 0) return undefined
    const natural = page.getViewport({ scale: 1 })
    const wanted = (width / natural.width) * window.devicePixelRatio
    const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height))
    const viewport = page.getViewport({ scale: Math.min(wanted, most) })
    // Drawn beside what is shown and put in its place when it is whole: nothing flickers.
    const drawn = document.createElement('canvas')
    drawn.width = Math.floor(viewport.width)
    drawn.height = Math.floor(viewport.height)
    const task = page.render({ canvas: drawn, viewport })
    task.promise.then(
      () => {
        const target = canvas.current
        if (!target) return
        target.width = drawn.width
        target.height = drawn.height
        target.getContext('2d')?.drawImage(drawn, 0, 0)
        target.dataset['page'] = String(page.pageNumber)
      },
      // Cancelled: another page or size is being drawn.
      () => undefined,
    )
    return () => task.cancel()
  }, [page, width])

  return (
    <div ref={ref} className={classes.content}>
      <canvas ref={canvas} className={classes.content} role="img" aria-label={label} />
      {words === '' ? null : (
        <p className="visually-hidden">
          {t('hearings:stage.textOf')} {words}
        </p>
      )}
    </div>
  )
}
