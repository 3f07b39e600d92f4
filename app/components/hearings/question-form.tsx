import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { active, isInRoom } from '#domain/hearings/people.ts'
import { ReasonForm } from './reason-form.tsx'
import { useHearing } from './room-context.tsx'

const QUESTION_LIMIT = 1000

/** A question to somebody who is in the room. */
export function QuestionForm() {
  const { t } = useTranslation('hearings')
  const { state, own } = useHearing()
  const others = active(state).filter(
    (one) => isInRoom(one) && one.personId !== own.personId && one.capacity !== 'observer',
  )
  const [chosen, setChosen] = useState('')
  const to = others.some((one) => one.personId === chosen) ? chosen : (others[0]?.personId ?? '')
  if (to === '') return <p>{t('hearings:questions.nobody')}</p>
  return (
    <ReasonForm
      label={t('hearings:questions.text')}
      submit={t('hearings:questions.submit')}
      limit={QUESTION_LIMIT}
      command={(text) => ({ type: 'put-question', to, text })}
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
    </ReasonForm>
  )
}
