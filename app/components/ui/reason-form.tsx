import { Stack, Text, type ButtonProps } from '@mantine/core'
import { exceeds, REASON_LIMIT } from './limit.ts'
import { LimitedTextarea } from './limited.tsx'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LegalActButton } from './legal-act-button.tsx'
import { ReasonedButton } from './reasoned-button.tsx'
import { RefusalAlert } from './refusal-alert.tsx'
import type { Acting } from './command-button.tsx'
import { useActWith } from './use-act.ts'
import type { HalfWritten } from './use-kept-words.ts'

export interface ReasonFormProps<Command> {
  readonly label: string
  readonly hint?: string
  readonly records?: string
  /** Asks before it acts, saying what the record will say. */
  readonly asks?: boolean
  readonly submit: string
  readonly color?: ButtonProps['color']
  /** Characters; a reason's where absent. */
  readonly limit?: number
  /** The reason, where it outlives this form half written. */
  readonly kept?: HalfWritten
  readonly command: (reason: string) => Command
  /** Further fields above the reason. */
  readonly children?: ReactNode
  readonly onDone?: () => void
}

/** A command with a written reason. What was typed stays when it is refused. */
export function ReasonForm<Command>({
  may,
  send,
  label,
  hint,
  records,
  asks = false,
  submit,
  color,
  limit = REASON_LIMIT,
  kept,
  command,
  children,
  onDone,
}: ReasonFormProps<Command> & Acting<Command>) {
  const { t } = useTranslation('common')
  const { act, busy, refusal, forget } = useActWith(send)
  const here = useState<string | null>(null)
  const [written, setWritten] = kept ?? here
  const reason = written ?? ''
  const [missing, setMissing] = useState(false)

  async function run() {
    if (reason.trim() === '') {
      setMissing(true)
      return
    }
    // The field says so.
    if (exceeds(reason, limit)) return
    if (await act(command(reason.trim()))) {
      setWritten(null)
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
          limit={limit}
          required
          error={missing ? t('common:invalid.required') : null}
          onChange={(event) => {
            setWritten(event.currentTarget.value)
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
