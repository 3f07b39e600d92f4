import type { Context } from '#domain/record/entry.ts'
import { refuse } from '#domain/record/refusal.ts'
import { actingRules } from './acting.ts'
import { attendanceRules } from './attendance.ts'
import { courseRules } from './course.ts'
import { feedbackRules } from './feedback.ts'
import { floorRules } from './floor.ts'
import { invitationRules } from './invitations.ts'
import { namingRules } from './naming.ts'
import type { Decided, HearingDecidable, Orders, OrderType, Rules } from './order.ts'
import { orderingRules } from './ordering.ts'
import { passageRules } from './passages.ts'
import { questionRules } from './questions.ts'
import { recusalRules } from './recusal.ts'
import { roomOrderRules } from './room-order.ts'
import { signingRules } from './signing.ts'
import { stageRules } from './stage.ts'
import { stoppingRules } from './stopping.ts'
import type { HearingState } from './types.ts'

const rules: Rules = {
  ...orderingRules,
  ...namingRules,
  ...invitationRules,
  ...attendanceRules,
  ...courseRules,
  ...stoppingRules,
  ...recusalRules,
  ...floorRules,
  ...questionRules,
  ...roomOrderRules,
  ...stageRules,
  ...passageRules,
  ...signingRules,
  ...actingRules,
  ...feedbackRules,
}

function decideBy<T extends OrderType>(
  state: HearingState,
  type: T,
  order: Orders[T],
  context: Context,
): Decided {
  return rules[type](state, order, context)
}

/**
 * What a command or instruction makes happen in a hearing, or why it may not. Pure: state, order and context give
 * the answer. Section H of RULES.md.
 */
export function decideHearing(state: HearingState, order: HearingDecidable, context: Context): Decided {
  if (!Object.hasOwn(rules, order.type)) return refuse('input/invalid')
  if (state.seq === 0 && order.type !== 'order') return refuse('access/not-found')
  return decideBy(state, order.type, order, context)
}
