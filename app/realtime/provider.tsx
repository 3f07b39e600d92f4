import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useOptionalActor } from '#app/components/shell/root-data.ts'
import { createRealtimeClient, type RealtimeClient } from './client.ts'
import type { Connection, ConnectionState } from './connection.ts'
import { useRevalidate } from './use-revalidate.ts'

const ClientContext = createContext<RealtimeClient | null>(null)

/** Null on the server: there is no socket while a page is being made. */
export function useRealtimeClient(): RealtimeClient | null {
  return useContext(ClientContext)
}

/** A page of an older release cannot talk to the server; loading it anew helps, but not more than once a minute. */
const RELOADED_KEY = 'huishang.reloaded'
const RELOAD_PAUSE_MS = 60_000

function reloadOnce(): void {
  const last = Number(sessionStorage.getItem(RELOADED_KEY) ?? 0)
  if (Date.now() - last < RELOAD_PAUSE_MS) return
  sessionStorage.setItem(RELOADED_KEY, String(Date.now()))
  window.location.reload()
}

/** After an ending the socket is tried again so often: the session may have been renewed by another page. */
const MOST_REVIVALS = 3
const REVIVE_AFTER_MS = 2_000

/** Answers an ended socket; returns what undoes it. */
function watchEnding(connection: Connection, revalidate: () => void): () => void {
  let revivals = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopWatching = connection.subscribe(() => {
    if (!connection.ended) return
    if (connection.ended === 'protocol/mismatch' || connection.ended === 'auth/other-person') {
      reloadOnce()
      return
    }
    if (connection.ended === 'other-device' || connection.ended === 'uninvited') {
      window.location.assign(`/invited?ended=${connection.ended}`)
      return
    }
    // The loaders know whether anybody is still signed in, and lead to where one goes then.
    revalidate()
    revivals++
    if (revivals <= MOST_REVIVALS) timer = setTimeout(() => connection.revive(), REVIVE_AFTER_MS * revivals)
  })
  return () => {
    clearTimeout(timer)
    stopWatching()
  }
}

/** Owns the page's one socket, for the person the page was made for. Around everything signed-in. */
export function RealtimeProvider({ children }: { children: ReactNode }) {
  const personId = useOptionalActor()?.personId ?? null
  const revalidate = useRevalidate()
  const [client] = useState(() =>
    typeof document === 'undefined' || !personId ? null : createRealtimeClient({ personId }),
  )

  useEffect(() => {
    if (!client) return
    const { connection } = client
    const stopWatching = watchEnding(connection, revalidate)
    client.rooms.onComeback(revalidate)
    connection.open()
    void import('./clear-others.ts')
      .then(({ clearOthers }) => clearOthers(connection.personId))
      .catch(() => undefined)
    return () => {
      stopWatching()
      connection.close()
    }
  }, [client, revalidate])

  return <ClientContext.Provider value={client}>{children}</ClientContext.Provider>
}

const never = () => () => undefined

/** `connecting` on the server and until the socket is up. */
export function useConnection(): ConnectionState {
  const client = useRealtimeClient()
  return useSyncExternalStore<ConnectionState>(
    client ? (watcher) => client.connection.subscribe(watcher) : never,
    () => client?.connection.state ?? 'connecting',
    () => 'connecting',
  )
}
