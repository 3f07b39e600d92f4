import { useTranslation } from 'react-i18next'
import { hasEnded } from '#domain/meetings/items.ts'
import { isCutOff, pendingRecusals } from '#domain/meetings/recusals.ts'
import type { AgendaItem } from '#domain/meetings/types.ts'
import { Fold } from './fold.tsx'
import { RecusalForms, Ruling } from './forms.ts'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'

/** Recusal for an item: what waits for a ruling, who is recused, and the forms (F-18). */
export function RecusalPanel({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  const { state, me, personName } = useMeeting()
  const inForce = state.recusals.filter(
    (recusal) => recusal.itemId === item.id && recusal.status === 'in-force',
  )
  const pending = pendingRecusals(state, item.id)
  if (isCutOff(state, item, me.personId)) return null
  return (
    <div className={classes.part}>
      {inForce.length > 0 ? (
        <p>
          {inForce
            .map((recusal) => t('meetings:recusal.inForce', { name: personName(recusal.personId) }))
            .join(t('meetings:clause'))}
        </p>
      ) : null}
      {pending.map((recusal) => (
        <Ruling key={recusal.id} recusal={recusal} />
      ))}
      {hasEnded(item) ? null : (
        <Fold title={t('meetings:recusal.open')}>
          <RecusalForms item={item} />
        </Fold>
      )}
    </div>
  )
}
