import type { InitOptions } from 'i18next'
import { isolated } from './isolate.ts'
import { LANGUAGES } from './languages.ts'

/** Shared by both ends, so that the browser hydrates what the server said. */
export const i18nOptions: InitOptions = {
  supportedLngs: [...LANGUAGES],
  // Both languages are complete (a test compares them): no second one is loaded to fall back on.
  fallbackLng: false,
  // `zh-CN` is asked for as it is; without this i18next would also look for a `zh`.
  load: 'currentOnly',
  defaultNS: 'common',
  ns: ['common', 'shell', 'refusals'],
  returnNull: false,
  // React escapes what belongs to HTML; here only the direction of writing is kept in its place.
  interpolation: { escapeValue: true, escape: isolated },
}
