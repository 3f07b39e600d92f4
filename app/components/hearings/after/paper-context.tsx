import { createContext, useCallback, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActor } from '#app/components/shell/root-data.ts'
import { newCommandId } from '#app/realtime/command-id.ts'
import { useRealtimeClient } from '#app/realtime/provider.tsx'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { HearingOwn, HearingShared } from '#domain/hearings/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { HearingPaper } from '#server/services/hearing-papers.ts'

/** What every part of a transcript's or report's page works with. */
export interface PaperRoom {
  readonly paper: HearingPaper
  readonly me: Actor
  /** Null for readers of the case who had no part in the hearing. */
  readonly state: HearingState | null
  readonly own: HearingOwn | null
  /** Why a command may not be given now, as the server's rules said with the view; null where it may. */
  readonly may: (type: HearingCommand['type']) => Refusal | null
  readonly send: (command: HearingCommand) => Promise<Refusal | null>
  readonly personName: (personId: string) => string
}

const PaperContext = createContext<PaperRoom | null>(null)

export function usePaper(): PaperRoom {
  const room = useContext(PaperContext)
  if (!room) throw new Error('usePaper outside of a PaperProvider')
  return room
}

const never = () => () => undefined

/** The hearing as it is now, from the loader until the socket knows more; nothing where the reader is in no hearing. */
function useLiveHearing({ head, view }: HearingPaper) {
  const client = useRealtimeClient()
  const stream = `hearing/${head.id}`
  const joins = view !== null
  const subscribe = useMemo(
    () => (client && joins ? (watcher: () => void) => client.rooms.enter(stream, 'person', watcher) : never),
    [client, joins, stream],
  )
  const snapshot = useSyncExternalStore(
    subscribe,
    () => (joins ? (client?.rooms.snapshot(stream) ?? null) : null),
    () => null,
  )
  const send = useCallback(
    async (command: HearingCommand): Promise<Refusal | null> => {
      if (!client) return refuse('connection/offline')
      const answer = await client.outbox.send('room/command', { stream, commandId: newCommandId(), command })
      if (isRefusal(answer)) return answer
      return answer.ok ? null : answer.refusal
    },
    [client, stream],
  )
  // The stream's name makes the type; both parts were made by the server.
  const live = snapshot?.shared as HearingShared | null | undefined
  const isNewer = live !== null && live !== undefined && live.state.seq >= (view?.shared.state.seq ?? 0)
  const shared = isNewer ? live : (view?.shared ?? null)
  const own = isNewer ? (snapshot?.view as HearingOwn | null) : (view?.own ?? null)
  return { shared, own, send }
}

export function PaperProvider({ paper, children }: { paper: HearingPaper; children: ReactNode }) {
  const { t } = useTranslation('common')
  const me = useActor()
  const { shared, own, send } = useLiveHearing(paper)
  const value = useMemo<PaperRoom>(() => {
    const state = shared?.state ?? null
    const names = new Map(state?.participants.map((one) => [one.personId, one.name]) ?? [])
    return {
      paper,
      me,
      state,
      own,
      may(type) {
        const refused = own ? own.may[type] : 'access/denied'
        return refused === null ? null : refuse(refused)
      },
      send,
      personName: (personId) => names.get(personId) || t('common:unknownPerson'),
    }
  }, [paper, me, shared, own, send, t])
  return <PaperContext.Provider value={value}>{children}</PaperContext.Provider>
}
