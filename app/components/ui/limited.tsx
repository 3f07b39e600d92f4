import { Textarea, TextInput, type TextareaProps, type TextInputProps } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exceeds, fillOf } from './limit.ts'

interface Limited {
  /** Characters that the rule takes. */
  readonly limit: number
}

interface Written {
  readonly limit: number
  readonly value: unknown
  readonly first: unknown
  readonly error: ReactNode
  readonly description: ReactNode
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** What a field says about its length. It takes more than the limit: what is pasted must not be cut unseen. */
function useLimit({ limit, value, first, error, description }: Written) {
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState(asText(first))
  const text = value === undefined ? typed : asText(value)
  const { count, near } = fillOf(text, limit)
  const over = exceeds(text, limit)
  const counter = near && !over ? t('common:limit.near', { typed: count, limit }) : null
  return {
    error: over ? t('common:limit.over', { typed: count, limit, over: count - limit }) : error,
    description:
      description || counter ? (
        <>
          {description}
          {description && counter ? ' ' : null}
          {counter}
        </>
      ) : undefined,
    setTyped,
  }
}

export function LimitedTextarea({ limit, error, description, onChange, ...rest }: TextareaProps & Limited) {
  const { setTyped, ...said } = useLimit({
    limit,
    value: rest.value,
    first: rest.defaultValue,
    error,
    description,
  })
  return (
    <Textarea
      {...rest}
      {...said}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange?.(event)
      }}
    />
  )
}

export function LimitedInput({ limit, error, description, onChange, ...rest }: TextInputProps & Limited) {
  const { setTyped, ...said } = useLimit({
    limit,
    value: rest.value,
    first: rest.defaultValue,
    error,
    description,
  })
  return (
    <TextInput
      {...rest}
      {...said}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange?.(event)
      }}
    />
  )
}
