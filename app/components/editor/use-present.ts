import { useEffect, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'

export interface Present {
  readonly id: string
  readonly name: string
  readonly color: string
}

interface StampedState {
  readonly cursor?: unknown
  readonly user?: { readonly id?: unknown; readonly name?: unknown; readonly color?: unknown }
}

/** Everybody else with a cursor in the text, each once, as the server stamped them; by name, so that nobody jumps. */
function others(awareness: Awareness): readonly Present[] {
  const found = new Map<string, Present>()
  for (const [client, state] of awareness.getStates() as Map<number, StampedState>) {
    const { cursor, user } = state
    if (
      client === awareness.clientID ||
      !cursor ||
      typeof user?.id !== 'string' ||
      typeof user.name !== 'string'
    )
      continue
    found.set(user.id, {
      id: user.id,
      name: user.name,
      color: typeof user.color === 'string' ? user.color : '#4a5568',
    })
  }
  return [...found.values()].sort((one, other) => one.id.localeCompare(other.id))
}

const NOBODY: readonly Present[] = []

export function usePresent(awareness: Awareness | null): readonly Present[] {
  const [present, setPresent] = useState<readonly Present[]>(NOBODY)
  useEffect(() => {
    if (!awareness) return
    const look = () => {
      const now = others(awareness)
      // A cursor that only moves changes nothing here; the page is not drawn again for it.
      setPresent((before) =>
        before.map(({ id }) => id).join() === now.map(({ id }) => id).join() ? before : now,
      )
    }
    look()
    awareness.on('change', look)
    return () => {
      awareness.off('change', look)
      setPresent(NOBODY)
    }
  }, [awareness])
  return present
}
