import type { WorkingCalendar } from '#domain/calendar/types.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { MinutesCommand } from '#domain/minutes/commands.ts'
import { decisionsFrom, verdictsOf } from '#domain/minutes/decisions.ts'
import { resolveFacts } from '#domain/minutes/facts.ts'
import type { MinutesHappening, MinutesInstruction } from '#domain/minutes/happenings.ts'
import { writesMinutes } from '#domain/minutes/may.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import { refusalOfFacts } from '#domain/minutes/required-facts.ts'
import type { MinutesState } from '#domain/minutes/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { canonicalJson } from './canonical-json.ts'
import { departuresIn } from './minutes-departures.ts'
import { yearIn } from './time-zone.ts'
import type { ViewerOf } from './meeting-viewer.ts'
import type { AccessMinutes } from './minutes-access.ts'
import type {
  CounterStore,
  LiveDocuments,
  NameStore,
  RecordPort,
  Surroundings,
  VersionStore,
} from './ports.ts'
import { versionOf } from './versions.ts'

export interface MinutesPorts<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly accessMinutes: AccessMinutes
  readonly viewerOf: ViewerOf
  readonly counters: CounterStore<Tx>
  readonly versions: VersionStore<Tx>
  readonly documents: LiveDocuments
  readonly names: NameStore
  readonly calendar: () => Promise<WorkingCalendar>
}

export const textOf = (minutesId: string) => `minutes/${minutesId}/text`

const unannounced = (meeting: MeetingState): number =>
  meeting.items.flatMap((item) => item.polls).filter((poll) => poll.status === 'closed').length

/** What the minutes take over from the meeting when they are begun. */
export function draftInstruction(meeting: MeetingState): MinutesInstruction {
  return {
    type: 'draft',
    from: {
      meetingId: meeting.id,
      meetingTitle: meeting.title,
      bodyIds: [...new Set(meeting.membersDue.map((member) => member.bodyId))],
      attendedIds: meeting.presences.map((presence) => presence.personId),
      secretaryIds: meeting.secretaryIds,
      chairId: meeting.chairId,
      caseIds: [...new Set(meeting.items.map((item) => item.caseId))],
      refersTo: null,
    },
    meetingStatus: meeting.status,
    unannounced: unannounced(meeting),
  }
}

interface Found {
  readonly state: MinutesState
  readonly meeting: MeetingState
}

/**
 * A text that lacks facts of the record is refused already here, where it can be drafted anew at once; whether it
 * may go out for countersigning is asked again of the text that is frozen (N-16).
 */
async function sendToReview<Tx>(
  ports: MinutesPorts<Tx>,
  actor: Actor,
  { state, meeting }: Found,
  commandId: string,
): Promise<{ seq: number } | Refusal> {
  if (writesMinutes(actor, state) && state.step === 'draft') {
    const { content } = await ports.documents.read(textOf(state.id))
    const missing = refusalOfFacts(JSON.parse(content) as ProseNode, meeting)
    if (missing) return missing
  }
  const command = { type: 'send-to-review' }
  return ports.record.execute({ stream: `minutes/${state.id}`, actor, commandId, command })
}

/**
 * The text goes out for countersigning: frozen with its fact blocks told in full, so that what departments
 * sign is the words they saw and the hash covers the facts too.
 */
async function sendToCountersign<Tx>(
  ports: MinutesPorts<Tx>,
  actor: Actor,
  { state, meeting }: Found,
  commandId: string,
  departing: readonly string[],
): Promise<{ seq: number } | Refusal> {
  const name = textOf(state.id)
  const bodies = await ports.names.bodies()
  return ports.documents.freeze(name, async (text) => {
    if (text.isEmpty) return refuse('document/empty')
    const written = JSON.parse(text.content) as ProseNode
    const content = canonicalJson(resolveFacts(written, meeting, bodies, state.details, state.departures))
    const { version, frozen } = versionOf(
      { state: text.state, content },
      { name, reason: 'signed', label: '', personId: actor.personId },
      ports,
    )
    const done = await ports.record.executeAll({
      actor,
      commandId,
      steps: [
        {
          stream: `minutes/${state.id}`,
          command: {
            type: 'send-to-countersign',
            frozen,
            meeting,
            text: written,
            unannounced: unannounced(meeting),
            asOf: state.seq,
            departing,
          },
        },
      ],
      alsoWrite: (tx) => ports.versions.insert(tx, version),
    })
    return isRefusal(done) ? done : { seq: done.seqs[0] ?? 0 }
  })
}

/**
 * Signing issues the minutes and writes the decisions back to every case, in one transaction: number, entry,
 * decisions, stages and tasks stand together or not at all (REQ-103, REQ-245).
 */
async function signAndIssue<Tx>(
  ports: MinutesPorts<Tx>,
  actor: Actor,
  { state, meeting }: Found,
  commandId: string,
  departing: readonly string[],
): Promise<{ seq: number } | Refusal> {
  const year = yearIn(ports.now(), ports.timeZone)
  const calendar = await ports.calendar()
  const frozen = state.frozen ?? { versionId: '', hash: '' }
  const decisionStep = (caseId: string) => ({
    stream: `case/${caseId}`,
    command: async (_tx: Tx, before: readonly Recorded[]): Promise<unknown> => {
      const issued = (before as unknown as readonly MinutesHappening[]).find(
        (entry) => entry.type === 'minutes/issued',
      )
      if (issued?.type !== 'minutes/issued') return refuse('minutes/wrong-step')
      const decided = decisionsFrom(state, meeting, {
        number: issued.payload.number,
        hash: issued.payload.contentHash,
        calendar,
      })
      if (isRefusal(decided)) return decided
      return { type: 'record-decision', decisions: decided[caseId] ?? [] }
    },
  })
  const { minutesMark: mark } = await ports.names.jurisdiction()
  const decidedCases = new Set(verdictsOf(meeting).map((verdict) => verdict.item.caseId))
  const done = await ports.record.executeAll({
    actor,
    commandId,
    steps: [
      {
        stream: `minutes/${state.id}`,
        command: async (tx: Tx): Promise<MinutesInstruction> => ({
          type: 'sign',
          year,
          mark,
          ordinal: await ports.counters.next(tx, `minutes/${year}`),
          contentHash: frozen.hash,
          versionId: frozen.versionId,
          unannounced: unannounced(meeting),
          departing,
        }),
      },
      ...[...decidedCases].map(decisionStep),
    ],
  })
  return isRefusal(done) ? done : { seq: done.seqs[0] ?? 0 }
}

export async function executeMinutes<Tx>(
  ports: MinutesPorts<Tx>,
  actor: Actor,
  found: Found,
  commandId: string,
  command: MinutesCommand,
): Promise<{ seq: number } | Refusal> {
  const departing = async () => (await departuresIn(ports.record, found.meeting)).map(({ caseId }) => caseId)
  switch (command.type) {
    case 'send-to-review':
      return sendToReview(ports, actor, found, commandId)
    case 'send-to-countersign':
      return sendToCountersign(ports, actor, found, commandId, await departing())
    case 'sign':
      return signAndIssue(ports, actor, found, commandId, await departing())
    case 'reason-departure':
    case 'consent-to-departure':
    case 'send-to-sign':
      return ports.record.execute({
        stream: `minutes/${found.state.id}`,
        actor,
        commandId,
        command: { ...command, departing: await departing() },
      })
    default:
      return ports.record.execute({
        stream: `minutes/${found.state.id}`,
        actor,
        commandId,
        command,
      })
  }
}
