import { getDocument, GlobalWorkerOptions, version } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

GlobalWorkerOptions.workerSrc = workerUrl

/** Our own copies (vite.config.ts): on a closed network there is no other place, and Chinese papers need the CMaps. */
const data = `/assets/pdfjs-${version}`

/** The legacy build: it still runs in the Chromium 109 of machines that cannot have a newer one. */
export function openPdf(url: string) {
  return getDocument({
    url,
    cMapUrl: `${data}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${data}/standard_fonts/`,
    wasmUrl: `${data}/wasm/`,
    iccUrl: `${data}/iccs/`,
    // Handed out whole, with an entry in the record of access: pieces of it would make an entry each.
    disableRange: true,
    // Somebody else made it: nothing in it is evaluated.
    isEvalSupported: false,
    enableXfa: false,
  })
}
