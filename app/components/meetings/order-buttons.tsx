import { useEffect, useRef } from 'react'
import classes from './order-buttons.module.css'

interface OrderButtonsProps {
  /** Unique on the page: focus is found again by it after the list has been rearranged. */
  readonly id: string
  readonly up: string
  readonly down: string
  readonly mayUp: boolean
  readonly mayDown: boolean
  readonly onMove: (by: -1 | 1) => void
}

/**
 * Moves a line up or down by keyboard or finger. Rearranging makes the browser drop the focus of the line it
 * moves; it is given back, so that one can press on.
 */
export function OrderButtons({ id, up, down, mayUp, mayDown, onMove }: OrderButtonsProps) {
  const pressed = useRef<'up' | 'down' | null>(null)
  useEffect(() => {
    if (!pressed.current) return
    if (document.activeElement === document.body) document.getElementById(`${id}-${pressed.current}`)?.focus()
    else if (!document.activeElement?.id.startsWith(id)) pressed.current = null
  })
  const press = (by: -1 | 1, may: boolean) => {
    if (!may) return
    pressed.current = by === -1 ? 'up' : 'down'
    onMove(by)
  }
  return (
    <span className={classes.buttons}>
      <button
        id={`${id}-up`}
        type="button"
        className={classes.button}
        aria-label={up}
        aria-disabled={!mayUp}
        onClick={() => press(-1, mayUp)}
      >
        ↑
      </button>
      <button
        id={`${id}-down`}
        type="button"
        className={classes.button}
        aria-label={down}
        aria-disabled={!mayDown}
        onClick={() => press(1, mayDown)}
      >
        ↓
      </button>
    </span>
  )
}
