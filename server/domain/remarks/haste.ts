import type { Context } from '#domain/record/entry.ts'
import { MOST_OF_ONE, MOST_REMARKS, REMARKS_PER_MINUTE } from './limits.ts'
import type { RemarksState } from './types.ts'

const MINUTE = 60_000

/** Whether somebody has said as much as may be said in a minute. All that is suggested in one step has one time and counts once. */
export function isHasty(state: RemarksState, { actor, now }: Context): boolean {
  const since = now.getTime() - MINUTE
  const lately = state.remarks.flatMap(({ messages, suggestion }) =>
    messages.flatMap(({ authorId, at }, place) =>
      authorId === actor.personId && Date.parse(at) > since
        ? [{ at, isSuggested: suggestion !== null && place === 0 }]
        : [],
    ),
  )
  const steps = new Set(lately.filter(({ isSuggested }) => isSuggested).map(({ at }) => at))
  return lately.filter(({ isSuggested }) => !isSuggested).length + steps.size >= REMARKS_PER_MINUTE
}

/** Whether so many more are too many, of all or of this person's. */
export function isFull({ remarks }: RemarksState, { actor }: Context, added: number): boolean {
  const own = remarks.filter(({ messages }) => messages[0]?.authorId === actor.personId).length
  return remarks.length + added > MOST_REMARKS || own + added > MOST_OF_ONE
}
