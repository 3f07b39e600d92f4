import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import rooms from '#app/components/meetings/room.module.css'
import { useKeptWords } from '#app/components/ui/use-kept-words.ts'
import { mustHaveWords } from '#domain/hearings/passages.ts'
import { active } from '#domain/hearings/people.ts'
import { KeptReasonForm } from './kept-reason-form.tsx'
import { useHearing } from './room-context.tsx'

const PASSAGE_LIMIT = 5000

/** The recorder writes what somebody said, also of who has left since: whoever speaks now is chosen already. */
export function PassageForm() {
  const { t } = useTranslation('hearings')
  const { state } = useHearing()
  const people = active(state).filter((one) => mustHaveWords(state, one) === null)
  const speaks = state.floor.speaking?.personId ?? state.floor.heard.at(-1)?.personId ?? ''
  const [chosen, setChosen] = useKeptWords(`${state.id} passage of`)
  const personId =
    [chosen, speaks, people[0]?.personId].find((id) => people.some((one) => one.personId === id)) ?? ''
  return (
    // Words that are half written stay with whose they are when the floor goes on, also over a reload.
    <div className={rooms.ownStatement} onInput={() => setChosen(chosen ?? personId)}>
      <KeptReasonForm
        label={t('hearings:passages.text')}
        hint={t('hearings:passages.textHint')}
        submit={t('hearings:passages.submit')}
        limit={PASSAGE_LIMIT}
        keep="passage"
        command={(text) => ({ type: 'write-passage', personId, text })}
        onDone={() => setChosen(null)}
      >
        <NativeSelect
          label={t('hearings:passages.who')}
          value={personId}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={people.map((one) => ({
            value: one.personId,
            label: `${one.name}（${t(`hearings:capacity.${one.capacity}`)}）`,
          }))}
        />
      </KeptReasonForm>
    </div>
  )
}
