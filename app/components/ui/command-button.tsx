import type { ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Refusal } from '#domain/record/refusal.ts'
import { LegalActButton } from './legal-act-button.tsx'
import { ReasonedButton } from './reasoned-button.tsx'
import { RefusalAlert } from './refusal-alert.tsx'
import { useActWith } from './use-act.ts'

/** Where a command goes, and why it may not go there now. */
export interface Acting<Command> {
  readonly may: (command: Command) => Refusal | null
  readonly send: (command: Command) => Promise<Refusal | null>
}

export interface CommandButtonProps<Command> extends Omit<ButtonProps, 'onClick' | 'disabled'> {
  readonly command: Command
  readonly children: ReactNode
  /** What the record will say; asks before it acts. */
  readonly records?: ReactNode
  /** Cinnabar: only what opens, closes and announces a ballot. */
  readonly legal?: boolean
  readonly onDone?: () => void
}

/** One press, one command. Where the rule says no it stays, reachable, and says why. */
export function CommandButton<Command>({
  may,
  send,
  command,
  children,
  records,
  legal = false,
  onDone,
  ...look
}: CommandButtonProps<Command> & Acting<Command>) {
  const { act, busy, refusal, forget } = useActWith(send)
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
