import { useTranslation } from 'react-i18next'
import { Fold } from '#app/components/meetings/fold.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { RecusalForm, Ruling } from './forms.ts'
import { useHearing } from './room-context.tsx'

/** Applications against the tribunal, and how they were ruled on (F-34, F-41). */
export function RecusalPanel() {
  const { t } = useTranslation('hearings')
  const { state, own, may, personName } = useHearing()
  const known = new Map([...state.recusals, ...own.recusals].map((one) => [one.id, one]))
  const recusals = [...known.values()]
  const applying = may({ type: 'apply-for-recusal' }) === null
  if (recusals.length === 0 && !applying) return null
  const ruled = recusals.filter((one) => one.ruling !== null)
  return (
    <section aria-labelledby="recusal-title" className={rooms.part}>
      <h3 id="recusal-title" className={rooms.partTitle}>
        {t('hearings:recusal.title')}
      </h3>
      {recusals
        .filter((one) => one.ruling === null)
        .map((one) => (
          <Ruling key={one.id} recusal={one} />
        ))}
      {ruled.map((one) => (
        <p key={one.id}>
          {t(one.ruling?.granted ? 'hearings:recusal.granted' : 'hearings:recusal.rejected', {
            name: personName(one.personId),
          })}
          {one.ruling?.reason ? <span className={rooms.quiet}> {one.ruling.reason}</span> : null}
        </p>
      ))}
      {applying ? (
        <Fold title={t('hearings:recusal.open')}>
          <RecusalForm />
        </Fold>
      ) : null}
    </section>
  )
}
