import { useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import classes from './shell.module.css'

/** A line at the top while the next page is on its way; the stylesheet keeps it from flashing for fast ones. */
export function NavigationProgress() {
  const { t } = useTranslation('shell')
  if (useNavigation().state === 'idle') return null
  return <div className={classes.progress} role="progressbar" aria-label={t('shell:loading')} />
}
