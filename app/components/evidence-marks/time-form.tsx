import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockOf } from '#app/components/ui/date-time.tsx'
import type { EvidencePiece } from '#domain/cases/evidence-types.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { MarkForm } from './mark-form.tsx'
import { secondOf } from './second-of.ts'

interface TimeFormProps {
  readonly piece: EvidencePiece
  readonly player: HTMLMediaElement | null
  readonly refusal: Refusal | null
}

/** A moment of a recording: where the player stands, or typed. */
export function TimeForm({ piece, player, refusal }: TimeFormProps) {
  const { t } = useTranslation('evidence-marks')
  const [typed, setTyped] = useState('0:00')
  const second = secondOf(typed)
  const length = player?.duration ?? NaN
  const isBeyond = second !== null && second > length
  const isWrong = second === null || isBeyond
  return (
    <MarkForm
      piece={piece}
      place={isWrong ? null : { kind: 'time', second }}
      refusal={refusal}
      fields={
        <Group gap="xs" align="flex-end">
          <TextInput
            label={t('evidence-marks:time')}
            description={t('evidence-marks:timeHint')}
            value={typed}
            error={isWrong ? t(`evidence-marks:${isBeyond ? 'timeBeyond' : 'timeWrong'}`) : null}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button variant="default" onClick={() => setTyped(clockOf(Math.floor(player?.currentTime ?? 0)))}>
            {t('evidence-marks:now')}
          </Button>
        </Group>
      }
    />
  )
}
