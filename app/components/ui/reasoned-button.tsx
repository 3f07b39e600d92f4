import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import type { Refusal } from '#domain/record/refusal.ts'
import { useRefusalSentence } from './refusal-alert.tsx'

interface ReasonedButtonProps extends Omit<ButtonProps, 'disabled'> {
  readonly children: ReactNode
  readonly refusal?: Refusal | null
  readonly busy?: boolean
  readonly type?: 'button' | 'submit'
  readonly name?: string
  readonly value?: string
  readonly form?: string
  readonly onClick?: () => void
}

/** For steps without a confirmation: where it may not be pressed it stays reachable and says why. */
export function ReasonedButton({
  children,
  refusal,
  busy = false,
  onClick,
  type = 'button',
  ...rest
}: ReasonedButtonProps) {
  const sentence = useRefusalSentence()
  const why = refusal ? sentence(refusal) : null
  const whyId = useId()
  return (
    <>
      <Tooltip
        label={why}
        disabled={!why}
        multiline
        maw={320}
        events={{ hover: true, focus: true, touch: true }}
      >
        <Button
          {...rest}
          type={type}
          loading={busy}
          {...(why ? { 'aria-disabled': true, 'aria-describedby': whyId, 'data-disabled': true } : {})}
          onClick={(event) => {
            if (why) {
              event.preventDefault()
              return
            }
            onClick?.()
          }}
        >
          {children}
        </Button>
      </Tooltip>
      {why ? (
        <span id={whyId} className="visually-hidden">
          {why}
        </span>
      ) : null}
    </>
  )
}
