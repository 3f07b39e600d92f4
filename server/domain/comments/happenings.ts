import type { Capacity } from '#domain/hearings/types.ts'
import type { RefusalCode } from '#domain/record/refusal.ts'
import type { CommentCommand } from './commands.ts'
import type { CommentTie } from './types.ts'

/** Everything that can happen to the live comments of a hearing. */
export type CommentHappening =
  | {
      type: 'comment/made'
      payload: {
        commentId: string
        authorName: string
        /** Absent in what was recorded before it. */
        authorRef?: string
        capacity: Capacity
        text: string
        /** Earlier entries hold the number alone. */
        tie: Omit<CommentTie, 'paragraph'> & { readonly paragraph: CommentTie['paragraph'] | number }
      }
    }
  | { type: 'comment/supported'; payload: { commentId: string; yes: boolean } }
  | { type: 'comment/admitted'; payload: { commentId: string } }
  | { type: 'comment/answered'; payload: { commentId: string; text: string } }
  | { type: 'comment/held'; payload: { commentId: string; reason: string } }
  | { type: 'comment/struck'; payload: { commentId: string; reason: string } }
  | { type: 'comment/merged'; payload: { commentId: string; into: string } }

/** What the hearing says of who acts, at the moment of the command. */
export interface Seat {
  readonly name: string
  /** Stands for his id to those who are not told who he is. */
  readonly ref: string
  readonly capacity: Capacity
  readonly phase: CommentTie['phase']
  /** Chair and recorder work the queue. */
  readonly moderates: boolean
  /** Why nothing can be said now; null: it can. */
  readonly silenced: RefusalCode | null
  readonly issueIds: readonly string[]
  /** Papers that he may open, and how many paragraphs each has. */
  readonly papers: readonly { readonly id: string; readonly paragraphs: number }[]
  /** Since when the transcript that tells the comments stands as it is signed; null: it is still written. */
  readonly frozenAt: string | null
  readonly commentLength: number
  readonly commentsPerMinute: number
}

/** A command with the seat the service has looked up for it. */
export type CommentInstruction = CommentCommand & { readonly seat: Seat }
