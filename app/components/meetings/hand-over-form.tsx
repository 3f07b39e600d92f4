import { NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPresent } from '#domain/meetings/participants.ts'
import { CommandButton } from './command-button.tsx'
import { ReasonForm } from './reason-form.tsx'
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

/** The secretary's way on where the chair is gone or has no device. */
export function ActingChairForm() {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  const others = state.membersDue.filter(
    ({ personId }) => personId !== state.chairId && personId !== me.personId && isPresent(state, personId),
  )
  const [picked, setPicked] = useState('')
  const personId = others.some((one) => one.personId === picked) ? picked : (others[0]?.personId ?? '')
  return (
    <ReasonForm
      asks
      label={t('meetings:dock.actingReason')}
      hint={t('meetings:dock.actingHint')}
      records={t('meetings:dock.actingRecords')}
      submit={t('meetings:dock.acting')}
      command={(reason) => ({ type: 'hand-over-chair', personId, reason })}
    >
      <NativeSelect
        label={t('meetings:dock.actingWho')}
        value={personId}
        onChange={(event) => setPicked(event.currentTarget.value)}
        data={others.map((member) => ({
          value: member.personId,
          label: `${member.name}（${member.bodyName}）`,
        }))}
      />
    </ReasonForm>
  )
}
