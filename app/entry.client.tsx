import { RemixBrowser } from '@remix-run/react'
import { createInstance } from 'i18next'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { getInitialNamespaces } from 'remix-i18next/client'
import { NonceContext } from '#app/components/shell/nonce.ts'
import { rememberIncidents } from '#app/http/incident.ts'
import { browserLoader } from '#app/i18n/browser-loader.ts'
import { i18nOptions } from '#app/i18n/options.ts'

// A navigation that overtakes another cancels its data, and the router leaves that promise to nobody.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault()
})

async function hydrate(): Promise<void> {
  rememberIncidents(window)
  const instance = createInstance()
  await instance
    .use(initReactI18next)
    .use(browserLoader)
    .init({
      ...i18nOptions,
      lng: document.documentElement.lang,
      ns: [...new Set(['common', 'shell', 'refusals', ...getInitialNamespaces()])],
    })
  // Scripts may read the nonce as a property; the attribute is hidden from them by the browser.
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
  // From here on what is pressed waits for the page: public/early.js.
  window.dispatchEvent(new Event('huishang:taken-over'))
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <NonceContext.Provider value={nonce}>
          <I18nextProvider i18n={instance}>
            <RemixBrowser />
          </I18nextProvider>
        </NonceContext.Provider>
      </StrictMode>,
    )
  })
}

void hydrate()
