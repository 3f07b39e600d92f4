import { useEffect, useRef, type RefObject } from 'react'

/** What stands for itself in a list and can be given the focus by script. */
const CARD = 'li[tabindex="-1"], tr[tabindex="-1"]'

/**
 * A form that is sent, a button that is used up and a card that is settled go, and the focus with them: to the beginning of
 * the page. It is put on the card that they stood in, or on the list where that is gone too. The list has `tabIndex` -1.
 */
export function useKeptFocus(): RefObject<HTMLDivElement> {
  const list = useRef<HTMLDivElement>(null)
  const last = useRef<{ readonly on: Element; readonly card: HTMLElement | null } | null>(null)
  useEffect(() => {
    const box = list.current
    const note = ({ target }: FocusEvent) => {
      if (target instanceof Element) last.current = { on: target, card: target.closest<HTMLElement>(CARD) }
    }
    // Somebody who goes elsewhere by himself is not fetched back; a dialog was opened from here and leads back.
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Element) || box?.contains(relatedTarget)) return
      if (!relatedTarget.closest('[role="dialog"]')) last.current = null
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
