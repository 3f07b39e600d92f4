import { useTranslation } from 'react-i18next'
import rooms from '#app/components/meetings/room.module.css'
import { DateTime } from '#app/components/ui/date-time.tsx'
import { FEEDBACK_DAYS } from '#domain/hearings/rules.ts'
import { KeptReasonForm } from './forms.ts'
import { useHearing } from './room-context.tsx'
import classes from './hearing.module.css'

/** After the decision: what was adopted and why the rest was not, for all who took part (REQ-087). */
export function Feedback() {
  const { t } = useTranslation('hearing-ways')
  const { state, own } = useHearing()
  const gives = own.may['give-feedback'] === null
  if (state.status !== 'finished' || (!state.feedback && !gives)) return null
  return (
    <section className={rooms.part} aria-labelledby="feedback-title" id="hearing-feedback">
      <h3 id="feedback-title" className={rooms.stageTitle}>
        {t('hearing-ways:feedback.title')}
      </h3>
      {state.feedback ? (
        <>
          <p className={classes.feedback}>{state.feedback.text}</p>
          <p className={rooms.quiet}>
            <DateTime value={state.feedback.at} />
          </p>
        </>
      ) : (
        <KeptReasonForm
          label={t('hearing-ways:feedback.text')}
          hint={t('hearing-ways:feedback.hint', { days: FEEDBACK_DAYS })}
          records={t('hearing-ways:feedback.records')}
          asks
          keep="feedback"
          submit={t('hearing-ways:feedback.submit')}
          command={(text) => ({ type: 'give-feedback', text })}
        />
      )}
    </section>
  )
}
