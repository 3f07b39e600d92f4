import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Refusal } from '#domain/record/refusal.ts'
import { useRefusalSentence } from './refusal-alert.tsx'
import { useWhyNot } from './why-not.tsx'

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
  const whyNot = useWhyNot(why)
  return (
    <>
      <Button
        {...rest}
        type={type}
        loading={busy}
        {...whyNot.props}
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
      {whyNot.bubble}
    </>
  )
}
