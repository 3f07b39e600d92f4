import { useEffect, useRef } from 'react'

/**
 * In a dialog whose fields are fetched: the one that is to have the focus has it once it comes, unless who waits for it has gone
 * on from where the dialog put the focus first.
 */
export function FocusWhenItComes() {
  const here = useRef<HTMLSpanElement>(null)
  useEffect(() => (here.current ? whenItComes(here.current) : undefined), [])
  return <span ref={here} hidden />
}

/** Returns the end of waiting. */
function whenItComes(here: Element): (() => void) | undefined {
  const dialog = here.closest('[role="dialog"]')
  const wanted = () => dialog?.querySelector<HTMLElement>('[data-autofocus]')
  if (!dialog || wanted()) return undefined
  const observer = new MutationObserver(() => {
    const field = wanted()
    if (!field) return
    observer.disconnect()
    const { activeElement: at } = document
    // Its button that closes it is the first.
    if (at === dialog.querySelector('button') || at === document.body) field.focus({ preventScroll: true })
  })
  observer.observe(dialog, { childList: true, subtree: true })
  return () => observer.disconnect()
}
