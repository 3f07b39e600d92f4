import { keepInTab, keyOf, readKept } from '#app/components/ui/kept-in-tab.ts'
import type { Stand } from '#domain/meetings/types.ts'

export const STANDS: readonly Stand[] = ['FOR', 'AGAINST', 'DEFER']

export interface StatementDraft {
  readonly stand: Stand | null
  readonly reason: string
}

interface Whose {
  readonly meetingId: string
  readonly itemId: string
  readonly personId: string
}

const placeOf = ({ meetingId, itemId, personId }: Whose) => ({
  prefix: 'statement-draft:',
  personId,
  of: `${meetingId}:${itemId}`,
})

/** A statement half written stays in this tab: the chair's leaning must not leave the browser (F-06). */
export function readDraft(storage: Storage, whose: Whose): StatementDraft {
  const { stand, reason } = readKept(storage, keyOf(placeOf(whose)))
  return {
    stand: STANDS.find((one) => one === stand) ?? null,
    reason: typeof reason === 'string' ? reason : '',
  }
}

export const keepDraft = (storage: Storage, whose: Whose, draft: StatementDraft) =>
  keepInTab(storage, placeOf(whose), draft.stand === null && draft.reason === '' ? null : draft)

export const forgetDraft = (storage: Storage, whose: Whose) => keepInTab(storage, placeOf(whose), null)
