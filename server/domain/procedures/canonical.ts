import type { Stage } from '#domain/cases/types.ts'
import type { Mover, Need, ProcedureTemplate, Transition } from './template.ts'

function way(
  from: Stage,
  to: Stage,
  by: readonly Mover[],
  { reasonRequired = false, needs = [] }: { reasonRequired?: boolean; needs?: readonly Need[] } = {},
): Transition {
  return { from, to, by, reasonRequired, needs }
}

const needsHandlers = { needs: ['two-handlers'] } as const
const withReason = { reasonRequired: true } as const

/**
 * The canonical procedure of this release (domain/process.md A.4, stages 1 to 6b): on with what is complete,
 * aside or back only with a reason, decided by nothing but issued minutes (REQ-100, F-15).
 */
export const canonicalProcedure: ProcedureTemplate = {
  key: 'canonical',
  initial: 'submitted',
  stages: [
    { stage: 'submitted', final: false },
    { stage: 'accepted', final: false },
    { stage: 'in-verification', final: false },
    { stage: 'in-consultation', final: false },
    { stage: 'decided', final: true },
    { stage: 'shelved', final: false },
    { stage: 'to-hearing', final: false },
    { stage: 'returned', final: false },
  ],
  transitions: [
    way('submitted', 'accepted', ['secretary'], { needs: ['subjects'] }),
    way('submitted', 'returned', ['secretary'], withReason),
    way('accepted', 'in-verification', ['secretary'], needsHandlers),
    way('accepted', 'returned', ['secretary'], withReason),
    way('in-verification', 'in-consultation', ['secretary', 'handler'], needsHandlers),
    way('in-verification', 'returned', ['secretary', 'handler'], withReason),
    way('in-consultation', 'decided', ['minutes']),
    way('in-consultation', 'shelved', ['secretary', 'leader', 'minutes'], withReason),
    way('in-consultation', 'to-hearing', ['secretary', 'leader', 'minutes', 'hearing'], withReason),
    way('accepted', 'to-hearing', ['hearing'], withReason),
    way('in-verification', 'to-hearing', ['hearing'], withReason),
    way('shelved', 'to-hearing', ['hearing'], withReason),
    way('returned', 'to-hearing', ['hearing'], withReason),
    way('in-consultation', 'returned', ['secretary', 'leader', 'minutes'], withReason),
    way('shelved', 'in-consultation', ['secretary', 'leader'], needsHandlers),
    way('to-hearing', 'in-consultation', ['secretary', 'leader'], needsHandlers),
    way('returned', 'accepted', ['secretary'], { needs: ['subjects'] }),
    way('returned', 'in-verification', ['secretary', 'handler'], needsHandlers),
  ],
}
