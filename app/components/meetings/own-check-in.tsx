import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isParticipant, isPresent } from '#domain/meetings/participants.ts'
import { CommandButton } from './command-button.tsx'
import { Fold } from './fold.tsx'
import { CodeForm } from './forms.ts'
import { useMeeting } from './room-context.tsx'
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
          <CodeForm />
        </Fold>
      </Stack>
    </section>
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
