import { useEffect, useState } from 'react'
import type { HearingOwn, HearingShared } from '#domain/hearings/view.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { Audience } from '#protocol/messages.ts'
import type { ConnectionState } from './connection.ts'
import { useConnection } from './provider.tsx'
import { useGone, useSend, useSnapshot } from './use-stream.ts'

/** A hearing as the loader had it. */
export interface LoadedHearing {
  readonly shared: HearingShared
  /** Null on the screen. */
  readonly view: HearingOwn | null
}

export interface HearingHandle {
  readonly shared: HearingShared
  readonly own: HearingOwn | null
  readonly connection: ConnectionState
  /** This person may not see the hearing any more: show this and nothing else; the page is being made anew. */
  readonly refusal: Refusal | null
  readonly send: (command: object) => Promise<Refusal | null>
}

const always = () => true

/** A hearing as it is now: what all of a class see, and what is this person's own, from the loader until the socket knows more. */
export function useHearingRoom(initial: LoadedHearing, audience: Audience = 'person'): HearingHandle {
  const stream = `hearing/${initial.shared.state.id}`
  const snapshot = useSnapshot(stream, audience)
  const connection = useConnection()
  const send = useSend(stream)
  const refusal = snapshot?.refusal ?? null
  useGone(refusal, always)

  // The stream's name makes the type; both parts were made by the server.
  const live = snapshot?.shared as HearingShared | null | undefined
  const shared = useNeverBack(live ?? null, initial.shared)
  const own =
    shared === initial.shared ? initial.view : ((snapshot?.view ?? initial.view) as HearingOwn | null)
  useForgetting(shared)
  return { shared, own, connection, refusal, send }
}

/** What the socket said, unless a loader has been ahead of it. */
function useNeverBack(live: HearingShared | null, loaded: HearingShared): HearingShared {
  return live && live.state.seq >= loaded.state.seq ? live : loaded
}

/**
 * Whoever sees as another than before (recused from the tribunal, a witness released) gets the page anew: the old one
 * holds in its source what he may no longer see. Only who is called in from outside sees nothing less by it.
 */
function useForgetting({ sight }: HearingShared): void {
  const [known, setKnown] = useState(sight)
  const forgets = sight !== known && known !== 'witness-outside'
  if (sight !== known && !forgets) setKnown(sight)
  useEffect(() => {
    if (forgets) window.location.reload()
  }, [forgets])
}
