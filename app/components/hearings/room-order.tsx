import { NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '#domain/hearings/types.ts'
import { ReasonForm } from './reason-form.tsx'
import { CommandButton } from './room-context.tsx'

const STEPS = ['warn', 'mute', 'expel'] as const
type Step = (typeof STEPS)[number]

/** Warned, silenced, sent out: each with its reason, and with what it does said before. */
export function RoomOrder({ one }: { one: Participant }) {
  const { t } = useTranslation('hearings')
  const [step, setStep] = useState<Step>('warn')
  const { personId } = one
  return (
    <Stack gap="sm">
      {one.mutedAt ? (
        <div>
          <CommandButton size="sm" variant="default" command={{ type: 'unmute', personId }}>
            {t('hearings:order.unmute')}
          </CommandButton>
        </div>
      ) : null}
      <ReasonForm
        label={t('hearings:order.reason')}
        records={t(`hearings:order.${step}Records`)}
        asks={step === 'expel'}
        submit={t(`hearings:order.${step}`)}
        command={(reason) => ({ type: step, personId, reason })}
      >
        <NativeSelect
          label={t('hearings:order.step')}
          value={step}
          onChange={(event) => setStep(STEPS.find((each) => each === event.currentTarget.value) ?? 'warn')}
          data={STEPS.map((value) => ({ value, label: t(`hearings:order.${value}`) }))}
        />
      </ReasonForm>
    </Stack>
  )
}
