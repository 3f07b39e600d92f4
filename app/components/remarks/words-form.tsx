import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exceeds } from '#app/components/ui/limit.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { Refusal } from '#domain/record/refusal.ts'
import { REMARK_LIMIT } from '#domain/remarks/limits.ts'
import type { DocumentReader } from '#protocol/messages.ts'
import { MentionField, mentionsIn } from './mention-field.tsx'
import classes from './remarks.module.css'

interface WordsFormProps {
  readonly label: string
  readonly action: string
  readonly initial?: string
  /** Of a correction: who was mentioned before. */
  readonly mentioned?: readonly DocumentReader[]
  readonly submit: (text: string, mentions: string[]) => Promise<Refusal | null>
  readonly onDone: () => void
  readonly children?: ReactNode
}

/** A remark, an answer or a correction while it is written. What others do meanwhile leaves it as it is. */
export function WordsForm({
  label,
  action,
  initial = '',
  mentioned = [],
  submit,
  onDone,
  children,
}: WordsFormProps) {
  const { t } = useTranslation(['remarks', 'common'])
  const [text, setText] = useState(initial)
  const [chosen, setChosen] = useState(mentioned)
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus({ preventScroll: true }), [])

  async function send() {
    setMissing(text.trim() === '')
    if (text.trim() === '' || exceeds(text, REMARK_LIMIT)) return
    setBusy(true)
    const answer = await submit(text.trim(), mentionsIn(text, chosen))
    setBusy(false)
    setRefusal(answer)
    if (!answer) onDone()
  }

  return (
    <form
      ref={form}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      <MentionField
        label={label}
        value={text}
        onChange={(value) => {
          setText(value)
          setMissing(false)
        }}
        chosen={chosen}
        onChosen={setChosen}
        onSubmit={() => void send()}
        error={missing ? t('common:invalid.required') : null}
      />
      <RefusalAlert refusal={refusal} onClose={() => setRefusal(null)} />
      <Group gap="xs" justify="flex-end">
        <Button variant="default" size="xs" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" size="xs" loading={busy}>
          {action}
        </Button>
      </Group>
    </form>
  )
}
