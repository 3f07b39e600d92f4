import { useEffect, useState } from 'react'
import type { Size } from './sheet.tsx'

/** How large an element is now. Mantine's hook would stand in the file that every page loads. */
export function useSize(): Size & { readonly ref: (element: HTMLElement | null) => void } {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return { ref: setElement, ...size }
}
