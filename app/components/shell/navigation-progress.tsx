import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './shell.module.css'

/** Most pages come faster than this; a bar that flashes says nothing. */
const PATIENCE_MS = 250

export function NavigationProgress() {
  const { t } = useTranslation('shell')
  const busy = useNavigation().state !== 'idle'
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!busy) {
      setLate(false)
      return
    }
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [busy])
  return late ? <div className={classes.progress} role="progressbar" aria-label={t('shell:loading')} /> : null
}
