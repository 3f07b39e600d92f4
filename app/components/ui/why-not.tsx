import { useId, useState, type MouseEvent, type FocusEvent } from 'react'
import classes from './why-not.module.css'

const WIDTH = 300
const MARGIN = 8

interface Place {
  readonly left: number
  readonly bottom: number
}

/** Above the button, within the window; fixed, so that showing it never makes the page wider. */
function placeOver(button: Element): Place {
  const { left, top } = button.getBoundingClientRect()
  const most = window.innerWidth - Math.min(WIDTH, window.innerWidth - 2 * MARGIN) - MARGIN
  return { left: Math.max(MARGIN, Math.min(left, most)), bottom: window.innerHeight - top + MARGIN }
}

/**
 * Why a button may not be pressed: for a pointer and for the focus as a bubble, for a screen reader as the
 * button's description. `props` go to the button, `bubble` beside it.
 */
export function useWhyNot(why: string | null) {
  const id = useId()
  const [place, setPlace] = useState<Place | null>(null)
  const show = (event: MouseEvent | FocusEvent) => {
    setPlace(placeOver(event.currentTarget))
  }
  const hide = () => {
    setPlace(null)
  }
  if (why === null) return { props: {}, bubble: null }
  return {
    props: {
      'aria-disabled': true,
      'aria-describedby': id,
      'data-disabled': true,
      onMouseEnter: show,
      onFocus: show,
      onMouseLeave: hide,
      onBlur: hide,
    } as const,
    bubble: (
      <>
        <span id={id} className="visually-hidden">
          {why}
        </span>
        {place ? (
          <span className={classes.bubble} style={place} aria-hidden>
            {why}
          </span>
        ) : null}
      </>
    ),
  }
}
