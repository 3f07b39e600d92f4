import { useEffect, useRef, type RefObject } from 'react'

/**
 * A form that is sent and a card that is settled go, and the focus with them: to the beginning of the page. It is put on the
 * card that they stood in, or on the list where that is gone too.
 */
export function useKeptFocus(): RefObject<HTMLDivElement> {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<{ readonly on: Element; readonly card: HTMLElement | null } | null>(null)
  useEffect(() => {
    const box = list.current
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element)
        last.current = { on: target, card: target.closest<HTMLElement>('[id^="remark-"]') }
    }
    // Somebody who goes elsewhere by himself is not fetched back.
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node && !box?.contains(relatedTarget)) last.current = null
    }
    box?.addEventListener('focusin', note)
    box?.addEventListener('focusout', forget)
    return () => {
      box?.removeEventListener('focusin', note)
      box?.removeEventListener('focusout', forget)
    }
  }, [])
  useEffect(() => {
    const before = last.current
    if (!before || before.on.isConnected || document.activeElement !== document.body) return
    const to = before.card?.isConnected ? before.card : list.current
    to?.focus({ preventScroll: true })
  })
  return list
}
