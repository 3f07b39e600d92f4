import { useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { later, useSettled } from '#app/components/ui/later.tsx'
import { LiveRegion } from '#app/components/ui/live-region.tsx'
import { RealtimeProvider } from '#app/realtime/provider.tsx'
import { GuestBar } from './guest-bar.tsx'
import { MainNavigation } from './main-navigation.tsx'
import { NavigationProgress } from './navigation-progress.tsx'
import { useOptionalActor } from './root-data.ts'
import { handleOf } from './route-handle.ts'
import classes from './shell.module.css'
import { TopBar } from './top-bar.tsx'

/** Once the page has settled: every page would carry its weight. */
const ServerWait = later(async () => (await import('./server-wait.tsx')).ServerWait)

function SkipLink() {
  const { t } = useTranslation('shell')
  return (
    <a href="#main" className={classes.skip}>
      {t('shell:skip')}
    </a>
  )
}

/** Rail, bar and page for the signed-in, a bar alone for guests of one hearing; the page alone for everybody else; a bare page brings its own `main`. */
export function Shell({ children }: { children: ReactNode }) {
  const actor = useOptionalActor()
  const settled = useSettled()
  const pages = useMatches().slice(1)
  // Pages with the rail are named `_app.…`; an address that no page has shows it too.
  const bare =
    pages.some((match) => handleOf(match).bare === true) ||
    (pages.length > 0 && !pages.some((match) => match.id.startsWith('routes/_app')))
  if (!actor) {
    return (
      <LiveRegion>
        <SkipLink />
        <main id="main" className={classes.alone} tabIndex={-1}>
          {children}
        </main>
      </LiveRegion>
    )
  }
  // One socket per signed-in person's page: a new person means a new socket, never a handed-down one.
  return (
    <RealtimeProvider key={actor.personId}>
      <LiveRegion>
        <NavigationProgress />
        {settled ? <ServerWait /> : null}
        <SkipLink />
        {bare ? (
          <div id="main" className={classes.bare} tabIndex={-1}>
            {children}
          </div>
        ) : (
          <div className={actor.guestOf === undefined ? classes.frame : classes.guest}>
            {actor.guestOf === undefined ? (
              <>
                <TopBar actor={actor} />
                <MainNavigation actor={actor} />
              </>
            ) : (
              <GuestBar actor={actor} />
            )}
            <main id="main" className={classes.main} tabIndex={-1}>
              {children}
            </main>
          </div>
        )}
      </LiveRegion>
    </RealtimeProvider>
  )
}
