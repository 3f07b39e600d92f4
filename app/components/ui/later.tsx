import { createElement, lazy, Suspense, useEffect, useState, type ComponentType } from 'react'
import { useInBrowser } from '#app/components/ui/use-in-browser.ts'

type Load<Props extends object> = () => Promise<ComponentType<Props>>

const PAUSE_MS = 1_500

/** A part whose file does not come is asked for again: a room must not break because the network does. */
async function persistently<Props extends object>(
  load: Load<Props>,
): Promise<{ default: ComponentType<Props> }> {
  for (;;) {
    try {
      return { default: await load() }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
}

/**
 * A part that comes after the first load: forms, which nobody fills in before the page stands. The server does
 * not make it; until its file is there nothing stands in its place.
 */
export function later<Props extends object>(load: Load<Props>): ComponentType<Props> {
  // A lazy component takes what its component takes; its own type says so in a way that generics cannot follow.
  const Part = lazy(() => persistently(load)) as unknown as ComponentType<Props>
  return function Later(props: Props) {
    const inBrowser = useInBrowser()
    return inBrowser ? <Suspense fallback={null}>{createElement<Props>(Part, props)}</Suspense> : null
  }
}

/** By then the page stands and the first look is over. */
const SETTLED_MS = 5_000

/** For what every page needs some time and no page at its beginning. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [])
  return settled
}

/** Fetches the forms once the page has settled, so that they are there when the network is not. */
export function useSoon(load: () => Promise<unknown>): void {
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [load])
}
