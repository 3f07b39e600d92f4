import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HAND_KEY_EVENT } from '#app/components/meetings/hand-key.ts'
import { isTyping } from '#app/components/ui/is-typing.ts'
import { KeysDialog } from './forms.ts'

/** Few keys, each a single letter; they do nothing while one types. The queue of comments has its own, while it has the focus. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  p: ['room-main'],
  l: ['room-people'],
  // Whoever works the queue goes there, where its keys work.
  c: ['comment-queue', 'room-comments'],
  d: ['room-dock'],
}

function goTo(places: readonly string[]): void {
  const found = places.map((id) => document.getElementById(id)).find((place) => place !== null)
  found?.focus()
}

export function RoomKeys() {
  const { t } = useTranslation('hearings')
  const [shown, setShown] = useState(false)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return
      // The queue took it.
      if (event.defaultPrevented) return
      const place = PLACES[event.key]
      if (event.key === '?') setShown(true)
      else if (place) goTo(place)
      else if (event.key === 't') window.dispatchEvent(new Event(HAND_KEY_EVENT))
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  return (
    <>
      <Button variant="subtle" onClick={() => setShown(true)} aria-label={t('hearings:keys.help')}>
        ?
      </Button>
      {shown ? <KeysDialog onClose={() => setShown(false)} /> : null}
    </>
  )
}
