import { Button } from '@mantine/core'
import { Form, Link } from '@remix-run/react'
import { IconLogout } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Actor } from '#domain/people/actor.ts'
import { ColorSchemeToggle } from './color-scheme-toggle.tsx'
import { ConnectionIndicator } from './connection-indicator.tsx'
import { LanguageToggle } from './language-toggle.tsx'
import classes from './shell.module.css'

/** Above the pages of whoever came by invitation: his hearing, his name, and the way out. */
export function GuestBar({ actor }: { actor: Actor }) {
  const { t } = useTranslation('shell')
  return (
    <header className={classes.bar}>
      <Link to={`/hearings/${actor.guestOf ?? ''}`} className={classes.brand} aria-label={t('shell:product')}>
        <span className={classes.seal} aria-hidden>
          {t('shell:sealCharacter')}
        </span>
        <span>{t('shell:product')}</span>
      </Link>
      <span className={classes.spacer} />
      <span className={classes.guestName}>{actor.name}</span>
      <ConnectionIndicator />
      <LanguageToggle />
      <ColorSchemeToggle />
      <Form method="post" action="/sign-out">
        <Button type="submit" variant="subtle" color="slate" h={40} px="xs" aria-label={t('shell:leave')}>
          <IconLogout size={18} aria-hidden />
          <span className={classes.leave}>{t('shell:leave')}</span>
        </Button>
      </Form>
    </header>
  )
}
