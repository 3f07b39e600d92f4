import type { SeenComment } from '#domain/comments/view.ts'
import type { HearingOwn } from '#domain/hearings/view.ts'

/** Whether I made it: in the queue people are known by their ids, everywhere else by what stands for them. */
export function isOwn({ personId, participant }: HearingOwn, { authorId }: SeenComment): boolean {
  return authorId !== '' && (authorId === personId || authorId === participant?.ref)
}
