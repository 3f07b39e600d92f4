import { Group, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SpeakingTime } from '#app/components/ui/speaking-time.tsx'
import { FLOOR_KINDS, type FloorKind, type FloorRequest } from '#domain/meetings/types.ts'
import { CommandButton } from './command-button.tsx'
import { useMeeting } from './room-context.tsx'
import classes from './room.module.css'

/** The chair gives the floor for a time: the meeting's usual one, or another. */
export function GrantForm({ request }: { request: FloorRequest }) {
  const { t } = useTranslation('meetings')
  const { state, personName } = useMeeting()
  const [seconds, setSeconds] = useState(state.rules.speakingSeconds)
  return (
    <Group gap="xs" wrap="wrap">
      <SpeakingTime usual={state.rules.speakingSeconds} seconds={seconds} onChange={setSeconds} />
      <CommandButton variant="light" command={{ type: 'grant-floor', requestId: request.id, seconds }}>
        {t('meetings:floor.grant', { name: personName(request.personId) })}
      </CommandButton>
    </Group>
  )
}

interface HandKindsProps {
  readonly kind: FloorKind
  readonly onChoose: (kind: FloorKind) => void
}

export function HandKinds({ kind, onChoose }: HandKindsProps) {
  const { t } = useTranslation('meetings')
  return (
    <>
      <Radio.Group
        value={kind}
        onChange={(value) => onChoose(FLOOR_KINDS.find((one) => one === value) ?? kind)}
        aria-label={t('meetings:floor.raiseKind')}
      >
        <Group gap="md">
          {FLOOR_KINDS.map((one) => (
            <Radio key={one} value={one} label={t(`meetings:floorKind.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
      <p className={classes.quiet}>{t('meetings:floor.pointFirst')}</p>
    </>
  )
}
