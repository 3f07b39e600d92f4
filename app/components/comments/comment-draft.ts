import { keepInTab, keyOf, readKept } from '#app/components/ui/kept-in-tab.ts'

export interface CommentDraft {
  readonly text: string
  readonly issueId: string
}

interface Whose {
  readonly hearingId: string
  readonly personId: string
}

const placeOf = ({ hearingId, personId }: Whose) => ({ prefix: 'comment-draft:', personId, of: hearingId })

/** A comment half written, kept over a reload in this tab. */
export function readDraft(storage: Storage, whose: Whose): CommentDraft {
  const { text, issueId } = readKept(storage, keyOf(placeOf(whose)))
  return {
    text: typeof text === 'string' ? text : '',
    issueId: typeof issueId === 'string' ? issueId : '',
  }
}

export const keepDraft = (storage: Storage, whose: Whose, draft: CommentDraft) =>
  keepInTab(storage, placeOf(whose), draft.text === '' ? null : draft)

export const forgetDraft = (storage: Storage, whose: Whose) => keepInTab(storage, placeOf(whose), null)
