import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useKeptWords } from '#app/components/ui/use-kept-words.ts'
import { active, isInRoom } from '#domain/hearings/people.ts'
import { KeptReasonForm } from './kept-reason-form.tsx'
import { useHearing } from './room-context.tsx'

const QUESTION_LIMIT = 1000

/** A question to somebody who is in the room. */
export function QuestionForm() {
  const { t } = useTranslation('hearings')
  const { state, own } = useHearing()
  const others = active(state).filter(
    (one) => isInRoom(one) && one.personId !== own.personId && one.capacity !== 'observer',
  )
  const [chosen, setChosen] = useKeptWords(`${state.id} question to`)
  const to = others.some((one) => one.personId === chosen) ? (chosen ?? '') : (others[0]?.personId ?? '')
  if (to === '') return <p>{t('hearings:questions.nobody')}</p>
  return (
    <KeptReasonForm
      label={t('hearings:questions.text')}
      submit={t('hearings:questions.submit')}
      limit={QUESTION_LIMIT}
      keep="question"
      command={(text) => ({ type: 'put-question', to, text })}
      onDone={() => setChosen(null)}
    >
      <NativeSelect
        label={t('hearings:questions.to')}
        value={to}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={others.map((one) => ({
          value: one.personId,
          label: `${one.name}（${t(`hearings:capacity.${one.capacity}`)}）`,
        }))}
      />
    </KeptReasonForm>
  )
}
