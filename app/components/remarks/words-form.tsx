import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exceeds } from '#app/components/ui/limit.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useActor } from '#app/components/shell/root-data.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { Anchor } from '#domain/remarks/types.ts'
import { REMARK_LIMIT } from '#domain/remarks/limits.ts'
import type { DocumentReader } from '#protocol/messages.ts'
import { CiteEvidence } from './cite-evidence.tsx'
import { keepHalf, leftOf, type Form } from './half-written.ts'
import { MentionField, mentionsIn } from './mention-field.tsx'
import { useRemarksHere } from './remarks-context.tsx'
import { SaidSoFar } from './said.tsx'
import classes from './remarks.module.css'

interface WordsFormProps {
  readonly form: Form
  readonly label: string
  readonly action: string
  readonly initial?: string
  /** Of a correction: who was mentioned before. */
  readonly mentioned?: readonly DocumentReader[]
  /** Of a new remark. */
  readonly about?: Anchor | null
  readonly submit: (text: string, mentions: string[]) => Promise<Refusal | null>
  readonly onDone: () => void
  readonly children?: ReactNode
}

/**
 * A remark, an answer or a correction while it is written. What others do meanwhile leaves it as it is, and it is there again
 * where its list was closed or the page loaded anew.
 */
export function WordsForm({
  form: of,
  label,
  action,
  initial = '',
  mentioned = [],
  about = null,
  submit,
  onDone,
  children,
}: WordsFormProps) {
  const { t } = useTranslation(['remarks', 'common'])
  const { name } = useRemarksHere()
  const { personId } = useActor()
  const [left] = useState(() => leftOf(sessionStorage, { personId, name })[of])
  const [text, setText] = useState(left?.text ?? initial)
  const [chosen, setChosen] = useState(left?.mentioned ?? mentioned)
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const form = useRef<HTMLFormElement>(null)
  // One that comes back was not asked for this time: the focus stays where it is.
  const isAsked = left === undefined
  useEffect(() => {
    if (isAsked) form.current?.querySelector('textarea')?.focus({ preventScroll: true })
  }, [isAsked])
  useEffect(() => {
    const half = text === initial ? null : { text, mentioned: chosen, about }
    keepHalf(sessionStorage, { personId, name }, of, half)
  }, [personId, name, of, text, initial, chosen, about])

  function end() {
    keepHalf(sessionStorage, { personId, name }, of, null)
    onDone()
  }

  /** Where the cursor was, and the cursor behind it. */
  function cite(address: string) {
    const field = form.current?.querySelector('textarea')
    const at = field?.selectionStart ?? text.length
    const before = `${text.slice(0, at)} ${address} `
    setText(before + text.slice(at))
    // After the dialog has given the focus back.
    setTimeout(() => {
      field?.focus()
      field?.setSelectionRange(before.length, before.length)
    })
  }

  async function send() {
    setMissing(text.trim() === '')
    if (text.trim() === '' || exceeds(text, REMARK_LIMIT)) return
    setBusy(true)
    const answer = await submit(text.trim(), mentionsIn(text, chosen))
    setBusy(false)
    setRefusal(answer)
    if (!answer) end()
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
      <SaidSoFar text={text} />
      <RefusalAlert refusal={refusal} onClose={() => setRefusal(null)} />
      <Group gap="xs" justify="flex-end">
        <CiteEvidence onChoose={cite} />
        <Button variant="default" size="xs" onClick={end}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" size="xs" loading={busy}>
          {action}
        </Button>
      </Group>
    </form>
  )
}
