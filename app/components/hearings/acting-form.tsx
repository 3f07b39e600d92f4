import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fold } from '#app/components/meetings/fold.tsx'
import { holderOf, inCapacity } from '#domain/hearings/people.ts'
import { ReasonForm } from './reason-form.tsx'
import { useHearing } from './room-context.tsx'

const OFFICES = ['chair', 'recorder'] as const

/** The office's way on where chair or recorder cannot finish the papers (H-184). */
export function ActingForm() {
  const { t } = useTranslation('hearings')
  const { state, own } = useHearing()
  const [capacity, setCapacity] = useState<(typeof OFFICES)[number]>('chair')
  const [picked, setPicked] = useState('')
  const taken = OFFICES.map((office) => holderOf(state, office))
  const able = inCapacity(state, 'member').filter(
    (one) =>
      one.spans.length > 0 && !one.expelled && one.personId !== own.personId && !taken.includes(one.personId),
  )
  const personId = able.some((one) => one.personId === picked) ? picked : (able[0]?.personId ?? '')
  const offices = state.transcript.frozen ? OFFICES.slice(0, 1) : OFFICES
  return (
    <Fold title={t('hearings:acting.title')}>
      <p>{t('hearings:acting.about')}</p>
      <ReasonForm
        asks
        label={t('hearings:acting.reason')}
        hint={t('hearings:acting.reasonHint')}
        records={t('hearings:acting.records')}
        submit={t(`hearings:acting.submit.${capacity}`)}
        command={(reason) => ({ type: 'appoint-acting', capacity, personId, reason })}
      >
        <NativeSelect
          label={t('hearings:acting.which')}
          value={capacity}
          onChange={(event) =>
            setCapacity(offices.find((one) => one === event.currentTarget.value) ?? 'chair')
          }
          data={offices.map((value) => ({ value, label: t(`hearings:capacity.${value}`) }))}
        />
        <NativeSelect
          label={t('hearings:acting.who')}
          value={personId}
          onChange={(event) => setPicked(event.currentTarget.value)}
          data={able.map((one) => ({ value: one.personId, label: `${one.name}（${one.bodyName}）` }))}
        />
      </ReasonForm>
    </Fold>
  )
}
