/** The words a remark is about: two places that Yjs keeps through every edit around them, and the words as they were. */
export interface Anchor {
  /** Relative positions of Yjs, base64: before the first letter, behind the last. */
  readonly start: string
  readonly end: string
  /** As they stood when the remark was made; shown where nothing of them is left. */
  readonly words: string
  /** A few letters around them: by these they are found again where a paragraph was divided or made a heading. */
  readonly before: string
  readonly after: string
}

/** Words proposed instead of those at the anchor (修订). Nothing of it is in the text until it is accepted. */
export interface Suggestion {
  /** All the words at the anchor, as they stood when it was made; never none. */
  readonly before: string
  /** What is to stand there; a line break divides the paragraph. */
  readonly text: string
}

/** What accepting a suggestion does to the text. */
export type Amendment = Suggestion & Pick<Anchor, 'start' | 'end'>

/** A suggestion that waits, with who made it and when (ISO 8601): as it leaves in a file. */
export type Proposed = Amendment & { readonly by: string; readonly at: string }

export type Outcome = 'accepted' | 'refused' | 'withdrawn'

export interface Resolved {
  readonly by: string
  readonly name: string
  readonly at: string
  /** Of a suggestion. */
  readonly outcome: Outcome | null
}

export interface Message {
  readonly authorId: string
  readonly authorName: string
  readonly bodyId: string | null
  readonly at: string
  readonly text: string
  readonly mentions: readonly string[]
  /** What it said before its author corrected it, oldest first. */
  readonly earlier: readonly { readonly text: string; readonly at: string }[]
}

export interface Remark {
  /** 1, 2, 3 … within its document, in the order they were made. */
  readonly number: number
  /** Made on an opinion before it was submitted: it stays with the body that wrote it. */
  readonly sealed: boolean
  /** Null: about the document as a whole. */
  readonly anchor: Anchor | null
  /** Null: a remark and nothing else. */
  readonly suggestion: Suggestion | null
  /** The remark itself, then the answers. */
  readonly messages: readonly Message[]
  readonly resolved: Resolved | null
  /** Who was mentioned and has neither answered nor said that he has read it. */
  readonly waiting: readonly { readonly personId: string; readonly since: string }[]
  /** Of the entry that changed it last: a page asks for what is newer. */
  readonly changedAt: number
}

/** What is remarked on one live document, in a stream of its own beside the case's. */
export interface RemarksState {
  /** The document's name, `case/<id>/<part>`. */
  readonly id: string
  readonly seq: number
  /** Number n stands at place n - 1. A list, because it is copied with every entry and two thousand are usual. */
  readonly remarks: readonly Remark[]
  /** Number and title of the case, for the workbench. */
  readonly title: string
}
