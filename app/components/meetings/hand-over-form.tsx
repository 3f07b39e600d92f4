import { NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandButton } from './command-button.tsx'
import { useMeeting } from './room-context.tsx'

export function HandOverForm({ onDone }: { onDone?: () => void }) {
  const { t } = useTranslation('meetings')
  const { state } = useMeeting()
  const others = state.membersDue.filter((member) => member.personId !== state.chairId)
  const [personId, setPersonId] = useState(others[0]?.personId ?? '')
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('meetings:dock.handOverTo')}
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
        data={others.map((member) => ({
          value: member.personId,
          label: `${member.name}（${member.bodyName}）`,
        }))}
      />
      <div>
        <CommandButton
          variant="light"
          command={{ type: 'hand-over-chair', personId }}
          records={t('meetings:dock.handOverRecords')}
          {...(onDone ? { onDone } : {})}
        >
          {t('meetings:dock.handOver')}
        </CommandButton>
      </div>
    </Stack>
  )
}
