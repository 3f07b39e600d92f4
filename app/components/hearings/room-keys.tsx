import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HAND_KEY_EVENT } from '#app/components/meetings/hand-key.ts'
import { isTyping } from '#app/components/ui/is-typing.ts'
import { KeysDialog } from './forms.ts'

/** Few keys, each a single letter; they do nothing while one types. The queue of comments has its own, while it has the focus. */
const PLACES: Readonly<Record<string, string>> = {
  p: 'room-main',
  l: 'room-people',
  c: 'room-comments',
  d: 'room-dock',
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
      else if (place) document.getElementById(place)?.focus()
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
