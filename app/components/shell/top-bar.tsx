import { Badge } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SearchOpener } from '#app/components/search/search-opener.tsx'
import type { Actor } from '#domain/people/actor.ts'
import { ColorSchemeToggle } from './color-scheme-toggle.tsx'
import { ConnectionIndicator } from './connection-indicator.tsx'
import { LanguageToggle } from './language-toggle.tsx'
import { PersonMenu } from './person-menu.tsx'
import { useRootData } from './root-data.ts'
import classes from './shell.module.css'

export function TopBar({ actor }: { actor: Actor }) {
  const { t } = useTranslation('shell')
  const demo = useRootData()?.demo ?? false
  return (
    <header className={classes.bar}>
      <Link to="/workbench" className={classes.brand}>
        <span className={classes.seal} aria-hidden>
          {t('shell:sealCharacter')}
        </span>
        <span>{t('shell:product')}</span>
      </Link>
      {demo ? (
        <Badge variant="outline" color="ochre" radius="sm" size="sm" visibleFrom="sm">
          {t('shell:demo')}
        </Badge>
      ) : null}
      <span className={classes.spacer} />
      <SearchOpener />
      <ConnectionIndicator />
      <LanguageToggle />
      <ColorSchemeToggle />
      <PersonMenu actor={actor} />
    </header>
  )
}
