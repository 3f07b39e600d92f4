import { useTranslation } from 'react-i18next'
import { useOnceOpen } from './fold.tsx'
import { DockPanel } from './forms.ts'
import classes from './dock.module.css'

/** Where `openForm` finds it. */
export const DOCK_MORE = 'dock-more'

/** Opens to everything lawful besides the next step. */
export function DockMore() {
  const { t } = useTranslation('meetings')
  const [wasOpen, onToggle] = useOnceOpen()
  return (
    <details className={classes.more} id={DOCK_MORE} onToggle={onToggle}>
      <summary>{t('meetings:dock.more')}</summary>
      {wasOpen ? <DockPanel /> : null}
    </details>
  )
}
