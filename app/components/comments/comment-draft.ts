export interface CommentDraft {
  readonly text: string
  readonly issueId: string
}

const PREFIX = 'comment-draft:'
const EMPTY: CommentDraft = { text: '', issueId: '' }

interface Whose {
  readonly hearingId: string
  readonly personId: string
}

const keyOf = ({ hearingId, personId }: Whose) => `${PREFIX}${personId}:${hearingId}`

/** A comment half written, kept over a reload in this tab. Storage may be full or forbidden: then nothing is kept and nothing breaks. */
export function readDraft(storage: Storage, whose: Whose): CommentDraft {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(whose)) ?? '{}') as Record<string, unknown>
    const { text, issueId } = kept
    return {
      text: typeof text === 'string' ? text : '',
      issueId: typeof issueId === 'string' ? issueId : '',
    }
  } catch {
    return EMPTY
  }
}

/** Empty: nothing is kept. What somebody else left in this tab goes. */
export function keepDraft(storage: Storage, whose: Whose, draft: CommentDraft): void {
  try {
    const own = `${PREFIX}${whose.personId}:`
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
    for (const key of keys) if (key.startsWith(PREFIX) && !key.startsWith(own)) storage.removeItem(key)
    if (draft.text === '') storage.removeItem(keyOf(whose))
    else storage.setItem(keyOf(whose), JSON.stringify(draft))
  } catch {
    // As before there was a draft: what is typed stands on the page.
  }
}

export const forgetDraft = (storage: Storage, whose: Whose) => keepDraft(storage, whose, EMPTY)
