import { useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './screen.module.css'

/** For whoever runs the projector; out of sight until the pointer or the keyboard is used. */
export function ScreenControls() {
  const { t } = useTranslation('meetings')
  const { setColorScheme } = useMantineColorScheme()
  return (
    <span className={classes.controls}>
      <button type="button" onClick={() => setColorScheme('light')}>
        {t('meetings:screen.light')}
      </button>
      <button type="button" onClick={() => setColorScheme('dark')}>
        {t('meetings:screen.dark')}
      </button>
      <button
        type="button"
        onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
      >
        {t('meetings:screen.full')}
      </button>
    </span>
  )
}
