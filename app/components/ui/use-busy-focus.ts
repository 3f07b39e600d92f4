import { useEffect } from 'react'

/**
 * A button at work is disabled, and the browser then takes the focus from it: who acts by keys or listens would be at the
 * top of the page after every act. It gets the focus back with its work done, unless its owner has gone on.
 */
export function useBusyFocus(): void {
  useEffect(() => {
    const done = new MutationObserver(([change]) => {
      const button = change?.target
      if (!(button instanceof HTMLButtonElement) || button.disabled) return
      done.disconnect()
      if (document.activeElement === document.body) button.focus({ preventScroll: true })
    })
    const wait = ({ target }: FocusEvent) => {
      if (target instanceof HTMLButtonElement && target.disabled)
        done.observe(target, { attributeFilter: ['disabled'] })
    }
    const forget = () => done.disconnect()
    document.addEventListener('focusout', wait)
    document.addEventListener('focusin', forget)
    document.addEventListener('pointerdown', forget)
    return () => {
      forget()
      document.removeEventListener('focusout', wait)
      document.removeEventListener('focusin', forget)
      document.removeEventListener('pointerdown', forget)
    }
  }, [])
}
