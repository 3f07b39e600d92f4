import type { Refusal } from '#domain/record/refusal.ts'

/** A text on its way into a Word file: ProseMirror JSON, with the blocks of this work in words already. */
export interface WordNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>> | undefined
  readonly content?: readonly WordNode[] | undefined
  readonly marks?:
    | readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> | undefined }[]
    | undefined
  readonly text?: string | undefined
}

export interface WordPaper {
  readonly title: string
  /** Number and title of the case. */
  readonly caseLine: string
  readonly unit: string
  readonly date: string
  /** Who took it out and when; stands at the head of every page. */
  readonly taken: string
  readonly content: WordNode
}

/** What stands in a Word file, as HTML that is cleaned like what is pasted before anybody sees it. */
export interface WordText {
  readonly html: string
  /** Remarks beside the text, which do not come along. */
  readonly comments: number
  /** Places where the file keeps track of changes: they come as if accepted. */
  readonly revisions: number
}

/** Word files, written and read. `server/word-files` implements it. */
export interface WordFiles {
  /** A .docx in the measures of GB/T 9704. Refusals: word/too-large, input/too-often (too many at once). */
  write(paper: WordPaper): Promise<Uint8Array | Refusal>
  /** Nothing outside of the file is asked for. Refusals: word/not-a-document, word/too-large, input/too-often. */
  read(file: Uint8Array): Promise<WordText | Refusal>
}
