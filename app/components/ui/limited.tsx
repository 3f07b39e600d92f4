import { Textarea, TextInput, type TextareaProps, type TextInputProps } from '@mantine/core'
import { useContext, useState, type ChangeEventHandler, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exceeds, fillOf } from './limit.ts'
import { TextWarning } from './text-warning.ts'
import classes from './limited.module.css'

interface Limited {
  /** Characters that the rule takes. */
  readonly limit: number
}

interface Field<Element> extends Limited {
  readonly value?: unknown
  readonly defaultValue?: unknown
  readonly error?: ReactNode
  readonly description?: ReactNode
  readonly onChange?: ChangeEventHandler<Element> | undefined
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** What a field says about its length. It takes more than the limit: what is pasted must not be cut unseen. */
function useLimit<Element extends HTMLInputElement | HTMLTextAreaElement>(field: Field<Element>) {
  const { limit, value, defaultValue, error, description, onChange } = field
  const { t } = useTranslation('common')
  const [typed, setTyped] = useState(asText(defaultValue))
  const text = value === undefined ? typed : asText(value)
  const { count, near } = fillOf(text, limit)
  const over = exceeds(text, limit)
  const warning = useContext(TextWarning)(text)
  const counter = near && !over ? t('common:limit.near', { typed: count, limit }) : null
  const whenChanged: ChangeEventHandler<Element> = (event) => {
    setTyped(event.currentTarget.value)
    onChange?.(event)
  }
  return {
    error: over ? t('common:limit.over', { typed: count, limit, over: count - limit }) : error,
    description:
      description || counter || warning ? (
        <>
          {description}
          {description && counter ? ' ' : null}
          {counter}
          {warning ? (
            <span role="status" className={classes.warning}>
              {warning}
            </span>
          ) : null}
        </>
      ) : undefined,
    onChange: whenChanged,
  }
}

export function LimitedTextarea({ limit, ...rest }: TextareaProps & Limited) {
  return <Textarea {...rest} {...useLimit({ ...rest, limit })} />
}

export function LimitedInput({ limit, ...rest }: TextInputProps & Limited) {
  return <TextInput {...rest} {...useLimit({ ...rest, limit })} />
}
