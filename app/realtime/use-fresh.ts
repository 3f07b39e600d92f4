import { useEffect, useRef } from 'react'
import { useRealtimeClient } from './provider.tsx'
import { useRevalidate } from './use-revalidate.ts'

/** For a page made by its loader alone: asks it anew whenever the stream has gone further, or is closed to this person. */
export function useFresh(stream: string, seq: number): void {
  const client = useRealtimeClient()
  const revalidate = useRevalidate()
  const shown = useRef(seq)
  useEffect(() => {
    shown.current = seq
  }, [seq])
  useEffect(
    () =>
      client?.rooms.enter(stream, 'person', () => {
        const { refusal, seq: own, shared } = client.rooms.snapshot(stream)
        if (refusal !== null || Math.max(own, seqIn(shared)) > shown.current) revalidate()
      }),
    [client, stream, revalidate],
  )
}

/** What many see alike moves on without what is the viewer's own. */
function seqIn(shared: unknown): number {
  if (typeof shared !== 'object' || shared === null || !('state' in shared)) return 0
  const { state } = shared
  return typeof state === 'object' && state !== null && 'seq' in state ? Number(state.seq) : 0
}
