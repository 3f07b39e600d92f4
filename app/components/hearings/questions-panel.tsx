import { useTranslation } from 'react-i18next'
import { Fold } from '#app/components/meetings/fold.tsx'
import rooms from '#app/components/meetings/room.module.css'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import type { Question } from '#domain/hearings/types.ts'
import { QuestionForm } from './forms.ts'
import { CommandButton, useHearing } from './room-context.tsx'
import classes from './hearing.module.css'

/** Questions put to a person, newest first; chair and recorder mark them answered or not. */
export function QuestionsPanel() {
  const { t } = useTranslation('hearings')
  const { state, own, may } = useHearing()
  // A witness sees of the list what was put to him or by him, and nothing else.
  const known = new Map([...state.questions, ...own.questions].map((one) => [one.id, one]))
  const questions = [...known.values()].sort((a, b) => b.at.localeCompare(a.at))
  const asking = may({ type: 'put-question' }) === null
  if (questions.length === 0 && !asking) return null
  return (
    <section aria-labelledby="questions-title" className={rooms.part}>
      <h3 id="questions-title" className={rooms.partTitle}>
        {t('hearings:questions.title')}
      </h3>
      {asking ? (
        <Fold title={t('hearings:questions.ask')}>
          <QuestionForm />
        </Fold>
      ) : null}
      {questions.length === 0 ? null : (
        <ol className={classes.list}>
          {questions.map((question) => (
            <Line key={question.id} question={question} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Line({ question }: { question: Question }) {
  const { t } = useTranslation('hearings')
  const { mine, state, personName } = useHearing()
  const marks = (mine?.capacity === 'chair' || mine?.capacity === 'recorder') && state.status === 'open'
  const { answered } = question
  return (
    <li>
      <div className={classes.stand}>
        <span>
          {t('hearings:questions.put', { from: personName(question.from), to: personName(question.to) })}
        </span>
        <StatusBadge tone={answered ? (answered.yes ? 'good' : 'neutral') : 'waiting'}>
          {t(`hearings:questions.${answered ? (answered.yes ? 'answered' : 'unanswered') : 'waits'}`)}
        </StatusBadge>
      </div>
      <p className={classes.said}>{question.text}</p>
      {marks ? (
        <div className={classes.actions}>
          {[true, false]
            .filter((yes) => answered?.yes !== yes)
            .map((yes) => (
              <CommandButton
                key={String(yes)}
                size="sm"
                variant="default"
                command={{ type: 'mark-question', questionId: question.id, answered: yes }}
              >
                {t(yes ? 'hearings:questions.markAnswered' : 'hearings:questions.markUnanswered')}
              </CommandButton>
            ))}
        </div>
      ) : null}
    </li>
  )
}
