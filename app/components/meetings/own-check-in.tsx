import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { isParticipant, isPresent } from '#domain/meetings/participants.ts'
import { CommandButton } from './command-button.tsx'
import { Fold } from './reason-form.tsx'
import { useAct, useMeeting } from './room-context.tsx'
import classes from './room.module.css'

/** Checking myself in: one press, or the code from the big screen. Once in, nothing is in the way. */
export function OwnCheckIn() {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  if (!isParticipant(state, me.personId) || isPresent(state, me.personId)) return null
  const before = state.presences.some((one) => one.personId === me.personId)
  return (
    <section className={classes.checkIn} aria-label={t('meetings:checkIn.title')}>
      <Stack gap="sm" align="flex-start">
        <CommandButton size="lg" command={{ type: 'check-in', personId: null, code: null }}>
          {t(before ? 'meetings:checkIn.again' : 'meetings:checkIn.self')}
        </CommandButton>
        <Fold title={t('meetings:checkIn.codeSubmit')}>
          <ByCode />
        </Fold>
      </Stack>
    </section>
  )
}

function ByCode() {
  const { t } = useTranslation('meetings')
  const { act, busy, refusal, forget } = useAct()
  const [code, setCode] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '') void act({ type: 'check-in', personId: null, code: code.trim() })
      }}
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('meetings:checkIn.code')}
            description={t('meetings:checkIn.codeHint')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
          />
          <Button type="submit" variant="light" loading={busy}>
            {t('meetings:checkIn.title')}
          </Button>
        </Group>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
}

/** Leaving the room: said before it is done, since the quorum may go with me. */
export function OwnCheckOut() {
  const { t } = useTranslation('meetings')
  const { state, me } = useMeeting()
  if (!isPresent(state, me.personId) || state.status === 'closed' || state.status === 'cancelled') return null
  return (
    <CommandButton
      variant="subtle"
      color="slate"
      command={{ type: 'check-out', personId: null }}
      records={t('meetings:checkIn.outRecords')}
    >
      {t('meetings:checkIn.out')}
    </CommandButton>
  )
}
