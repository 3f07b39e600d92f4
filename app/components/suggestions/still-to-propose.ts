import type { Suggestion } from '#domain/remarks/types.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'
import type { asProposed } from './changes.ts'

type Proposal = ReturnType<typeof asProposed>

const keyOf = ({ start, end }: Proposal['anchor'], { before, text }: Suggestion) =>
  JSON.stringify([start, end, before, text])

/**
 * Of what a draft has otherwise, what its author has not proposed yet: of a draft that goes in several steps some may have been
 * taken before one was refused, and an answer may have been lost.
 */
export function stillToPropose<Change>(
  all: readonly Change[],
  as: (change: Change) => Proposal,
  remarks: ReadonlyMap<number, SeenRemark>,
  personId: string,
): readonly Change[] {
  const waiting = new Set(
    [...remarks.values()].flatMap(({ anchor, suggestion, resolved, messages }) =>
      anchor && suggestion && !resolved && messages[0]?.authorId === personId
        ? [keyOf(anchor, suggestion)]
        : [],
    ),
  )
  if (waiting.size === 0) return all
  return all.filter((change) => {
    const proposal = as(change)
    return !waiting.has(keyOf(proposal.anchor, proposal))
  })
}
