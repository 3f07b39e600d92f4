import { useTranslation } from 'react-i18next'
import { Dialog } from '#app/components/ui/dialog.tsx'
import classes from './room.module.css'

const SHOWN = [
  ['?', 'help'],
  ['m', 'main'],
  ['a', 'agenda'],
  ['r', 'record'],
  ['d', 'dock'],
  ['h', 'hand'],
  ['Esc', 'close'],
] as const

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('meetings')
  return (
    <Dialog opened onClose={onClose} title={t('meetings:keys.title')}>
      <dl className={classes.keys}>
        {SHOWN.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`meetings:keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('meetings:keys.note')}</p>
    </Dialog>
  )
}
