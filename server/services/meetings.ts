import type { CastVote, Convocation, MeetingCommand } from '#domain/meetings/commands.ts'
import { mayConvene } from '#domain/meetings/may.ts'
import { platformMeetingRules } from '#domain/meetings/rules.ts'
import { isParticipant } from '#domain/meetings/participants.ts'
import type { MeetingState, MemberDue } from '#domain/meetings/types.ts'
import {
  mayReadMeeting,
  meetingViewFor,
  type MeetingView,
  type MeetingViewer,
} from '#domain/meetings/view.ts'
import { maySeeAllCases } from '#domain/cases/may.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { BallotBox } from './ballot-box.ts'
import type { LeaveMeetings } from './leave-meetings.ts'
import { castInto, instructionsFor } from './meeting-commands.ts'
import type { ViewerOf } from './meeting-viewer.ts'
import { namesIn } from './names-in.ts'
import type { NewItems } from './new-items.ts'
import { sharedReading } from './shared-reading.ts'
import type { NameStore, RecordPort, Surroundings, VersionStore } from './ports.ts'

export interface MeetingListRow {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly status: string
  readonly grade: string
  readonly cases: readonly { readonly number: string; readonly title: string }[]
  readonly minutesId: string | null
}

export interface MeetingsService {
  list(actor: Actor): Promise<readonly MeetingListRow[]>
  view(actor: Actor, meetingId: string, audience: MeetingViewer['audience']): Promise<MeetingView | Refusal>
  convene(actor: Actor, commandId: string, convocation: Convocation): Promise<{ meetingId: string } | Refusal>
  execute(
    actor: Actor,
    meetingId: string,
    commandId: string,
    command: MeetingCommand,
  ): Promise<{ seq: number } | Refusal>
  cast(
    actor: Actor,
    meetingId: string,
    commandId: string,
    vote: CastVote,
  ): Promise<{ receipt: string } | Refusal>
  /** Records as having left whose role ended by its date (M-30); a job's, not a person's. */
  takeOutEnded(): Promise<void>
}

export interface MeetingListStore {
  list(visible: { all: boolean; personId: string }): Promise<readonly MeetingListRow[]>
}

/** Who a person is for the roll: name and body of the day the meeting is convened. */
export interface MemberLookup {
  membersFor(personIds: readonly string[]): Promise<readonly MemberDue[]>
}

interface Ports<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly list: MeetingListStore
  readonly members: MemberLookup
  readonly items: NewItems
  readonly box: BallotBox<Tx>
  readonly versions: VersionStore<Tx>
  readonly names: NameStore
  readonly viewerOf: ViewerOf
  readonly leaveMeetings: LeaveMeetings
  /** Called after a vote is committed; the room tells the turnout at most twice a second. */
  readonly onCast: (meetingId: string, personId: string) => void
}

/** Before these people are counted, so whoever cannot take part any more is taken out first (M-30). */
const COUNTING: ReadonlySet<MeetingCommand['type']> = new Set([
  'open',
  'resume',
  'put-question',
  'open-second-round',
  'close-ballot',
])

export function createMeetingsService<Tx>(ports: Ports<Tx>): MeetingsService {
  const { record, box } = ports
  const load = (meetingId: string) => record.load<MeetingState>(`meeting/${meetingId}`)
  const ownsOf = sharedReading((pollIds: string) => box.owns(pollIds.split(' ')))
  const turnoutOf = sharedReading((pollId: string) => box.turnout(pollId))

  return {
    list: (actor) => ports.list.list({ all: maySeeAllCases(actor), personId: actor.personId }),

    async view(actor, meetingId, audience) {
      const state = await load(meetingId)
      if (state.seq === 0 || !mayReadMeeting(actor, state)) return refuse('access/not-found')
      const view = meetingViewFor(await ports.viewerOf(actor, audience), state)
      if (isRefusal(view)) return view
      const polls = view.state.items.flatMap((item) => item.polls)
      const [turnout, own, people, bodies] = await Promise.all([
        Promise.all(polls.filter((poll) => poll.status === 'open').map((poll) => turnoutOf(poll.id))),
        audience === 'person' && polls.length > 0
          ? ownsOf(polls.map((poll) => poll.id).join(' ')).then((owns) => owns.get(actor.personId) ?? [])
          : [],
        ports.names.people(),
        ports.names.bodies(),
      ])
      return { ...view, turnout, own, people: namesIn(view.state, people), bodies }
    },

    async convene(actor, commandId, convocation) {
      if (!mayConvene(actor)) return refuse('access/denied')
      const [membersDue, attendees] = await Promise.all([
        ports.members.membersFor(convocation.memberIds),
        ports.members.membersFor(convocation.attendeeIds),
      ])
      if (
        membersDue.length !== convocation.memberIds.length ||
        attendees.length !== convocation.attendeeIds.length
      )
        return refuse('people/body-unknown')
      const pinned = await ports.items.pin(actor, commandId, convocation.caseIds)
      if (isRefusal(pinned)) return pinned
      const { memberIds: _m, attendeeIds: _a, caseIds: _c, ...particulars } = convocation
      const done = await record.executeAll({
        actor,
        commandId,
        steps: [
          {
            stream: `meeting/${commandId}`,
            command: {
              type: 'convene',
              convocation: particulars,
              rules: platformMeetingRules,
              membersDue,
              attendees,
              items: pinned.items,
            },
          },
          ...pinned.caseSteps,
        ],
        alsoWrite: async (tx) => {
          for (const version of pinned.versions) await ports.versions.insert(tx, version)
        },
      })
      return isRefusal(done) ? done : { meetingId: commandId }
    },

    async execute(actor, meetingId, commandId, command) {
      const state = await load(meetingId)
      if (state.seq === 0 || !mayReadMeeting(actor, state)) return refuse('access/not-found')
      if (command.type === 'check-in') {
        const why = await ports.leaveMeetings.whyOut(state, command.personId ?? actor.personId)
        // Of those whom the meeting does not know the rule says so.
        if (why && isParticipant(state, command.personId ?? actor.personId))
          return refuse('meeting/out-of-office')
      }
      if (COUNTING.has(command.type)) await ports.leaveMeetings.everybodyOut(meetingId)
      const planned = await instructionsFor(ports, actor, state, commandId, command)
      if (isRefusal(planned)) return planned
      const done = await record.executeAll({ actor, commandId, ...planned })
      return isRefusal(done) ? done : { seq: done.seqs[0] ?? 0 }
    },

    takeOutEnded: () => ports.leaveMeetings.sweep(),

    async cast(actor, meetingId, commandId, vote) {
      const state = await load(meetingId)
      if (state.seq === 0 || !mayReadMeeting(actor, state)) return refuse('access/not-found')
      const answer = await castInto(ports, actor, state, commandId, vote)
      if (!isRefusal(answer)) ports.onCast(meetingId, actor.personId)
      return answer
    },
  }
}
