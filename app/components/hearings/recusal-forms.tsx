import { NativeSelect, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import rooms from '#app/components/meetings/room.module.css'
import { active, holderOf, isTribunal } from '#domain/hearings/people.ts'
import type { RecusalApplication } from '#domain/hearings/types.ts'
import { ReasonForm } from './reason-form.tsx'
import { useHearing } from './room-context.tsx'

/** An application and, for whoever rules on it, the ruling. On the chair the ordering body rules, the recorder enters it. */
export function Ruling({ recusal }: { recusal: RecusalApplication }) {
  const { t } = useTranslation('hearings')
  const { state, own, personName } = useHearing()
  const [granted, setGranted] = useState(true)
  const onChair = recusal.personId === holderOf(state, 'chair')
  const rules = own.may['rule-on-recusal'] === null
  return (
    <div className={rooms.notice} id={`recusal-${recusal.id}`}>
      <p>
        {t('hearings:recusal.pending', {
          name: personName(recusal.personId),
          by: personName(recusal.by),
        })}
        {recusal.reason ? t('hearings:recusal.because', { reason: recusal.reason }) : null}
      </p>
      {rules ? (
        <ReasonForm
          label={t('hearings:recusal.rulingReason')}
          records={t(onChair ? 'hearings:recusal.enteredRecords' : 'hearings:recusal.rulingRecords')}
          submit={t(granted ? 'hearings:recusal.grant' : 'hearings:recusal.reject')}
          command={(reason) => ({ type: 'rule-on-recusal', recusalId: recusal.id, granted, reason })}
        >
          <Radio.Group
            value={granted ? 'yes' : 'no'}
            onChange={(value) => setGranted(value === 'yes')}
            aria-label={t('hearings:recusal.title')}
          >
            <Stack gap="xs">
              <Radio value="yes" label={t('hearings:recusal.grant')} />
              <Radio value="no" label={t('hearings:recusal.reject')} />
            </Stack>
          </Radio.Group>
        </ReasonForm>
      ) : null}
    </div>
  )
}

/** Against chair, member or recorder; of the tribunal each against himself. */
export function RecusalForm() {
  const { t } = useTranslation('hearings')
  const { state, own, mine } = useHearing()
  const tribunal = active(state).filter(
    (one) =>
      isTribunal(one.capacity) && (!mine || !isTribunal(mine.capacity) || one.personId === own.personId),
  )
  const [chosen, setChosen] = useState('')
  const personId = tribunal.some((one) => one.personId === chosen) ? chosen : (tribunal[0]?.personId ?? '')
  return (
    <ReasonForm
      label={t('hearings:recusal.reason')}
      hint={t('hearings:recusal.hint')}
      submit={t('hearings:recusal.submit')}
      command={(reason) => ({ type: 'apply-for-recusal', personId, reason })}
    >
      <NativeSelect
        label={t('hearings:recusal.person')}
        value={personId}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={tribunal.map((one) => ({
          value: one.personId,
          label: `${one.name}（${t(`hearings:capacity.${one.capacity}`)}）`,
        }))}
      />
    </ReasonForm>
  )
}
