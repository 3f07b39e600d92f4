import type { Phase } from '#domain/hearings/phases.ts'
import type { SeenComment } from './view.ts'

/**
 * What the hall reads on the big screen: of the comments made in this phase those that all may see, the ones that nobody
 * answered yet first, among them what most support, and of equals the newest.
 */
export function commentsOnScreen(
  comments: readonly SeenComment[],
  phase: Phase | null,
  most: number,
): readonly SeenComment[] {
  const open = ({ status }: SeenComment) => Number(status === 'admitted')
  return comments
    .filter(({ status, tie }) => (status === 'admitted' || status === 'answered') && tie.phase === phase)
    .sort((a, b) => open(b) - open(a) || b.support - a.support || (a.at < b.at ? 1 : -1))
    .slice(0, most)
}
