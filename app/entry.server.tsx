import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { NonceContext } from '#app/components/shell/nonce.ts'
import { languageOf } from '#app/http/language.ts'
import { pageStream } from '#app/http/page-stream.ts'
import { detection, renderInstance } from '#app/i18n/translate.server.ts'

const STREAM_TIMEOUT_MS = 5_000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const language = await languageOf(context, request)
  const i18n = await renderInstance(language, detection.getRouteNamespaces(remixContext))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', language)

  return new Promise((resolve, reject) => {
    let shellSent = false
    // A crawler without scripts wants the whole page; a person wants the frame at once.
    const readyEvent = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady'
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <I18nextProvider i18n={i18n}>
          <RemixServer
            context={remixContext}
            url={request.url}
            abortDelay={STREAM_TIMEOUT_MS}
            nonce={context.nonce}
          />
        </I18nextProvider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        [readyEvent]() {
          shellSent = true
          const body = pageStream()
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }))
          pipe(body)
        },
        onShellError: reject,
        onError(error) {
          // Errors before the frame reach `onShellError`; these come later and only the log sees them.
          if (shellSent) context.reportError(error, { while: 'rendering' })
        },
      },
    )
    setTimeout(abort, STREAM_TIMEOUT_MS).unref()
  })
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return
  // The router's own "no such address" and "no such method": the visitor's mistake, not ours.
  if (isRouteErrorResponse(error) && error.status < 500) return
  context.reportError(error, { method: request.method, path: new URL(request.url).pathname })
}
