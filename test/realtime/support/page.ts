import { onTestFinished } from 'vitest'
import { newPage, type Page } from '../../support/page.ts'

export { BrowserStorage, type, words, wordsOf } from '../../support/page.ts'

/** A page that is closed when its test ends. */
export function openPage(...made: Parameters<typeof newPage>): Page {
  const page = newPage(...made)
  onTestFinished(() => page.close())
  return page
}
