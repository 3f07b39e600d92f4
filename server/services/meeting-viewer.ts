import type { MeetingViewer } from '#domain/meetings/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { RecusalStore } from './ports.ts'

/** Who looks at a meeting, with what closes parts of it to him: recusals of other meetings too (D-13). */
export function createMeetingViewer(ports: { recusals: RecusalStore }) {
  return async function viewerOf(
    actor: Actor,
    audience: MeetingViewer['audience'] = 'person',
  ): Promise<MeetingViewer> {
    const { personId, roles } = actor
    const closed = await ports.recusals.closedCases()
    return { personId, audience, roles, closedCaseIds: closed.get(personId) ?? [] }
  }
}

export type ViewerOf = ReturnType<typeof createMeetingViewer>
