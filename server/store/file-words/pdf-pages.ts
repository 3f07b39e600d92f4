import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { linesJoined, MOST_LETTERS } from '#domain/search/pages.ts'
import { MOST_PAGES } from './limits.ts'

async function pdfjs() {
  // Pictures are not drawn here, so nothing is ever asked of it; pdf.js makes one while it loads.
  Object.assign(globalThis, { DOMMatrix: class {} })
  // Its worker as a part of this process: the limits hold for both.
  const pdfjsWorker: object = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

/** Beside the served pages in a build, in the package in the source. Chinese papers need the character maps. */
function dataFolder(version: string): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const built = resolve(here, `../pages/client/assets/pdfjs-${version}`)
  return existsSync(built) ? built : resolve(here, '../../../node_modules/pdfjs-dist')
}

/** The words of each page, as far as they are looked through. */
export async function pagesOfPdf(data: Uint8Array): Promise<readonly string[]> {
  const { getDocument, VerbosityLevel, version } = await pdfjs()
  const folder = dataFolder(version)
  const document = await getDocument({
    data,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
  }).promise
  const pages: string[] = []
  let letters = 0
  for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    let lines = ''
    for (const item of items) if ('str' in item) lines += item.hasEOL ? `${item.str}\n` : item.str
    const text = linesJoined(lines.split('\n'))
    pages.push(text)
    page.cleanup()
    letters += text.length
    if (letters > MOST_LETTERS) break
  }
  return pages
}
