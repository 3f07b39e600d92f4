import { useTranslation } from 'react-i18next'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import { isPresent, isTribunal } from '#domain/hearings/people.ts'
import { PHASE_RULES } from '#domain/hearings/phases.ts'
import { useMayComment } from './may-comment.ts'
import { useHearing, type Hearing } from './room-context.tsx'

/** What is offered in the sentence, in this order, where it may be done now. */
const OFFERED = [
  'give-opinion',
  'confirm-passage',
  'ask-to-speak',
  'put-question',
] as const satisfies readonly HearingCommand['type'][]

/** The one that fits: from who I am and how far it is; null where it depends on what I may do now. */
function fixedKey({ state, mine, shared }: Hearing): string | null {
  if (state.status !== 'open') return `status.${state.status}`
  if (!mine) return 'office'
  if (!isPresent(mine)) return 'away'
  if (shared.sight === 'witness-outside') return 'outside'
  if (mine.capacity === 'chair' || mine.capacity === 'recorder')
    return `${mine.capacity}.${state.phase ?? 'identity'}`
  const alone = state.phase !== null && PHASE_RULES[state.phase].closedRoom
  return alone && !isTribunal(mine.capacity) ? 'deliberates' : null
}

/** One sentence for this person: what he may do in the present phase. From the rules' own answers, so that it never promises more. */
export function useWhatNow(): string {
  const { t } = useTranslation('hearings')
  const hearing = useHearing()
  const comment = useMayComment()
  const fixed = fixedKey(hearing)
  if (fixed !== null) return t(`hearings:now.${fixed}`)
  const offered: string[] = OFFERED.filter((type) => hearing.own.may[type] === null)
  if (comment === null) offered.push('comment')
  // Outside of the phase of rights it stays possible, and is said where it is the matter in hand.
  if (hearing.state.phase === 'rights' && hearing.own.may['apply-for-recusal'] === null)
    offered.unshift('apply-for-recusal')
  if (offered.length === 0) return t('hearings:now.listen')
  return t('hearings:now.may', {
    what: offered.map((type) => t(`hearings:now.do.${type}`)).join(t('hearings:now.or')),
  })
}
