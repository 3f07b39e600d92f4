import { useEffect } from 'react'

/** Tells `public/early.js` that buttons and fields work now; for the root, whose effects run after all others. */
export function useReady(): void {
  useEffect(() => {
    // After what the page's other effects have set in motion is on the page: the socket's client is one of them.
    const timer = setTimeout(() => window.dispatchEvent(new Event('huishang:ready')), 0)
    return () => clearTimeout(timer)
  }, [])
}
