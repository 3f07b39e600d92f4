import { NativeSelect, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { CLOSED_GROUNDS, type HearingPreset } from '#domain/hearings/phases.ts'

interface OpennessFieldsProps {
  readonly preset: HearingPreset
  readonly errorOf: (field: string) => string | null
}

/** A hearing on a case is closed, one for the public open, until somebody chooses otherwise. */
export function OpennessFields({ preset, errorOf }: OpennessFieldsProps) {
  const { t } = useTranslation('hearings-before')
  const [chosen, setChosen] = useState<'open' | 'closed' | null>(null)
  const openness = chosen ?? (preset === 'case' ? 'closed' : 'open')
  return (
    <>
      <Radio.Group
        name="openness"
        aria-label={t('hearings-before:new.openness')}
        value={openness}
        onChange={(value) => setChosen(value === 'open' ? 'open' : 'closed')}
      >
        <Stack gap="xs">
          <Radio
            value="closed"
            label={t('hearings-before:new.closedTo')}
            description={t('hearings-before:new.closedToHint')}
          />
          <Radio
            value="open"
            label={t('hearings-before:new.openTo')}
            description={t('hearings-before:new.openToHint')}
          />
        </Stack>
      </Radio.Group>
      {openness === 'closed' ? (
        <NativeSelect
          name="closedGround"
          label={t('hearings-before:new.ground')}
          w="min(100%, 360px)"
          data={CLOSED_GROUNDS.map((value) => ({ value, label: t(`hearings-before:closedGround.${value}`) }))}
          error={errorOf('closedGround')}
        />
      ) : (
        <LimitedTextarea
          name="openReason"
          label={t('hearings-before:new.openReason')}
          description={preset === 'case' ? t('hearings-before:new.openReasonHint') : undefined}
          limit={REASON_LIMIT}
          autosize
          minRows={2}
          required={preset === 'case'}
          error={errorOf('openReason')}
        />
      )}
    </>
  )
}
