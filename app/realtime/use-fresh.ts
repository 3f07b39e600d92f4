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
        const { refusal, seq: newest } = client.rooms.snapshot(stream)
        if (refusal !== null || newest > shown.current) revalidate()
      }),
    [client, stream, revalidate],
  )
}
