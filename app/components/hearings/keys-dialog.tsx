import { useTranslation } from 'react-i18next'
import { Dialog } from '#app/components/ui/dialog.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { useHearing } from './room-context.tsx'

const ALL = [
  ['?', 'help'],
  ['p', 'main'],
  ['l', 'people'],
  ['c', 'comments'],
  ['t', 'hand'],
] as const
const OF_CHAIR = [['d', 'dock']] as const
const OF_QUEUE = [
  ['j k', 'move'],
  ['a', 'admit'],
  ['n', 'answer'],
  ['h', 'hold'],
  ['s', 'strike'],
  ['m', 'merge'],
  ['u', 'undo'],
] as const
const LAST = [['Esc', 'close']] as const

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('hearings')
  const { mine } = useHearing()
  const chair = mine?.capacity === 'chair'
  const queue = chair || mine?.capacity === 'recorder'
  const shown = [...ALL, ...(chair ? OF_CHAIR : []), ...(queue ? OF_QUEUE : []), ...LAST]
  return (
    <Dialog opened onClose={onClose} title={t('hearings:keys.title')}>
      <dl className={rooms.keys}>
        {shown.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`hearings:keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('hearings:keys.note')}</p>
    </Dialog>
  )
}
