import { ActionIcon, Group, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTyping } from '#app/components/ui/is-typing.ts'

/** Where a change stands in the page; the first is 1. */
export const placeId = (place: number) => `change-${String(place)}`

/** From change to change, by buttons and by keys, and how many there are. */
export function ChangeSteps({ places }: { places: number }) {
  const { t } = useTranslation('versions')
  const [place, setPlace] = useState(0)
  // Keys may come faster than the page is drawn.
  const now = useRef(0)

  function go(step: 1 | -1): void {
    const next = Math.min(Math.max(now.current + step, 1), places)
    now.current = next
    setPlace(next)
    const change = document.getElementById(placeId(next))
    change?.scrollIntoView({ block: 'center' })
    change?.focus({ preventScroll: true })
  }
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      latest.current(event.key === 'ArrowDown' ? 1 : -1)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <Group gap="xs" title={t('versions:keys')}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('versions:previous')}
        aria-keyshortcuts="Alt+ArrowUp"
        onClick={() => go(-1)}
      >
        <IconArrowUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('versions:next')}
        aria-keyshortcuts="Alt+ArrowDown"
        onClick={() => go(1)}
      >
        <IconArrowDown size={18} aria-hidden />
      </ActionIcon>
      <Text size="sm" role="status">
        {place === 0 ? t('versions:places', { of: places }) : t('versions:place', { n: place, of: places })}
      </Text>
    </Group>
  )
}
