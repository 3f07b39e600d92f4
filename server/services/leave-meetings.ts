import { isPresent } from '#domain/meetings/participants.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import type { MeetingListStore } from './meetings.ts'
import type { RecordPort } from './ports.ts'

export type LeaveMeetings = (actor: Actor, personId: string) => Promise<void>

interface Ports<Tx> {
  readonly record: RecordPort<Tx>
  readonly list: MeetingListStore
  readonly newId: () => string
}

/**
 * Takes a person whose account was disabled out of every meeting he is present in: he counts neither for the quorum
 * nor on the roll of the next ballot. A meeting that ended meanwhile, or that he left himself, refuses: nothing to do.
 */
export function createLeaveMeetings<Tx>({ record, list, newId }: Ports<Tx>): LeaveMeetings {
  return async (actor, personId) => {
    for (const { id, status } of await list.list({ all: false, personId })) {
      if (status === 'closed' || status === 'cancelled') continue
      const stream = `meeting/${id}`
      if (!isPresent(await record.load<MeetingState>(stream), personId)) continue
      const done = await record.executeAll({
        actor,
        commandId: newId(),
        steps: [{ stream, command: { type: 'take-out-disabled', personId } }],
      })
      if (isRefusal(done) && !done.refused.startsWith('meeting/'))
        throw new Error(`${stream}: ${personId} was not taken out: ${done.refused}`)
    }
  }
}
