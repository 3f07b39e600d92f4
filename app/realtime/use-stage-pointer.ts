import { useCallback, useEffect, useRef, useState } from 'react'
import type { PointOnStage } from '#protocol/messages.ts'
import { useRealtimeClient } from './provider.tsx'

type Spot = NonNullable<PointOnStage['at']>

/** A pointer that nobody repeated for so long belongs to somebody who is gone. */
const FADES_MS = 10_000
const SAY_AGAIN_MS = 4_000
/** As often as the server tells it to a few. */
const LEAST_PAUSE_MS = 40

/** Where the presenter points on the page that is shown; `piece` says of what, so that nothing is taken over to another. */
export function useStagePointer(hearingId: string, piece: string, page: number): Spot | null {
  const client = useRealtimeClient()
  const [seen, setSeen] = useState<(PointOnStage & { readonly piece: string }) | null>(null)
  useEffect(() => {
    if (!client) return undefined
    let fading: ReturnType<typeof setTimeout> | undefined
    const stop = client.connection.on('stage/pointer', (told) => {
      if (told.hearingId !== hearingId) return
      clearTimeout(fading)
      setSeen({ ...told, piece })
      fading = setTimeout(() => setSeen(null), FADES_MS)
    })
    return () => {
      clearTimeout(fading)
      stop()
    }
  }, [client, hearingId, piece])
  return seen?.page === page && seen.piece === piece ? seen.at : null
}

/** Tells where I point, not more often than it is passed on, and again while it rests. Null: nowhere any more. */
export function usePointing(hearingId: string, page: number): (at: Spot | null) => void {
  const client = useRealtimeClient()
  const last = useRef<Spot | null>(null)
  const pause = useRef<ReturnType<typeof setTimeout> | null>(null)

  const tell = useCallback(
    () => client?.connection.tell('stage/point', { hearingId, page, at: last.current }),
    [client, hearingId, page],
  )

  useEffect(() => {
    const again = setInterval(() => {
      if (last.current) tell()
    }, SAY_AGAIN_MS)
    return () => {
      clearInterval(again)
      if (pause.current) clearTimeout(pause.current)
      pause.current = null
      if (!last.current) return
      last.current = null
      tell()
    }
  }, [tell])

  return useCallback(
    (at) => {
      if (at === null && last.current === null) return
      last.current = at
      pause.current ??= setTimeout(() => {
        pause.current = null
        tell()
      }, LEAST_PAUSE_MS)
    },
    [tell],
  )
}
