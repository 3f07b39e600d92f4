import { Checkbox, Group, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { active, isInRoom, sideOf } from '#domain/hearings/people.ts'
import type { SpeakingRequest } from '#domain/hearings/types.ts'
import { CommandButton, useHearing } from './room-context.tsx'

const MINUTES = [1, 2, 3, 5, 10, 15, 30]

/** The chair gives the floor: for the time of the side, or for another. */
export function GrantForm({ request }: { request: SpeakingRequest }) {
  const { t } = useTranslation(['hearings', 'meetings'])
  const { state, personName } = useHearing()
  const usual = state.rules.speakingSeconds[request.side]
  const [seconds, setSeconds] = useState(String(usual))
  const choices = [...new Set([...MINUTES.map((minutes) => minutes * 60), usual])].sort((a, b) => a - b)
  return (
    <Group gap="xs" wrap="wrap">
      <NativeSelect
        aria-label={t('meetings:floor.seconds')}
        data={choices.map((choice) => ({
          value: String(choice),
          label: t('meetings:floor.minutes', { count: Math.round(choice / 6) / 10 }),
        }))}
        value={seconds}
        onChange={(event) => setSeconds(event.currentTarget.value)}
      />
      <CommandButton
        variant="light"
        command={{ type: 'give-floor', requestId: request.id, seconds: Number(seconds) }}
      >
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
