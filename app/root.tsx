import '@mantine/core/styles.css'
import './theme.css'
import { ColorSchemeScript, MantineProvider, mantineHtmlProps } from '@mantine/core'
import { json, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeLanguage } from 'remix-i18next/react'
import { ErrorPage } from '#app/components/shell/error-page.tsx'
import { useNonce } from '#app/components/shell/nonce.ts'
import { PageTitle } from '#app/components/shell/page-title.tsx'
import { useReady } from '#app/components/shell/ready.ts'
import type { RootData } from '#app/components/shell/root-data.ts'
import { handleOf } from '#app/components/shell/route-handle.ts'
import { Shell } from '#app/components/shell/shell.tsx'
import { useBusyFocus } from '#app/components/ui/use-busy-focus.ts'
import { languageOf } from '#app/http/language.ts'
import { theme, tokenVariables } from '#app/theme.ts'

export const handle = { i18n: ['common', 'shell', 'refusals'] }

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { pathname } = new URL(request.url)
  // An empty database has nothing to show but the page that fills it.
  if (pathname !== '/set-up' && !(await context.services.people.isSetUp())) throw redirect('/set-up')
  const data: RootData = {
    locale: await languageOf(context, request),
    actor: context.actor,
    demo: context.demo,
    requestId: context.requestId,
  }
  return json(data)
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const { i18n } = useTranslation()
  const nonce = useNonce()
  useReady()
  useBusyFocus()
  return (
    <html lang={data?.locale ?? i18n.language} dir="ltr" {...mantineHtmlProps}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="referrer" content="same-origin" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script src="/early.js" />
        <PageTitle />
        <Meta />
        <Links />
        <ColorSchemeScript nonce={nonce} suppressHydrationWarning defaultColorScheme="auto" />
      </head>
      <body>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={tokenVariables}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce}
        >
          <Shell>{children}</Shell>
        </MantineProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const data = useRouteLoaderData<typeof loader>('root')
  useChangeLanguage(data?.locale ?? 'zh-CN')
  // Asked for with the page: a noun that it says only when something happens (a witness is called in) would otherwise be
  // waited for in the middle of that update, which React answers with an error page.
  useTranslation(useMatches().flatMap((match) => handleOf(match).i18n ?? []))
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
