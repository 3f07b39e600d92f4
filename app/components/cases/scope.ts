import { isApplicant, type Scope } from '#domain/cases/standing.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { CaseView } from '#server/services/cases.ts'

/**
 * How much of the case this view shows. The browser does not know on what grounds somebody reads (a meeting,
 * a duty), but the server said of every document whether it may be read.
 */
export function scopeOfView(view: CaseView, me: Actor): Exclude<Scope, 'none'> {
  if (isApplicant(me, view.state)) return 'applicant'
  return Object.values(view.documents).some((access) => access !== 'none') ? 'all' : 'duty'
}
