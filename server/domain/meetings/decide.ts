import { refuse } from '#domain/record/refusal.ts'
import type { Context } from '#domain/record/entry.ts'
import { agendaRules } from './agenda.ts'
import { attendanceRules } from './attendance.ts'
import { ballotClosingRules } from './ballot-closing.ts'
import { ballotVoidingRules } from './ballot-voiding.ts'
import { ballotOpeningRules } from './ballot-opening.ts'
import { conveningRules } from './convening.ts'
import { courseRules } from './course.ts'
import { floorRules } from './floor.ts'
import { itemCourseRules } from './item-course.ts'
import type { Decided, MeetingOrder, Orders, OrderType, Rules } from './order.ts'
import { recusalRules } from './recusal.ts'
import { reconsiderationRules } from './reconsideration.ts'
import { statementRules } from './statements.ts'
import type { MeetingState } from './types.ts'

const rules: Rules = {
  ...conveningRules,
  ...attendanceRules,
  ...courseRules,
  ...agendaRules,
  ...itemCourseRules,
  ...recusalRules,
  ...floorRules,
  ...statementRules,
  ...ballotOpeningRules,
  ...ballotClosingRules,
  ...ballotVoidingRules,
  ...reconsiderationRules,
}

function decideBy<T extends OrderType>(
  state: MeetingState,
  type: T,
  order: Orders[T],
  context: Context,
): Decided {
  return rules[type](state, order, context)
}

/**
 * What a command or instruction makes happen in a meeting, or why it may not. Pure: state, order and context give
 * the answer, in the server and in the browser alike. Sections M, A, X and B of RULES.md.
 */
export function decideMeeting(state: MeetingState, order: MeetingOrder, context: Context): Decided {
  if (!Object.hasOwn(rules, order.type)) return refuse('input/invalid')
  if (state.seq === 0 && order.type !== 'convene') return refuse('access/not-found')
  return decideBy(state, order.type, order, context)
}
