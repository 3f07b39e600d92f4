import type { IncomingMessage } from 'node:http'
import type { CaseCommand } from '#domain/cases/commands.ts'
import type { CommentCommand } from '#domain/comments/commands.ts'
import type { HearingCommand } from '#domain/hearings/commands.ts'
import type { CastVote, MeetingCommand } from '#domain/meetings/commands.ts'
import type { MinutesCommand } from '#domain/minutes/commands.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import type { Audience, DocumentMode, DocumentReader } from '#protocol/messages.ts'
import type { FeedChanges } from '../rooms/comment-feed.ts'
import type { RemarkPiece } from '../rooms/remark-feed.ts'
import type { SeenStream } from '../rooms/rooms.ts'

type Executed = Promise<{ readonly seq: number } | Refusal>
type Seen = Promise<{ readonly state: { readonly seq: number } } | Refusal>

/** What the socket asks of the services; `Services` has this shape and more. */
export interface RealtimeServices {
  readonly cases: {
    view(actor: Actor, caseId: string): Seen
    execute(actor: Actor, caseId: string, commandId: string, command: CaseCommand): Executed
  }
  readonly meetings: {
    view(actor: Actor, meetingId: string, audience: Audience): Seen
    execute(actor: Actor, meetingId: string, commandId: string, command: MeetingCommand): Executed
    cast(
      actor: Actor,
      meetingId: string,
      commandId: string,
      vote: CastVote,
    ): Promise<{ readonly receipt: string } | Refusal>
  }
  readonly minutes: {
    view(actor: Actor, minutesId: string): Seen
    execute(actor: Actor, minutesId: string, commandId: string, command: MinutesCommand): Executed
  }
  readonly hearings: {
    view(actor: Actor, hearingId: string, audience: Audience): Promise<SeenStream | Refusal>
    execute(actor: Actor, hearingId: string, commandId: string, command: HearingCommand): Executed
  }
  readonly comments: {
    readerOf(actor: Actor, hearingId: string): Promise<{ readonly moderates: boolean } | Refusal>
    changesOf(hearingId: string, after: number): Promise<FeedChanges>
    execute(actor: Actor, hearingId: string, commandId: string, command: CommentCommand): Executed
  }
  readonly remarks: {
    changes(actor: Actor, name: string, after: number): Promise<RemarkPiece | Refusal>
    readers(actor: Actor, name: string): Promise<readonly DocumentReader[] | Refusal>
    execute(actor: Actor, name: string, commandId: string, command: RemarkCommand): Executed
  }
  readonly documents: {
    access(actor: Actor, name: string): Promise<DocumentMode | Refusal>
  }
}

export interface Identity {
  readonly actor: Actor
  /** When the session ends unless it is used; asked again before then in any case. */
  readonly expiresAt?: Date
}

/**
 * The one road from cookie to actor, the same as for pages; null: nobody is signed in by it. `active` keeps
 * the session alive: the person did something, or sits in a meeting, where listening is being there (F-115).
 */
export type ActorFrom = (cookieHeader: string | null, active: boolean) => Promise<Identity | null>

export type OriginAllowed = (request: IncomingMessage) => boolean
