import { useRevalidator } from '@remix-run/react'
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MaskedNames } from '#app/components/hearings/masked-names.tsx'
import { useActor } from '#app/components/shell/root-data.ts'
import { useHearingRoom } from '#app/realtime/use-hearing.ts'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { HearingOwn, HearingShared } from '#domain/hearings/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import type { Exhibit } from '#server/services/exhibits.ts'
import type { HearingPaper } from '#server/services/hearing-papers.ts'

/** What every part of a transcript's or report's page works with. */
export interface PaperRoom {
  readonly paper: HearingPaper
  /** Pieces of evidence that this person may open. */
  readonly exhibits: readonly Exhibit[]
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

interface ProviderProps {
  readonly paper: HearingPaper
  readonly exhibits?: readonly Exhibit[]
  readonly children: ReactNode
}

/** Who takes part in the hearing has it live; a reader of the case has the paper alone. */
export function PaperProvider(props: ProviderProps) {
  const { view } = props.paper
  if (view) return <LivePaper {...props} shared={view.shared} own={view.own} />
  return <Paper {...props} shared={null} own={null} send={nowhere} />
}

const nowhere = () => Promise.resolve(refuse('access/denied'))

/** The text comes with the page, the rest is live: once it is frozen the page is asked for again. */
function useFrozenSince(paper: HearingPaper, state: HearingState | null): void {
  const { revalidate } = useRevalidator()
  const hash = (paper.part === 'transcript' ? state?.transcript.frozen : state?.report)?.hash
  const isOld = hash !== undefined && hash !== paper.frozen?.hash
  useEffect(() => {
    if (isOld) revalidate()
  }, [isOld, revalidate])
}

interface LiveProps extends ProviderProps {
  readonly shared: HearingShared
  readonly own: HearingOwn | null
}

function LivePaper({ shared, own, ...props }: LiveProps) {
  const hearing = useHearingRoom({ shared, view: own })
  useFrozenSince(props.paper, hearing.shared?.state ?? null)
  // Nothing that was seen stays while the page is made anew.
  if (hearing.refusal) return null
  return <Paper {...props} shared={hearing.shared} own={hearing.own} send={hearing.send} />
}

interface PaperProps extends ProviderProps {
  readonly shared: HearingShared | null
  readonly own: HearingOwn | null
  readonly send: PaperRoom['send']
}

const NONE: readonly Exhibit[] = []

function Paper({ paper, exhibits = NONE, shared, own, send, children }: PaperProps) {
  const { t } = useTranslation('common')
  const actor = useActor()
  const value = useMemo<PaperRoom>(() => {
    const state = shared?.state ?? null
    // By what stands for me in the hearing, which need not be my id (H-186).
    const me = own ? { ...actor, personId: own.personId } : actor
    const names = new Map(state?.participants.map((one) => [one.personId, one.name]) ?? [])
    return {
      paper,
      exhibits,
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
  }, [paper, exhibits, actor, shared, own, send, t])
  return (
    <PaperContext.Provider value={value}>
      {shared ? (
        <MaskedNames state={shared.state} sight={shared.sight}>
          {children}
        </MaskedNames>
      ) : (
        children
      )}
    </PaperContext.Provider>
  )
}
