import type { CaseHappening } from '#domain/cases/happenings.ts'
import { caseEntryVisible } from '#domain/cases/may.ts'
import type { HearingHappening } from '#domain/hearings/happenings.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import { hearingEntryFor, sharedFor, sightOf, type HearingViewer } from '#domain/hearings/view.ts'
import type { MeetingHappening } from '#domain/meetings/happenings.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { mayReadMeeting, meetingEntryFor } from '#domain/meetings/view.ts'
import type { MinutesHappening } from '#domain/minutes/happenings.ts'
import { minutesEntryVisible } from '#domain/minutes/may.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessCase } from './case-access.ts'
import type { ViewerOf } from './meeting-viewer.ts'
import type { AccessMinutes } from './minutes-access.ts'
import type { NameStore, RecordPort, RecusalStore } from './ports.ts'

/** An entry as a viewer may see it; the page tells it in words by `type` and `payload`. */
export interface TimelineEntry {
  readonly stream: string
  readonly seq: number
  readonly type: string
  readonly payload: unknown
  readonly at: string
  readonly actorName: string
  readonly hash: string
}

export interface TimelineService {
  /** Oldest first; entries that the viewer may not see are left out. */
  of(actor: Actor, stream: string): Promise<readonly TimelineEntry[] | Refusal>
}

interface Ports<Tx> {
  readonly record: RecordPort<Tx>
  readonly accessCase: AccessCase
  readonly accessMinutes: AccessMinutes
  readonly viewerOf: ViewerOf
  readonly recusals: Pick<RecusalStore, 'closedCases'>
  readonly names: NameStore
}

/** How a stream is told to one person. */
interface Rule {
  readonly see: (entry: Recorded) => Recorded | null
  /** Names by which this person knows people, before those of the directory. */
  readonly names?: Readonly<Record<string, string>>
}

export function createTimelineService<Tx>(ports: Ports<Tx>): TimelineService {
  /** Whether the actor may read the stream at all, and then each of its entries as he may see it. */
  async function ruleFor(actor: Actor, stream: string): Promise<Rule | Refusal> {
    const [noun, id = ''] = stream.split('/')
    if (noun === 'case') {
      const access = await ports.accessCase(actor, id)
      if (isRefusal(access)) return access
      return {
        see: (entry) =>
          caseEntryVisible(actor, access.state, entry as Recorded<CaseHappening>) ? entry : null,
      }
    }
    if (noun === 'meeting') {
      const state = await ports.record.load<MeetingState>(stream)
      if (state.seq === 0 || !mayReadMeeting(actor, state)) return refuse('access/not-found')
      const viewer = await ports.viewerOf(actor)
      return { see: (entry) => meetingEntryFor(viewer, state, entry as Recorded<MeetingHappening>) }
    }
    if (noun === 'hearing') {
      const state = await ports.record.load<HearingState>(stream)
      const viewer: HearingViewer = {
        ...{ personId: actor.personId, roles: actor.roles, audience: 'person' },
        closedCaseIds: (await ports.recusals.closedCases()).get(actor.personId) ?? [],
      }
      const sight = sightOf(state, viewer)
      if (isRefusal(sight)) return sight
      return {
        see: (entry) => hearingEntryFor(viewer, state, entry as Recorded<HearingHappening>),
        // As everywhere else in the hearing: a masked person by his masked name, under his reference.
        names: Object.fromEntries(
          sharedFor(sight, state).state.participants.map(({ personId, name }) => [personId, name]),
        ),
      }
    }
    const access = await ports.accessMinutes(actor, id)
    if (isRefusal(access)) return access
    const { state, grounds } = access
    return {
      see: (entry) =>
        minutesEntryVisible(actor, state, entry as Recorded<MinutesHappening>, grounds) ? entry : null,
    }
  }

  return {
    async of(actor, stream) {
      const rule = await ruleFor(actor, stream)
      if (isRefusal(rule)) return rule
      const [entries, people] = await Promise.all([ports.record.entries(stream), ports.names.people()])
      const visible = entries.map(rule.see).filter((entry) => entry !== null)
      return visible.map(({ seq, type, payload, at, actorId, hash }) => ({
        stream,
        seq,
        type,
        payload,
        at,
        hash,
        actorName: rule.names?.[actorId] ?? people[actorId] ?? actorId,
      }))
    },
  }
}
