import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useActor } from '#app/components/shell/root-data.ts'
import { useActWith } from '#app/components/ui/use-act.ts'
import { useRoom, type Connection } from '#app/realtime/use-room.ts'
import type { WorkingCalendar } from '#domain/calendar/types.ts'
import { decideMinutes } from '#domain/minutes/decide.ts'
import type { MinutesCommand } from '#domain/minutes/commands.ts'
import type { MinutesState } from '#domain/minutes/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { MinutesView } from '#server/services/minutes.ts'
import { asInstruction } from './as-instruction.ts'

/** What every part of the page works with. */
export interface Minutes {
  readonly view: MinutesView
  readonly state: MinutesState
  readonly me: Actor
  /** As it stood when the page was loaded; the server asks its own. */
  readonly calendar: WorkingCalendar
  readonly connection: Connection
  /** Why a command may not be given now, by the rule the server will ask; null where it may. */
  readonly may: (command: MinutesCommand) => Refusal | null
  readonly send: (command: MinutesCommand) => Promise<Refusal | null>
  readonly personName: (id: string) => string
  readonly bodyName: (id: string) => string
}

const MinutesContext = createContext<Minutes | null>(null)

export function useMinutes(): Minutes {
  const minutes = useContext(MinutesContext)
  if (!minutes) throw new Error('useMinutes outside of a MinutesProvider')
  return minutes
}

interface MinutesProviderProps {
  readonly initial: MinutesView
  readonly calendar: WorkingCalendar
  readonly children: ReactNode
}

export function MinutesProvider({ initial, calendar, children }: MinutesProviderProps) {
  const { t } = useTranslation('common')
  const me = useActor()
  const { view, connection, send } = useRoom<MinutesView>(`minutes/${initial.state.id}`, initial)
  const value = useMemo<Minutes>(() => {
    const { state, people, bodies } = view
    return {
      view,
      state,
      me,
      calendar,
      connection,
      send,
      may(command) {
        if (connection === 'offline') return refuse('connection/offline')
        const order = asInstruction(command, view)
        if (!order) return null
        const answer = decideMinutes(state, order, {
          now: new Date(),
          actor: me,
          newId: () => 'asked',
          chance: () => 0.5,
          calendar,
        })
        return isRefusal(answer) ? answer : null
      },
      personName: (id) => people[id] ?? t('common:unknownPerson'),
      bodyName: (id) => bodies[id] ?? id,
    }
  }, [view, me, calendar, connection, send, t])
  return <MinutesContext.Provider value={value}>{children}</MinutesContext.Provider>
}

/** One place that acts: waiting, and what was answered, beside the button that was pressed. */
export const useAct = () => useActWith(useMinutes().send)
