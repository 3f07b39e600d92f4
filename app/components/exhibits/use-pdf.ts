import { useEffect, useState } from 'react'
import type { PDFDocumentProxy } from './pdf.client.ts'

export type OpenedPdf = PDFDocumentProxy | 'opening' | 'failed'

interface Opened {
  readonly key: string
  readonly pdf: OpenedPdf
}

/** The document behind `src`, kept while it is looked at, so that turning its pages asks for nothing. */
export function usePdf(src: string, attempt: number): OpenedPdf {
  const key = `${src} ${String(attempt)}`
  const [opened, setOpened] = useState<Opened>({ key, pdf: 'opening' })
  useEffect(() => {
    let gone = false
    let close: () => void = () => undefined
    import('./pdf.client.ts')
      .then(({ openPdf }) => {
        if (gone) return undefined
        const task = openPdf(src)
        close = () => void task.destroy()
        return task.promise
      })
      .then(
        (pdf) => gone || !pdf || setOpened({ key, pdf }),
        () => gone || setOpened({ key, pdf: 'failed' }),
      )
    return () => {
      gone = true
      close()
    }
  }, [src, key])
  return opened.key === key ? opened.pdf : 'opening'
}
