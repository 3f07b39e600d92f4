import type { ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { useAct, useMeeting } from './room-context.tsx'

interface CommandButtonProps extends Omit<ButtonProps, 'onClick' | 'disabled'> {
  readonly command: MeetingCommand
  readonly children: ReactNode
  /** What the record will say; asks before it acts. */
  readonly records?: ReactNode
  /** Cinnabar: only what opens, closes and announces a ballot. */
  readonly legal?: boolean
  readonly onDone?: () => void
}

/** One press, one command. Where the rule says no it stays, reachable, and says why. */
export function CommandButton({
  command,
  children,
  records,
  legal = false,
  onDone,
  ...look
}: CommandButtonProps) {
  const { may } = useMeeting()
  const { act, busy, refusal, forget } = useAct()
  const run = () => {
    void act(command).then((done) => {
      if (done) onDone?.()
    })
  }
  return (
    <>
      {records === undefined ? (
        <ReasonedButton {...look} refusal={may(command)} busy={busy} onClick={run}>
          {children}
        </ReasonedButton>
      ) : (
        <LegalActButton
          {...look}
          legal={legal}
          records={records}
          refusal={may(command)}
          busy={busy}
          onAct={run}
        >
          {children}
        </LegalActButton>
      )}
      <RefusalAlert refusal={refusal} onClose={forget} />
    </>
  )
}
