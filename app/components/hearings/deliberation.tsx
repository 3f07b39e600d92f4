import { useTranslation } from 'react-i18next'
import rooms from '#app/components/meetings/room.module.css'
import { inCapacity } from '#domain/hearings/people.ts'
import { SEES } from '#domain/hearings/sight.ts'
import { OpinionForm } from './forms.ts'
import { useHearing } from './room-context.tsx'
import classes from './hearing.module.css'

/** The tribunal alone: opinions and their reasons. Everybody else reads that it deliberates, and gets nothing of it. */
export function Deliberation() {
  const { t } = useTranslation('hearings')
  const { state, shared, own, personName } = useHearing()
  if (!SEES[shared.sight].closedRoom)
    return (
      <section className={rooms.part} aria-labelledby="deliberation-title">
        <h3 id="deliberation-title" className={rooms.stageTitle}>
          {t('hearings:deliberation.alone')}
        </h3>
        <p>{t('hearings:deliberation.wait')}</p>
      </section>
    )
  const given = new Set(state.opinions.map((one) => one.personId))
  const missing = inCapacity(state, 'member').filter((one) => !given.has(one.personId))
  return (
    <section className={rooms.part} aria-labelledby="deliberation-title">
      <h3 id="deliberation-title" className={rooms.partTitle}>
        {t('hearings:deliberation.title')}
      </h3>
      <p className={rooms.notice}>{t('hearings:deliberation.closed')}</p>
      <p className={rooms.quiet}>
        {missing.length > 0
          ? t('hearings:deliberation.missing', {
              names: missing.map((one) => one.name).join(t('hearings:and')),
            })
          : t('hearings:deliberation.complete')}
      </p>
      {state.opinions.length > 0 ? (
        <ul className={classes.list}>
          {state.opinions.map((opinion) => (
            <li key={opinion.personId}>
              <div className={classes.stand}>
                <strong>{personName(opinion.personId)}</strong>
                <span>{t(`hearings:stand.${opinion.stand}`)}</span>
              </div>
              <p className={classes.said}>{opinion.reason}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {own.may['give-opinion'] === null ? <OpinionForm /> : null}
    </section>
  )
}
