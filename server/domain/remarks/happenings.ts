import type { RefusalCode } from '#domain/record/refusal.ts'
import type { RemarkCommand } from './commands.ts'
import type { Anchor, Outcome, Suggestion } from './types.ts'

interface Said {
  readonly number: number
  readonly authorName: string
  readonly bodyId: string | null
  readonly text: string
  readonly mentions: readonly string[]
}

/** Everything that can happen among the remarks on a document. */
export type RemarkHappening =
  | {
      type: 'remark/made'
      payload: Said & { anchor: Anchor | null; suggestion?: Suggestion; sealed: boolean; title: string }
    }
  | { type: 'remark/replied'; payload: Said }
  | {
      type: 'remark/corrected'
      payload: { number: number; message: number; text: string; mentions: readonly string[] }
    }
  | { type: 'remark/resolved'; payload: { number: number; name: string } }
  | { type: 'remark/reopened'; payload: { number: number } }
  | {
      type: 'remark/decided'
      payload: { numbers: readonly number[]; outcome: Outcome; name: string }
    }
  | { type: 'remark/acknowledged'; payload: { number: number } }
  | {
      type: 'remark/rebound'
      payload: { places: readonly { number: number; start: string; end: string }[] }
    }

/** What the case says of who acts on the document, at the moment of the command. */
export interface Seat {
  readonly name: string
  readonly bodyId: string | null
  /** Why nothing can be said by him; null: it can. */
  readonly silenced: RefusalCode | null
  /** Why he can propose no other words; null: he can. */
  readonly unsuggesting: RefusalCode | null
  /** Resolves what others remarked: whoever writes the document or leads the work on the case. */
  readonly settles: boolean
  /** Writes the document: accepts and refuses what is suggested, and his editor knows where words went. */
  readonly writes: boolean
  /** The document is an opinion that is not submitted. */
  readonly sealed: boolean
  /** Sees what was remarked before the opinion was submitted; always, where the document is none. */
  readonly own: boolean
  /** Number and title of the case. */
  readonly title: string
}

/** Somebody who reads the document, and whether he also sees what was remarked while it was sealed. */
export interface Reader {
  readonly personId: string
  readonly own: boolean
}

/** A command with what the service has looked up for it; `readers` only where somebody is mentioned. */
export type RemarkInstruction = RemarkCommand & { readonly seat: Seat; readonly readers: readonly Reader[] }
