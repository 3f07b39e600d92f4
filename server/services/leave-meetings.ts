import type { WhyOut } from '#domain/meetings/happenings.ts'
import { bodyOf, isPresent, presentIds } from '#domain/meetings/participants.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { calendarDateIn } from './time-zone.ts'
import type { MeetingListStore } from './meetings.ts'
import type { RecordPort, Surroundings } from './ports.ts'

/** Who of these cannot take part on that day, and why: a body's people hold a role in it, others any role. */
export interface OfficeLookup {
  outOfOffice(
    people: readonly { readonly personId: string; readonly bodyId: string | null }[],
    day: string,
  ): Promise<ReadonlyMap<string, WhyOut>>
}

export interface LeaveMeetings {
  /** Whether and why a person cannot take part in a meeting, also where the roll names him. */
  whyOut(state: MeetingState, personId: string): Promise<WhyOut | null>
  /** After his account was disabled or a role ended: out of the meetings in which he cannot take part any more. */
  everyMeeting(actor: Actor, personId: string): Promise<void>
  /** Before people are counted: out with whoever cannot take part any more. */
  everybodyOut(meetingId: string): Promise<void>
  /** Of all meetings that go on, for those whose term ended by its date. */
  sweep(): Promise<void>
}

interface Ports<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly list: MeetingListStore
  readonly office: OfficeLookup
}

const isOver = ({ status }: { readonly status: string }) => status === 'closed' || status === 'cancelled'

/** A term that ends by its date is ended by nobody: the entry is the person's own. */
const himself = (personId: string): Actor => ({
  personId,
  name: '',
  bodyId: null,
  bodyName: null,
  roles: [],
})

/**
 * Takes whoever cannot take part any more out of the meetings in which he is present (M-28, M-30): he counts neither
 * for the quorum nor on the roll of the next ballot. Who left meanwhile, or whose meeting ended: nothing to do.
 */
export function createLeaveMeetings<Tx>(ports: Ports<Tx>): LeaveMeetings {
  const { record, list, office } = ports
  const load = (meetingId: string) => record.load<MeetingState>(`meeting/${meetingId}`)

  function out(state: MeetingState, personIds: readonly string[]): Promise<ReadonlyMap<string, WhyOut>> {
    const day = calendarDateIn(ports.now(), ports.timeZone)
    const called = personIds.map((personId) => ({ personId, bodyId: bodyOf(state, personId) }))
    return office.outOfOffice(called, day)
  }

  async function takeOut(
    state: MeetingState,
    personIds: readonly string[],
    actorOf: (personId: string) => Actor,
  ): Promise<void> {
    const present = personIds.filter((personId) => isPresent(state, personId))
    if (present.length === 0) return
    for (const [personId, because] of await out(state, present)) {
      const stream = `meeting/${state.id}`
      const done = await record.executeAll({
        actor: actorOf(personId),
        commandId: ports.newId(),
        steps: [{ stream, command: { type: 'take-out', personId, because } }],
      })
      if (isRefusal(done) && !done.refused.startsWith('meeting/'))
        throw new Error(`${stream}: ${personId} was not taken out: ${done.refused}`)
    }
  }

  async function everybodyOut(meetingId: string): Promise<void> {
    const state = await load(meetingId)
    if (!isOver(state)) await takeOut(state, [...presentIds(state)], himself)
  }

  return {
    whyOut: async (state, personId) => (await out(state, [personId])).get(personId) ?? null,

    async everyMeeting(actor, personId) {
      const meetings = await list.list({ all: false, personId })
      for (const { id } of meetings.filter((one) => !isOver(one)))
        await takeOut(await load(id), [personId], () => actor)
    },

    everybodyOut,

    async sweep() {
      const meetings = await list.list({ all: true, personId: '' })
      for (const { id } of meetings.filter((one) => !isOver(one))) await everybodyOut(id)
    },
  }
}
