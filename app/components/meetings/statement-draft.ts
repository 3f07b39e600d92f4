import type { Stand } from '#domain/meetings/types.ts'

export const STANDS: readonly Stand[] = ['FOR', 'AGAINST', 'DEFER']

export interface StatementDraft {
  readonly stand: Stand | null
  readonly reason: string
}

const PREFIX = 'statement-draft:'
const EMPTY: StatementDraft = { stand: null, reason: '' }

interface Whose {
  readonly meetingId: string
  readonly itemId: string
  readonly personId: string
}

const keyOf = ({ meetingId, itemId, personId }: Whose) => `${PREFIX}${personId}:${meetingId}:${itemId}`

/**
 * A statement half written, kept over a reload in this tab and nowhere else: the chair's leaning must not leave
 * the browser (F-06). Storage may be full or forbidden: then nothing is kept and nothing breaks.
 */
export function readDraft(storage: Storage, whose: Whose): StatementDraft {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(whose)) ?? '{}') as Record<string, unknown>
    const { reason } = kept
    return {
      stand: STANDS.find((stand) => stand === kept['stand']) ?? null,
      reason: typeof reason === 'string' ? reason : '',
    }
  } catch {
    return EMPTY
  }
}

/** Empty: nothing is kept. What somebody else left in this tab goes. */
export function keepDraft(storage: Storage, whose: Whose, { stand, reason }: StatementDraft): void {
  try {
    const own = `${PREFIX}${whose.personId}:`
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
    for (const key of keys) if (key.startsWith(PREFIX) && !key.startsWith(own)) storage.removeItem(key)
    if (stand === null && reason === '') storage.removeItem(keyOf(whose))
    else storage.setItem(keyOf(whose), JSON.stringify({ stand, reason }))
  } catch {
    // As before there was a draft: what is typed stands on the page.
  }
}

export const forgetDraft = (storage: Storage, whose: Whose) => keepDraft(storage, whose, EMPTY)
