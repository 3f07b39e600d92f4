import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False where the page is made and while it is taken over, true from then on: for what only a browser can show. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
