import type { BrowserContext } from 'playwright-core'
import type { Language } from '#app/i18n/languages.ts'

/** From here on the pages of whoever is signed in here speak this language; it is his account's, in every browser. */
export async function speak(context: BrowserContext, url: string, language: Language): Promise<void> {
  await context.request.post('/language', {
    form: { language, to: '/' },
    headers: { origin: url },
    maxRedirects: 0,
  })
}
