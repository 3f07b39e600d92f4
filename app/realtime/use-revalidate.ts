import { useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'

/**
 * Asks the page's loaders anew. The router's own function is another one whenever its state changes; an
 * effect that depended on it would run for ever, or close and open the socket at every revalidation.
 */
export function useRevalidate(): () => void {
  const { revalidate } = useRevalidator()
  const latest = useRef(revalidate)
  useEffect(() => {
    latest.current = revalidate
  })
  return useCallback(() => latest.current(), [])
}
