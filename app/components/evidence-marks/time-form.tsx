import { Button, Group, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockOf } from '#app/components/ui/date-time.tsx'
import { useKeptWords } from '#app/components/ui/use-kept-words.ts'
import type { EvidencePiece } from '#domain/cases/evidence-types.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { MarkForm } from './mark-form.tsx'
import { secondOf } from './second-of.ts'

interface TimeFormProps {
  readonly piece: EvidencePiece
  readonly player: HTMLMediaElement | null
  readonly refusal: Refusal | null
}

/** A moment of a recording: where the player stood when the note was begun, or typed. */
export function TimeForm({ piece, player, refusal }: TimeFormProps) {
  const { t } = useTranslation('evidence-marks')
  // With the note, which would else stand at another moment after a reload.
  const [left, setTyped] = useKeptWords(`moment of ${piece.id}`)
  const [played, setPlayed] = useState(0)
  useEffect(() => {
    if (!player) return
    const follow = () => setPlayed(Math.floor(player.currentTime))
    follow()
    player.addEventListener('timeupdate', follow)
    return () => player.removeEventListener('timeupdate', follow)
  }, [player])
  const typed = left ?? clockOf(played)
  const second = secondOf(typed)
  const length = player?.duration ?? NaN
  const isBeyond = second !== null && second > length
  const isWrong = second === null || isBeyond
  return (
    <div onInput={() => setTyped(typed)}>
      <MarkForm
        piece={piece}
        place={isWrong ? null : { kind: 'time', second }}
        refusal={refusal}
        onSaved={() => setTyped(null)}
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
    </div>
  )
}
