import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTyping } from '#app/components/ui/is-typing.ts'
import { KeysDialog } from './forms.ts'
import { HAND_KEY_EVENT } from './hand-key.ts'

/** Few keys, each a single letter; they do nothing while one types. */
const PLACES = { m: 'room-main', a: 'room-agenda', r: 'room-record', d: 'room-dock' } as const

function isPlace(key: string): key is keyof typeof PLACES {
  return key in PLACES
}

export function RoomKeys() {
  const { t } = useTranslation('meetings')
  const [shown, setShown] = useState(false)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target))
        return
      if (event.key === '?') setShown(true)
      else if (isPlace(event.key)) document.getElementById(PLACES[event.key])?.focus()
      else if (event.key === 'h') window.dispatchEvent(new Event(HAND_KEY_EVENT))
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  return (
    <>
      <Button variant="subtle" onClick={() => setShown(true)} aria-label={t('meetings:keys.help')}>
        ?
      </Button>
      {shown ? <KeysDialog onClose={() => setShown(false)} /> : null}
    </>
  )
}
