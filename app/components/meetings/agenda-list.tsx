import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { isCutOff } from '#domain/meetings/recusals.ts'
import type { AgendaItem } from '#domain/meetings/types.ts'
import { moved } from './moved.ts'
import { OrderButtons } from './order-buttons.tsx'
import { PhaseWord } from './phase-word.tsx'
import { useAct, useMeeting } from './room-context.tsx'
import classes from './room.module.css'

export function AgendaList({ ordering }: { ordering: boolean }) {
  const { t } = useTranslation('meetings')
  const { state, may } = useMeeting()
  const { act, busy, refusal, forget } = useAct()
  const ids = state.items.map((item) => item.id)
  const orderOf = (place: number, by: -1 | 1): MeetingCommand | null => {
    const itemIds = moved(ids, place, by)
    // Items that are up or over keep their places, so changing places with one of them changes nothing.
    return itemIds && state.items[place + by]?.phase === 'pending'
      ? { type: 'reorder-items', itemIds: [...itemIds] }
      : null
  }
  const mayMove = (place: number, by: -1 | 1) => {
    const order = orderOf(place, by)
    return order !== null && may(order) === null
  }
  async function move(place: number, by: -1 | 1) {
    const order = orderOf(place, by)
    if (order) await act(order)
  }
  return (
    <section aria-labelledby="agenda-title">
      <h2 id="agenda-title" className={classes.panelTitle}>
        {t('meetings:agenda.title')}
      </h2>
      <ol className={classes.agenda}>
        {state.items.map((item, place) => (
          <li
            key={item.id}
            className={classes.agendaItem}
            aria-current={item.id === state.currentItemId ? 'step' : undefined}
          >
            <AgendaLine item={item} place={place} />
            {ordering && item.phase === 'pending' ? (
              <OrderButtons
                id={`item-${item.id}`}
                up={t('meetings:agenda.up', { n: place + 1 })}
                down={t('meetings:agenda.down', { n: place + 1 })}
                mayUp={!busy && mayMove(place, -1)}
                mayDown={!busy && mayMove(place, 1)}
                onMove={(by) => void move(place, by)}
              />
            ) : null}
          </li>
        ))}
      </ol>
      <RefusalAlert refusal={refusal} onClose={forget} />
    </section>
  )
}

function AgendaLine({ item, place }: { item: AgendaItem; place: number }) {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  const cut = isCutOff(state, item, me.personId)
  return (
    <div className={classes.agendaWords}>
      <span className={classes.quiet}>
        {t('meetings:agenda.itemN', { n: place + 1 })}
        {item.id === state.currentItemId ? ` · ${t('meetings:agenda.current')}` : ''}
      </span>
      <span>{cut ? t('meetings:agenda.recused') : `${item.caseNumber} ${item.caseTitle}`.trim()}</span>
      <PhaseWord phase={item.phase} />
      {item.deferral && !cut ? (
        <span className={classes.quiet}>
          {t('meetings:agenda.deferred', { reason: item.deferral.reason })}
        </span>
      ) : null}
    </div>
  )
}
