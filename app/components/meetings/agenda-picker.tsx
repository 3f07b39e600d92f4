import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import classes from './convene.module.css'
import { moved } from './moved.ts'
import { OrderButtons } from './order-buttons.tsx'
import { useCaseSearch, type FoundCase } from './use-case-search.ts'

interface AgendaPickerProps {
  readonly found: readonly FoundCase[]
  readonly listed: FoundCase | null
  readonly error: string | null
}

/** Cases for the agenda: search, add, put in order with the keyboard, take out. */
export function AgendaPicker({ found: initial, listed: first, error }: AgendaPickerProps) {
  const { t } = useTranslation('meetings')
  const announce = useAnnounce()
  const { found, busy, search } = useCaseSearch(initial)
  const [words, setWords] = useState('')
  const [listed, setListed] = useState<readonly FoundCase[]>(first ? [first] : [])
  const isListed = (id: string) => listed.some((one) => one.id === id)
  const nameOf = (one: FoundCase) => `${one.number} ${one.title}`

  function move(place: number, by: -1 | 1) {
    const order = moved(listed, place, by)
    const one = listed[place]
    if (!order || !one) return
    setListed(order)
    announce(t('meetings:new.moved', { title: nameOf(one), n: place + by + 1 }))
  }

  return (
    <>
      {listed.length === 0 ? <p className={classes.hint}>{t('meetings:new.agendaEmpty')}</p> : null}
      <ol className={classes.list}>
        {listed.map((one, place) => (
          <li key={one.id} className={classes.line}>
            <input type="hidden" name="caseIds" value={one.id} />
            <span className={classes.grow}>
              {place + 1}. {nameOf(one)} <span className={classes.hint}>{one.subjects}</span>
            </span>
            <OrderButtons
              id={`case-${one.id}`}
              up={t('meetings:new.up', { title: nameOf(one) })}
              down={t('meetings:new.down', { title: nameOf(one) })}
              mayUp={place > 0}
              mayDown={place < listed.length - 1}
              onMove={(by) => move(place, by)}
            />
            <Button
              variant="subtle"
              color="slate"
              size="compact-sm"
              aria-label={t('meetings:new.removeCase', { title: nameOf(one) })}
              onClick={() => setListed(listed.filter((other) => other !== one))}
            >
              ✕
            </Button>
          </li>
        ))}
      </ol>
      {error ? <p className={classes.error}>{error}</p> : null}
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('meetings:new.findCase')}
          type="search"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter searches; it must not send the invitation.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            void search(words)
          }}
          w="min(100%, 360px)"
          maxLength={200}
        />
        <Button variant="default" loading={busy} onClick={() => void search(words)}>
          {t('meetings:new.findButton')}
        </Button>
      </Group>
      <p className={classes.hint} role="status">
        {found === null
          ? null
          : found.length === 0
            ? t('meetings:new.foundNone')
            : t('meetings:new.found', { count: found.length })}
      </p>
      <ul className={classes.list}>
        {found?.map((one) => (
          <li key={one.id} className={classes.line}>
            <span className={classes.grow}>
              {nameOf(one)} <span className={classes.hint}>{one.subjects}</span>
            </span>
            {isListed(one.id) ? (
              <span className={classes.hint}>{t('meetings:new.listed')}</span>
            ) : (
              <Button
                variant="light"
                size="compact-md"
                onClick={() => setListed([...listed, one])}
                aria-label={`${t('meetings:new.addCase')} ${nameOf(one)}`}
              >
                {t('meetings:new.addCase')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
