import { useTranslation } from 'react-i18next'
import classes from './present-marks.module.css'
import type { Present } from './use-present.ts'

/** Who writes here now: the family name on the colour of the cursor, all names for a screen reader. */
export function PresentMarks({ present }: { present: readonly Present[] }) {
  const { t } = useTranslation('dossiers')
  if (present.length === 0) return null
  const names = present.map(({ name }) => name).join(t('dossiers:dossier.between'))
  return (
    <span className={classes.marks} title={t('dossiers:dossier.here', { names })}>
      {present.map(({ id, name, color }) => (
        <span key={id} className={classes.mark} style={{ background: color }} aria-hidden>
          {name.slice(0, 1)}
        </span>
      ))}
      <span className="visually-hidden">{t('dossiers:dossier.here', { names })}</span>
    </span>
  )
}
