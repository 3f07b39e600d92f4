import { Button, Group, Stack, Text, type ButtonProps } from '@mantine/core'
import { useState, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '#domain/record/refusal.ts'
import { Dialog } from './dialog.tsx'
import { useRefusalSentence } from './refusal-alert.tsx'
import { useWhyNot } from './why-not.tsx'

interface LegalActButtonProps extends Omit<ButtonProps, 'onClick' | 'color' | 'disabled'> {
  readonly children: ReactNode
  /** One sentence: what the record will say. */
  readonly records: ReactNode
  /** Further fields of the act (a reason, a figure) inside the dialog. */
  readonly fields?: ReactNode
  /** False: a field says what is wrong with it; the confirmation waits until it is mended. */
  readonly ready?: boolean
  /** Why it may not be done now, by the same pure rule as the server's. Null: it may. */
  readonly refusal?: Refusal | null
  /** An act with legal effect (default) is cinnabar; a mere step with a confirmation is not. */
  readonly legal?: boolean
  readonly confirmLabel?: string
  readonly busy?: boolean
  /** Called after the confirmation. */
  readonly onAct?: () => void
  /** Instead of `onAct`: the id of a form to submit after the confirmation. */
  readonly form?: string
  readonly name?: string
  readonly value?: string
}

/**
 * A button for an act that the record keeps: it says in one sentence what will be recorded, then does it.
 * One that may not be pressed stays reachable and says why.
 */
export function LegalActButton(props: LegalActButtonProps) {
  const {
    children,
    records,
    fields,
    ready = true,
    refusal,
    legal = true,
    confirmLabel,
    busy = false,
    onAct,
    form,
    name,
    value,
    ...rest
  } = props
  const { t } = useTranslation('common')
  const sentence = useRefusalSentence()
  const why = refusal ? sentence(refusal) : null
  const whyNot = useWhyNot(why)
  const [asking, setAsking] = useState(false)
  const color = legal ? 'cinnabar' : 'azurite'

  function close() {
    setAsking(false)
  }

  function confirm(event: MouseEvent) {
    event.stopPropagation()
    if (!ready) return
    close()
    if (form) {
      const target = document.getElementById(form)
      if (target instanceof HTMLFormElement) submitWith(target, name, value)
    }
    onAct?.()
  }

  return (
    <>
      <Button
        color={color}
        {...rest}
        loading={busy}
        {...whyNot.props}
        onClick={() => {
          if (!why && !busy) setAsking(true)
        }}
      >
        {children}
      </Button>
      {whyNot.bubble}
      <Dialog opened={asking} onClose={close} title={children}>
        <Stack>
          <Text>{records}</Text>
          {fields}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button color={color} onClick={confirm} data-autofocus>
              {confirmLabel ?? t('common:confirm')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}

/** `requestSubmit` runs the form's own checks and Remix's handler; the button's value travels in a field. */
function submitWith(form: HTMLFormElement, name: string | undefined, value: string | undefined): void {
  if (name) {
    const field =
      form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`) ??
      document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value ?? ''
    form.append(field)
  }
  form.requestSubmit()
}
