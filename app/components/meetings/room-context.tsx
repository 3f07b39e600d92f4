import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActor } from '#app/components/shell/root-data.ts'
import { useActWith } from '#app/components/ui/use-act.ts'
import { useRoom, type Connection } from '#app/realtime/use-room.ts'
import type { Choice } from '#domain/ballots/types.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { currentItem } from '#domain/meetings/items.ts'
import { isCutOff } from '#domain/meetings/recusals.ts'
import type { AgendaItem, MeetingState } from '#domain/meetings/types.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { useMay, type May } from './use-may.ts'
import { useServerClock } from './use-server-clock.ts'

/** What every part of the room works with. */
export interface Meeting {
  readonly view: MeetingView
  readonly state: MeetingState
  readonly me: Actor
  readonly connection: Connection
  readonly item: AgendaItem | undefined
  /** The current item is closed to me. */
  readonly recused: boolean
  readonly may: May
  readonly send: (command: MeetingCommand) => Promise<Refusal | null>
  readonly cast: (
    pollId: string,
    choice: Choice,
    commandId: string,
  ) => Promise<{ readonly receipt: string } | Refusal>
  readonly personName: (personId: string) => string
  readonly bodyName: (bodyId: string) => string
  /** The server's time, milliseconds. */
  readonly now: () => number
}

const MeetingContext = createContext<Meeting | null>(null)

export function useMeeting(): Meeting {
  const meeting = useContext(MeetingContext)
  if (!meeting) throw new Error('useMeeting outside of a MeetingProvider')
  return meeting
}

interface MeetingProviderProps {
  readonly initial: MeetingView
  /** The server's time when the page was made. */
  readonly loadedAt: string
  readonly children: ReactNode
}

export function MeetingProvider({ initial, loadedAt, children }: MeetingProviderProps) {
  const { t } = useTranslation('common')
  const me = useActor()
  const {
    view: latest,
    connection,
    send,
    cast,
  } = useRoom<MeetingView>(`meeting/${initial.state.id}`, initial)
  const view = useNeverBack(latest)
  useForgetting(view, me.personId)
  const now = useServerClock(loadedAt)
  const may = useMay(view, me, connection !== 'offline', now)
  const value = useMemo<Meeting>(() => {
    const { state, people, bodies } = view
    const item = currentItem(state)
    return {
      view,
      state,
      me,
      connection,
      item,
      recused: item !== undefined && isCutOff(state, item, me.personId),
      may,
      send,
      cast: (pollId, choice, commandId) => cast({ meetingId: state.id, pollId, choice, commandId }),
      personName: (personId) => people[personId] ?? t('common:unknownPerson'),
      bodyName: (bodyId) => bodies[bodyId] ?? bodyId,
      now,
    }
  }, [view, me, connection, may, send, cast, t, now])
  return <MeetingContext.Provider value={value}>{children}</MeetingContext.Provider>
}

/**
 * When an item is closed to me the page is made anew: its source still holds, from when it was loaded, what I may
 * no longer see (X rules). What was half filled in elsewhere on the page is lost with it; that is the lesser loss.
 */
function useForgetting({ state }: MeetingView, personId: string): void {
  const cutOff = state.items.filter((item) => isCutOff(state, item, personId)).map((item) => item.id)
  const [known] = useState<readonly string[]>(cutOff)
  const forgets = cutOff.some((itemId) => !known.includes(itemId))
  useEffect(() => {
    if (forgets) window.location.reload()
  }, [forgets])
}

/** What was shown is never followed by something older: after a recusal that would bring the item back for a moment. */
function useNeverBack(latest: MeetingView): MeetingView {
  const [shown, setShown] = useState(latest)
  if (latest !== shown && latest.state.seq >= shown.state.seq) {
    setShown(latest)
    return latest
  }
  return shown
}

/** One place that acts: waiting, and what was answered, beside the button that was pressed. */
export const useAct = () => useActWith(useMeeting().send)
