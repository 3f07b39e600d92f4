import { Anchor, Text, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@remix-run/react'
import { IconSearch } from '@tabler/icons-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { LONGEST_QUERY } from '#domain/search/query.ts'
import { addressOf } from './hit-address.ts'
import { HitWords } from './hit-words.tsx'
import { useQuickSearch } from './use-quick-search.ts'
import classes from './search.module.css'

/** A combobox over the page: typed words, the first hits as a list worked by arrows, Enter and the pointer. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('shell')
  const navigate = useNavigate()
  const listId = useId()
  const [typed, setTyped] = useState('')
  // Half of a Chinese word is no word: what is being composed is not asked for.
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState(0)
  const { answered, waiting } = useQuickSearch(words)
  const hits = answered?.hits ?? []
  const at = Math.min(chosen, hits.length - 1)
  const optionId = (index: number) => `${listId}-${String(index)}`
  const allHits = `/search?${new URLSearchParams({ q: typed.trim() }).toString()}`

  function go(to: string) {
    onClose()
    void navigate(to)
  }

  function choose(index: number) {
    setChosen(index)
    document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      choose((at + step + hits.length) % hits.length)
    }
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault()
      const hit = waiting ? undefined : hits[at]
      go(hit ? addressOf(hit) : allHits)
    }
  }

  function status(): string {
    if (typed.trim() === '') return t('shell:search.help')
    if (waiting) return t('shell:search.waiting')
    if (answered?.failed) return t('shell:search.failed')
    return hits.length === 0 ? t('shell:search.none') : t('shell:search.found', { count: hits.length })
  }

  return (
    <Dialog opened onClose={onClose} title={t('shell:search.title')} size="xl">
      <TextInput
        type="search"
        role="combobox"
        data-autofocus
        autoComplete="off"
        aria-label={t('shell:search.field')}
        placeholder={t('shell:search.field')}
        aria-autocomplete="list"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? optionId(at) : undefined}
        maxLength={LONGEST_QUERY}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setChosen(0)
          const { isComposing } = event.nativeEvent as InputEvent
          if (!isComposing) setWords(event.currentTarget.value)
        }}
        onCompositionEnd={(event) => {
          setWords(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      <ul
        className={classes.list}
        id={listId}
        role="listbox"
        aria-label={t('shell:search.hits')}
        aria-busy={waiting}
      >
        {hits.map((hit, index) => (
          // Arrows in the field choose, as a listbox has it; the pointer may click as well.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the combobox's
          <li
            key={hit.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            className={classes.option}
            onClick={() => {
              go(addressOf(hit))
            }}
          >
            <HitWords hit={hit} bodies={answered?.bodies ?? {}} />
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <Text size="sm" c="dimmed" role="status">
          {status()}
        </Text>
        {typed.trim() === '' ? null : (
          <Anchor component={Link} to={allHits} size="sm" onClick={onClose}>
            {t('shell:search.all')}
          </Anchor>
        )}
      </div>
    </Dialog>
  )
}
