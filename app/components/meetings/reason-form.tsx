import { Stack, Text, type ButtonProps } from '@mantine/core'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LegalActButton } from '#app/components/ui/legal-act-button.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { useAct, useMeeting } from './room-context.tsx'

interface ReasonFormProps {
  readonly label: string
  readonly hint?: string
  readonly records?: string
  /** Asks before it acts, saying what the record will say. */
  readonly asks?: boolean
  readonly submit: string
  readonly color?: ButtonProps['color']
  readonly command: (reason: string) => MeetingCommand
  /** Further fields above the reason. */
  readonly children?: ReactNode
  readonly onDone?: () => void
}

/** A command with a written reason. What was typed stays when it is refused. */
export function ReasonForm({
  label,
  hint,
  records,
  asks = false,
  submit,
  color,
  command,
  children,
  onDone,
}: ReasonFormProps) {
  const { t } = useTranslation('common')
  const { may } = useMeeting()
  const { act, busy, refusal, forget } = useAct()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)

  async function run() {
    if (reason.trim() === '') {
      setMissing(true)
      return
    }
    // The field says so.
    if (exceeds(reason, REASON_LIMIT)) return
    if (await act(command(reason.trim()))) {
      setReason('')
      onDone?.()
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void run()
      }}
    >
      <Stack gap="sm">
        {children}
        <LimitedTextarea
          label={label}
          description={hint}
          value={reason}
          autosize
          minRows={2}
          limit={REASON_LIMIT}
          required
          error={missing ? t('common:invalid.required') : null}
          onChange={(event) => {
            setReason(event.currentTarget.value)
            setMissing(false)
          }}
        />
        {records && !asks ? <Text c="dimmed">{records}</Text> : null}
        <div>
          {asks ? (
            <LegalActButton
              variant="light"
              legal={false}
              records={records}
              refusal={may(command('—'))}
              busy={busy}
              onAct={() => void run()}
            >
              {submit}
            </LegalActButton>
          ) : (
            <ReasonedButton
              type="submit"
              variant="light"
              {...(color ? { color } : {})}
              refusal={may(command('—'))}
              busy={busy}
            >
              {submit}
            </ReasonedButton>
          )}
        </div>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
}
