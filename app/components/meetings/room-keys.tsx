import { Button, Modal, Table } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HAND_KEY_EVENT } from './floor-panel.tsx'

/** Few keys, each a single letter; they do nothing while one types. */
const PLACES = { m: 'room-main', a: 'room-agenda', r: 'room-record', d: 'room-dock' } as const
const SHOWN = [
  ['?', 'help'],
  ['m', 'main'],
  ['a', 'agenda'],
  ['r', 'record'],
  ['d', 'dock'],
  ['h', 'hand'],
  ['Esc', 'close'],
] as const

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  )
}

function isPlace(key: string): key is keyof typeof PLACES {
  return key in PLACES
}

export function RoomKeys() {
  const { t } = useTranslation(['meetings', 'common'])
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
      <Modal
        opened={shown}
        onClose={() => setShown(false)}
        title={t('meetings:keys.title')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Table>
          <Table.Tbody>
            {SHOWN.map(([key, what]) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <kbd>{key}</kbd>
                </Table.Td>
                <Table.Td>{t(`meetings:keys.${what}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <p>{t('meetings:keys.note')}</p>
      </Modal>
    </>
  )
}
