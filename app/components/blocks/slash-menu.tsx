import { Portal } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { useEffect, useId, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import classes from './blocks.module.css'
import { INSERTABLE, type Insertable } from './insertable.ts'
import type { SlashBoard, SlashPlace } from './slash.ts'

interface SlashMenuProps {
  readonly board: SlashBoard
  readonly editor: Editor
  readonly onChoose: (kind: Insertable) => void
}

export function SlashMenu({ board, editor, onChoose }: SlashMenuProps) {
  const place = useSyncExternalStore(board.subscribe, board.place, () => null)
  return place ? <Opened place={place} board={board} editor={editor} onChoose={onChoose} /> : null
}

/** A list beside the stroke, led by the keys that the text receives (combobox pattern without a field of its own). */
function Opened({ place, board, editor, onChoose }: SlashMenuProps & { readonly place: SlashPlace }) {
  const { t } = useTranslation('blocks')
  const announce = useAnnounce()
  const id = useId()
  const [at, setAt] = useState(0)
  const wanted = place.query.toLowerCase()
  const found = INSERTABLE.filter((kind) => t(`blocks:kind.${kind}`).toLowerCase().includes(wanted))
  const here = found[Math.min(at, found.length - 1)]

  function choose(kind: Insertable) {
    editor.chain().focus().deleteRange({ from: place.from, to: place.to }).run()
    board.close()
    onChoose(kind)
  }

  useEffect(() =>
    board.answerKeys((key) => {
      if (key === 'Escape') board.close()
      else if (!here) return false
      else if (key === 'Enter') choose(here)
      else setAt((found.indexOf(here) + (key === 'ArrowDown' ? 1 : found.length - 1)) % found.length)
      return true
    }),
  )

  const count = found.length
  useEffect(() => announce(t('blocks:slashOpened', { count })), [announce, t, count])

  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', id)
    if (here) dom.setAttribute('aria-activedescendant', `${id}-${here}`)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, here])

  if (count === 0) return null
  // Below the stroke, or above it where the window ends; never over the line that is written.
  const below = place.bottom + 300 < window.innerHeight
  return (
    <Portal>
      <div
        id={id}
        role="listbox"
        aria-label={t('blocks:slash')}
        className={classes.slash}
        style={{
          left: Math.max(8, Math.min(place.left, window.innerWidth - 328)),
          ...(below ? { top: place.bottom + 4 } : { bottom: window.innerHeight - place.top + 4 }),
        }}
      >
        {found.map((kind) => (
          // The keys come by the text, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={kind}
            id={`${id}-${kind}`}
            role="option"
            aria-selected={kind === here}
            className={classes.slashItem}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(kind)}
          >
            {t(`blocks:kind.${kind}`)}
            <small>{t(`blocks:hint.${kind}`)}</small>
          </div>
        ))}
      </div>
    </Portal>
  )
}
