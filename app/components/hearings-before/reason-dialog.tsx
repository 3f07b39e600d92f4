import { Button, Group, Stack, Text, type ButtonProps } from '@mantine/core'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandField } from '#app/components/ui/command-field.tsx'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { REASON_LIMIT } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { Refusal } from '#domain/record/refusal.ts'
import { useForm } from './preparing.ts'

interface ReasonDialogProps {
  readonly intent: string
  readonly label: string
  /** For a screen reader, where the same label stands several times on a page. */
  readonly name?: string
  /** One sentence: what the record will say. */
  readonly records: string
  readonly reason: string
  readonly refusal: Refusal | null
  /** Hidden and further fields. */
  readonly children?: ReactNode
  readonly look?: Pick<ButtonProps, 'variant' | 'size' | 'color'>
}

/** An act that needs a reason; stays open with everything typed until it is accepted or put away. */
export function ReasonDialog({
  intent,
  label,
  name,
  records,
  reason,
  refusal,
  children,
  look,
}: ReasonDialogProps) {
  const { t } = useTranslation('common')
  const [opened, setOpened] = useState(false)
  const close = useCallback(() => setOpened(false), [])
  const { Form, busy, errors, refusal: refused, key } = useForm(close)
  const errorOf = useFieldErrors(errors)
  return (
    <>
      <ReasonedButton
        variant="default"
        {...look}
        refusal={refusal}
        onClick={() => setOpened(true)}
        {...(name ? { 'aria-label': name } : {})}
      >
        {label}
      </ReasonedButton>
      <Dialog opened={opened} onClose={close} title={name ?? label}>
        <Form method="post" noValidate>
          <CommandField key={key} />
          <input type="hidden" name="intent" value={intent} />
          <Stack>
            <Text>{records}</Text>
            {children}
            <LimitedTextarea
              name="reason"
              label={reason}
              limit={REASON_LIMIT}
              autosize
              minRows={2}
              withAsterisk
              error={errorOf('reason')}
            />
            <RefusalAlert refusal={refused} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('common:cancel')}
              </Button>
              <Button type="submit" loading={busy} {...(look?.color ? { color: look.color } : {})}>
                {label}
              </Button>
            </Group>
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
