import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VOID_GROUNDS, type Poll, type VoidGround } from '#domain/ballots/types.ts'
import { Fold } from './fold.tsx'
import { ReasonForm } from './reason-form.tsx'

/** The chair voids a ballot; once its count is known only on a ground, for somebody else to review. */
export function VoidForm({ poll }: { poll: Poll }) {
  const { t } = useTranslation('ballots')
  const [ground, setGround] = useState<VoidGround>(VOID_GROUNDS[0])
  if (poll.status === 'open' && poll.method !== 'show-of-hands')
    return (
      <Fold title={t('ballots:steps.void')}>
        <ReasonForm
          label={t('ballots:steps.voidReason')}
          hint={t('ballots:steps.voidRecords')}
          submit={t('ballots:steps.void')}
          color="cinnabar"
          command={(reason) => ({ type: 'void-ballot', pollId: poll.id, reason })}
        />
      </Fold>
    )
  return (
    <Fold title={t('ballots:steps.askVoid')}>
      <ReasonForm
        label={t('ballots:steps.voidDetails')}
        submit={t('ballots:steps.askVoid')}
        color="cinnabar"
        command={(reason) => ({ type: 'void-ballot', pollId: poll.id, reason, ground })}
      >
        <NativeSelect
          label={t('ballots:steps.voidGround')}
          description={t('ballots:steps.askVoidRecords')}
          value={ground}
          onChange={(event) => setGround(event.currentTarget.value as VoidGround)}
          data={VOID_GROUNDS.map((value) => ({ value, label: t(`ballots:voidGround.${value}`) }))}
        />
      </ReasonForm>
    </Fold>
  )
}
