import { Textarea } from '@mantine/core'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentReader } from '#protocol/messages.ts'
import { REMARK_LIMIT } from '#domain/remarks/limits.ts'
import { exceeds, fillOf } from '#app/components/ui/limit.ts'
import { useRemarksHere } from './remarks-context.tsx'
import classes from './remarks.module.css'

/** What stands behind an @ that the cursor is at; null: no name is being typed. */
export function nameBeingTyped(text: string, cursor: number): string | null {
  return /@([^\s@]{0,20})$/u.exec(text.slice(0, cursor))?.[1] ?? null
}

const MOST_SHOWN = 8

/** Whom a text mentions: those chosen from the list whose name still stands in it. */
export function mentionsIn(text: string, chosen: readonly DocumentReader[]): string[] {
  return [...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))]
}

interface MentionFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly chosen: readonly DocumentReader[]
  readonly onChosen: (chosen: readonly DocumentReader[]) => void
  readonly onSubmit: () => void
  readonly error?: ReactNode
}

/** A field for words in which people are mentioned by @: only such as may read the text. */
export function MentionField({
  label,
  value,
  onChange,
  chosen,
  onChosen,
  onSubmit,
  error,
}: MentionFieldProps) {
  const { t } = useTranslation(['remarks', 'common'])
  const { readers } = useRemarksHere()
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [people, setPeople] = useState<readonly DocumentReader[] | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)

  const found =
    typed === null ? [] : (people ?? []).filter(({ name }) => name.includes(typed)).slice(0, MOST_SHOWN)

  function look(text: string, cursor: number) {
    const name = nameBeingTyped(text, cursor)
    setTyped(name)
    setAt(0)
    if (name !== null && people === null) void readers().then((answer) => setPeople(answer))
  }

  function choose(reader: DocumentReader) {
    const cursor = field.current?.selectionStart ?? value.length
    const before = value.slice(0, cursor).replace(/@[^\s@]*$/u, `@${reader.name} `)
    onChange(before + value.slice(cursor))
    onChosen([...chosen, reader])
    setTyped(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }

  function keys(event: KeyboardEvent) {
    // While an input method is open its keys are its own: Enter takes a candidate, not a name.
    if (event.nativeEvent.isComposing) return
    // As everywhere where Enter begins a line.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit()
    if (found.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const reader = found[at]
    if (step) setAt((at + step + found.length) % found.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && reader) choose(reader)
    else if (event.key === 'Escape') setTyped(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const { count, near } = fillOf(value, REMARK_LIMIT)
  const over = exceeds(value, REMARK_LIMIT)
  return (
    <div>
      <Textarea
        ref={field}
        label={label}
        value={value}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value)
          look(currentTarget.value, currentTarget.selectionStart)
        }}
        onKeyDown={keys}
        onBlur={() => setTyped(null)}
        description={near && !over ? t('common:limit.near', { typed: count, limit: REMARK_LIMIT }) : null}
        error={
          over
            ? t('common:limit.over', { typed: count, limit: REMARK_LIMIT, over: count - REMARK_LIMIT })
            : error
        }
        placeholder={t('remarks:form.hint')}
        autosize
        minRows={2}
        maxRows={10}
        aria-autocomplete="list"
        {...(found.length > 0 ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${at}` } : {})}
      />
      <ul
        id={listId}
        role="listbox"
        aria-label={t('remarks:form.people')}
        className={classes.people}
        hidden={found.length === 0}
      >
        {found.map((reader, index) => (
          // The keys are the field's: the list never takes the focus from what is being written.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={reader.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={classes.person}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(reader)}
          >
            {reader.name} <small>{reader.bodyName}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
