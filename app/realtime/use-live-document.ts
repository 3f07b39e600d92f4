import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import type { Refusal } from '#domain/record/refusal.ts'
import { useConnection, useRealtimeClient } from './provider.tsx'
import type { DocumentSession, Saved } from './document-session.ts'

interface Common {
  /** True at every moment: `saved` only when everything typed here is committed on the server. */
  readonly saved: Saved
  readonly refusal: Refusal | null
  /** Words typed here that the server no longer takes, to be copied; then call `discardUnsent`. */
  readonly unsentText: string | null
  readonly discardUnsent: () => void
  /** Remote changes wait while an input method composes. */
  readonly hold: () => void
  readonly release: () => void
  /** Calls back right before anything of others is shown; returns the end of it. */
  readonly beforeOthers: (look: () => void) => () => void
}

/** Nothing to show until `mode` is set; then `doc` and `awareness` are there. Both change when a text is opened anew. */
export type LiveDocumentHandle =
  | (Common & { readonly mode: null; readonly doc: null; readonly awareness: null })
  | (Common & { readonly mode: 'write' | 'read'; readonly doc: Doc; readonly awareness: Awareness })

const never = () => () => undefined
const nothing = () => undefined

/** A live document by its name (`case/<id>/<part>`, `minutes/<id>/text`). Yjs is loaded with the first one. */
export function useLiveDocument(name: string): LiveDocumentHandle {
  const client = useRealtimeClient()
  const connection = useConnection()
  const [session, setSession] = useState<DocumentSession | null>(null)

  useEffect(() => {
    if (!client) return
    let isWanted = true
    let release: () => void = nothing
    void import('./documents.ts').then(({ documentsOf }) => {
      if (!isWanted) return
      const documents = documentsOf(client)
      setSession(documents.acquire(name))
      release = () => documents.release(name)
    })
    return () => {
      isWanted = false
      setSession(null)
      release()
    }
  }, [client, name])

  const snapshot = useSyncExternalStore(
    session?.subscribe ?? never,
    () => session?.snapshot() ?? null,
    () => null,
  )
  const common: Common = {
    saved: snapshot?.saved ?? (connection === 'offline' ? 'offline' : 'saving'),
    refusal: snapshot?.refusal ?? null,
    unsentText: snapshot?.unsentText ?? null,
    discardUnsent: session?.discardUnsent ?? nothing,
    hold: session?.hold ?? nothing,
    release: session?.release ?? nothing,
    beforeOthers: session?.beforeOthers ?? never,
  }
  return snapshot?.mode
    ? { ...common, mode: snapshot.mode, doc: snapshot.doc, awareness: snapshot.awareness }
    : { ...common, mode: null, doc: null, awareness: null }
}
