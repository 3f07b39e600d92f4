import { Button, Group, Stack, Text, type ButtonProps } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exceeds, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { HalfWritten } from '#app/components/ui/use-kept-words.ts'
import type { CaseCommand } from '#domain/cases/commands.ts'
import { useAct, useCase } from './case-room.tsx'
import { LimitedTextarea } from './fields.ts'

interface ActDialogProps {
  readonly label: string
  /** For a screen reader, where the same label stands several times on a page. */
  readonly name?: string
  /** One sentence: what the record will say. */
  readonly records: ReactNode
  readonly reason?: {
    readonly label: string
    readonly required: boolean
    /** What stands: shown until somebody writes another. */
    readonly initial?: string
    /** The reason, where it outlives this page half written. */
    readonly kept?: HalfWritten
  }
  readonly fields?: ReactNode
  /** The command as filled in; null while something is missing. */
  readonly command: (reason: string) => CaseCommand | null
  /** The same command as it would be: the rule says by it whether the button may be pressed. */
  readonly probe: CaseCommand
  readonly look?: Pick<ButtonProps, 'variant' | 'size' | 'color' | 'fullWidth'>
  readonly onDone?: () => void
}

/**
 * An act that the record keeps: says in one sentence what will be recorded, takes what it needs, and stays
 * open with everything typed until it is accepted or put away.
 */
export function ActDialog({
  label,
  name,
  records,
  reason,
  fields,
  command,
  probe,
  look,
  onDone,
}: ActDialogProps) {
  const { t } = useTranslation('common')
  const { may } = useCase()
  const { act, busy, refusal, forget } = useAct()
  const announce = useAnnounce()
  const [opened, setOpened] = useState(false)
  const here = useState<string | null>(null)
  const [written, setWritten] = reason?.kept ?? here
  const words = written ?? reason?.initial ?? ''
  const [missing, setMissing] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    // A dialog is a child of the page's tree: its submit must not reach a form around the button.
    event.stopPropagation()
    const order = command(words.trim())
    setMissing(order === null || (reason?.required === true && words.trim() === ''))
    if (order === null || (reason?.required && words.trim() === '')) return
    // The field says so.
    if (reason && exceeds(words, REASON_LIMIT)) return
    if (!(await act(order))) return
    announce(`${label} ${t('common:done')}`)
    setOpened(false)
    setWritten(null)
    onDone?.()
  }

  return (
    <>
      <ReasonedButton
        {...look}
        refusal={may(probe)}
        onClick={() => {
          forget()
          setMissing(false)
          setOpened(true)
        }}
        {...(name ? { 'aria-label': name } : {})}
      >
        {label}
      </ReasonedButton>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={name ?? label}>
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack>
            <Text>{records}</Text>
            {fields}
            {reason ? (
              <LimitedTextarea
                label={reason.label}
                withAsterisk={reason.required}
                autosize
                minRows={2}
                limit={REASON_LIMIT}
                value={words}
                error={
                  missing && reason.required && words.trim() === '' ? t('common:invalid.required') : null
                }
                onChange={(event) => setWritten(event.currentTarget.value)}
              />
            ) : null}
            {missing && (!reason?.required || words.trim() !== '') ? (
              <Text c="var(--mantine-color-error)" size="sm" role="alert">
                {t('common:invalid.required')}
              </Text>
            ) : null}
            <RefusalAlert refusal={refusal} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setOpened(false)}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" loading={busy} {...(look?.color ? { color: look.color } : {})}>
                {label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  )
}
