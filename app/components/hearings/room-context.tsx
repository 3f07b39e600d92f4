import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandButton as Button, type CommandButtonProps } from '#app/components/ui/command-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useServerClock } from '#app/components/meetings/use-server-clock.ts'
import { useHearingRoom, type LoadedHearing } from '#app/realtime/use-hearing.ts'
import type { Connection } from '#app/realtime/use-room.ts'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import { lineOf } from '#domain/hearings/people.ts'
import type { HearingState, Participant } from '#domain/hearings/types.ts'
import type { HearingOwn, HearingShared } from '#domain/hearings/view.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { MaskedNames } from './masked-names.tsx'

/** What every part of the hearing room works with. */
export interface Hearing {
  readonly shared: HearingShared
  readonly state: HearingState
  readonly own: HearingOwn
  /** My line; null where I look in by office. */
  readonly mine: Participant | null
  readonly connection: Connection
  readonly may: (command: Pick<HearingCommand, 'type'>) => Refusal | null
  readonly send: (command: HearingCommand) => Promise<Refusal | null>
  readonly personName: (personId: string) => string
  /** The server's time, milliseconds. */
  readonly now: () => number
}

const HearingContext = createContext<Hearing | null>(null)

export function useHearing(): Hearing {
  const hearing = useContext(HearingContext)
  if (!hearing) throw new Error('useHearing outside of a HearingProvider')
  return hearing
}

interface HearingProviderProps {
  readonly initial: LoadedHearing
  /** The server's time when the page was made. */
  readonly loadedAt: string
  readonly children: ReactNode
}

/** Whoever may not see the hearing any more sees at once why, and nothing else. */
export function HearingProvider({ initial, loadedAt, children }: HearingProviderProps) {
  const { t } = useTranslation(['hearings', 'common'])
  const { shared, own, connection, refusal, send } = useHearingRoom(initial)
  const now = useServerClock(loadedAt)
  const value = useMemo<Hearing | null>(() => {
    if (!own) return null
    const { state } = shared
    return {
      shared,
      state,
      own,
      mine: own.participant,
      connection,
      may: ({ type }) => {
        if (connection === 'offline') return refuse('connection/offline')
        const refused = own.may[type]
        return refused === null ? null : refuse(refused)
      },
      send,
      // One's own name is never masked (H-43).
      personName: (personId) =>
        (own.participant?.personId === personId ? own.participant.name : lineOf(state, personId)?.name) ??
        t('hearings:people.somebody'),
      now,
    }
  }, [shared, own, connection, send, now, t])
  if (refusal || !value) return <RefusalAlert refusal={refusal} />
  return (
    <HearingContext.Provider value={value}>
      <MaskedNames state={value.state} sight={value.shared.sight}>
        {children}
      </MaskedNames>
    </HearingContext.Provider>
  )
}

export function CommandButton(props: CommandButtonProps<HearingCommand>) {
  const { may, send } = useHearing()
  return <Button {...props} may={may} send={send} />
}
