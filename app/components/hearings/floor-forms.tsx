import { Checkbox, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SpeakingTime } from '#app/components/ui/speaking-time.tsx'
import { active, isInRoom, sideOf } from '#domain/hearings/people.ts'
import type { SpeakingRequest } from '#domain/hearings/types.ts'
import { CommandButton, useHearing } from './room-context.tsx'

/** The chair gives the floor: for the time of the side, or for another. */
export function GrantForm({ request }: { request: SpeakingRequest }) {
  const { t } = useTranslation(['hearings', 'meetings'])
  const { state, personName } = useHearing()
  const usual = state.rules.speakingSeconds[request.side]
  const [seconds, setSeconds] = useState(usual)
  return (
    <Group gap="xs" wrap="wrap">
      <SpeakingTime usual={usual} seconds={seconds} onChange={setSeconds} />
      <CommandButton variant="light" command={{ type: 'give-floor', requestId: request.id, seconds }}>
        {t('meetings:floor.grant', { name: personName(request.personId) })}
      </CommandButton>
    </Group>
  )
}

/** Asking to speak also for others of the same view, who then need not (F-55). */
export function AskFor() {
  const { t } = useTranslation('hearings')
  const { state, mine } = useHearing()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const side = mine ? sideOf(mine.capacity) : 'none'
  const others = active(state).filter(
    (one) =>
      isInRoom(one) && one.personId !== mine?.personId && sideOf(one.capacity) === side && side !== 'none',
  )
  if (others.length === 0) return <p>{t('hearings:floor.noOthers')}</p>
  const alsoFor = chosen.filter((id) => others.some((one) => one.personId === id))
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label={t('hearings:floor.whom')}
        description={t('hearings:floor.whomHint')}
        value={[...alsoFor]}
        onChange={setChosen}
      >
        <Stack gap="xs" mt={4}>
          {others.map((one) => (
            <Checkbox key={one.personId} value={one.personId} label={one.name} />
          ))}
        </Stack>
      </Checkbox.Group>
      <div>
        <CommandButton variant="light" command={{ type: 'ask-to-speak', alsoFor: [...alsoFor] }}>
          {t('hearings:floor.askFor', { count: alsoFor.length })}
        </CommandButton>
      </div>
    </Stack>
  )
}
