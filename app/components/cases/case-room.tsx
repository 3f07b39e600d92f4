import { useOutletContext } from '@remix-run/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { namesFrom } from '#app/components/record/names-from.ts'
import type { Names } from '#app/components/record/telling.ts'
import { useActWith } from '#app/components/ui/use-act.ts'
import type { Connection } from '#app/realtime/use-room.ts'
import type { WorkingCalendar } from '#domain/calendar/types.ts'
import type { CaseCommand } from '#domain/cases/commands.ts'
import { decideCase } from '#domain/cases/decide.ts'
import type { CaseOrder } from '#domain/cases/happenings.ts'
import type { CaseState } from '#domain/cases/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { CaseView } from '#server/services/cases.ts'

/** What every tab of a case's page works with; the layout gives it to its outlet. */
export interface CaseRoom {
  readonly view: CaseView
  readonly me: Actor
  /** As it stood when the page was loaded; the server asks its own. */
  readonly calendar: WorkingCalendar
  readonly connection: Connection
  readonly send: (command: CaseCommand) => Promise<Refusal | null>
}

interface Case extends CaseRoom {
  readonly state: CaseState
  /** Why a command may not be given, by the very rule the server asks; null: it may. */
  readonly may: (command: CaseCommand) => Refusal | null
  readonly personName: (personId: string) => string
  readonly bodyName: (bodyId: string) => string
  readonly subjectName: (subjectId: string) => string
  readonly names: Names
}

const NOT_FROZEN = { versionId: '', hash: '' }

/** The server freezes the text and adds its hash; to ask whether one may, an empty place will do. */
function asOrder(command: CaseCommand): CaseOrder {
  return command.type === 'submit-document' || command.type === 'submit-opinion'
    ? { ...command, frozen: NOT_FROZEN }
    : command
}

export function useCase(): Case {
  const room = useOutletContext<CaseRoom>()
  const { t } = useTranslation('common')
  return useMemo(() => {
    const { view, me, calendar, connection } = room
    const { state, people, bodies } = view
    const subjects = Object.fromEntries(state.subjects.map(({ id, name }) => [id, name]))
    const names = namesFrom({ people, bodies, subjects }, t('common:unknownPerson'))
    return {
      ...room,
      state,
      names,
      personName: names.person,
      bodyName: names.body,
      subjectName: names.subject,
      may(command) {
        if (connection === 'offline') return refuse('connection/offline')
        const answer = decideCase(state, asOrder(command), {
          now: new Date(),
          actor: me,
          newId: () => 'asked',
          chance: () => 0.5,
          calendar,
        })
        return isRefusal(answer) ? answer : null
      },
    }
  }, [room, t])
}

/** One place that acts: waiting, and what was answered, beside the button that was pressed. */
export function useAct() {
  return useActWith(useOutletContext<CaseRoom>().send)
}
