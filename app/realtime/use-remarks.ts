import { useMemo, useSyncExternalStore } from 'react'
import { useRealtimeClient } from './provider.tsx'
import { NO_REMARKS, Remarks } from './remarks.ts'

const never = () => () => undefined

/** The remarks on a document; null where the page is made. */
export function useRemarks(name: string) {
  const client = useRealtimeClient()
  const remarks = useMemo(() => (client ? new Remarks(client.connection, name) : null), [client, name])
  const snapshot = useSyncExternalStore(
    remarks?.subscribe ?? never,
    () => remarks?.snapshot() ?? NO_REMARKS,
    () => NO_REMARKS,
  )
  return { snapshot, readers: remarks?.readers ?? null }
}
