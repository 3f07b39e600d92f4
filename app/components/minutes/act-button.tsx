import { type ButtonProps } from '@mantine/core'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { useState, type ReactNode } from 'react'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { MinutesCommand } from '#domain/minutes/commands.ts'
import { useAct, useMinutes } from './minutes-context.tsx'

interface ActButtonProps extends Omit<ButtonProps, 'onClick' | 'disabled'> {
  readonly command: (reason: string) => MinutesCommand
  readonly children: ReactNode
  readonly records: ReactNode
  /** Label of the reason field; absent where no reason is asked. */
  readonly reason?: string
  /** Cinnabar: signing and issuing only. */
  readonly legal?: boolean
}

/** An act on the minutes: says what the record will hold, asks for a reason where one belongs, then acts. */
export function ActButton({ command, children, records, reason, legal = false, ...look }: ActButtonProps) {
  const { may } = useMinutes()
  const { act, busy, refusal, forget } = useAct()
  const [typed, setTyped] = useState('')
  const field = reason ? (
    <LimitedTextarea
      label={reason}
      autosize
      minRows={2}
      limit={REASON_LIMIT}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  ) : null
  return (
    <div>
      <LegalActButton
        {...look}
        legal={legal}
        records={records}
        fields={field}
        refusal={may(command('—'))}
        ready={!exceeds(typed, REASON_LIMIT)}
        busy={busy}
        onAct={() => void act(command(typed.trim())).then((done) => done && setTyped(''))}
      >
        {children}
      </LegalActButton>
      <RefusalAlert refusal={refusal} onClose={forget} />
    </div>
  )
}
