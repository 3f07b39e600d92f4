import { mayCast } from '#domain/meetings/casting.ts'
import type { CastVote, MeetingCommand } from '#domain/meetings/commands.ts'
import type { MeetingHappening } from '#domain/meetings/happenings.ts'
import { pollOf } from '#domain/meetings/items.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { BallotBox } from './ballot-box.ts'
import type { NewItems } from './new-items.ts'
import type { Surroundings, VersionStore } from './ports.ts'

interface Ports<Tx> extends Surroundings {
  readonly items: NewItems
  readonly box: BallotBox<Tx>
  readonly versions: VersionStore<Tx>
}

interface Plan<Tx> {
  readonly steps: readonly {
    stream: string
    command: object | ((tx: Tx, before: readonly Recorded[]) => Promise<unknown>)
  }[]
  readonly alsoWrite?: (tx: Tx, entries: readonly Recorded[]) => Promise<void>
}

/**
 * Turns a person's command into what the record does in one transaction: the meeting's own step, what the
 * cases' streams learn, and the ballot box's rows. Deciding stays with the rules of the meeting.
 */
export async function instructionsFor<Tx>(
  ports: Ports<Tx>,
  actor: Actor,
  state: MeetingState,
  commandId: string,
  command: MeetingCommand,
): Promise<Plan<Tx> | Refusal> {
  const stream = `meeting/${state.id}`
  const { box } = ports
  switch (command.type) {
    case 'propose-item':
    case 'accept-item': {
      const caseId =
        command.type === 'propose-item'
          ? command.caseId
          : state.proposedItems.find((proposed) => proposed.id === command.proposalId)?.caseId
      // Without its item the rule refuses; a command sent again, whose proposal is gone by itself, is answered.
      if (!caseId) return { steps: [{ stream, command: { ...command, item: { caseId: '' } } }] }
      const pinned = await ports.items.pin(actor, state.id, [caseId])
      if (isRefusal(pinned)) return pinned
      const [item] = pinned.items
      // The case learns of it only when the item is on the agenda: a proposal may be declined.
      const added = command.type === 'accept-item' || state.chairId === actor.personId
      const proposal = command.type === 'propose-item' ? { caseTitle: item?.caseTitle, atOnce: added } : {}
      return {
        steps: [{ stream, command: { ...command, ...proposal, item } }, ...(added ? pinned.caseSteps : [])],
        ...(added && {
          alsoWrite: async (tx: Tx) => {
            for (const version of pinned.versions) await ports.versions.insert(tx, version)
          },
        }),
      }
    }
    case 'open-item': {
      const item = state.items.find((candidate) => candidate.id === command.itemId)
      if (!item) return refuse('agenda/unknown-item')
      return {
        steps: [
          { stream, command },
          {
            stream: `case/${item.caseId}`,
            command: { type: 'open-item', meetingId: state.id, itemId: item.id },
          },
        ],
      }
    }
    case 'defer-item':
    case 'cancel': {
      const ended =
        command.type === 'cancel' ? state.items : state.items.filter((item) => item.id === command.itemId)
      return {
        steps: [
          { stream, command },
          ...ended.map((item) => ({
            stream: `case/${item.caseId}`,
            command: { type: 'put-off-item', meetingId: state.id, itemId: item.id, reason: command.reason },
          })),
        ],
      }
    }
    case 'put-question':
    case 'open-second-round':
      return {
        steps: [{ stream, command }],
        alsoWrite: async (tx, entries) => {
          for (const entry of entries as unknown as readonly MeetingHappening[])
            if (entry.type === 'ballot/opened' && entry.payload.method !== 'show-of-hands')
              await box.open(tx, { ...entry.payload, id: entry.payload.pollId, stream })
        },
      }
    case 'close-ballot': {
      const poll = pollOf(state, command.pollId)?.poll
      const empty = { votedIds: [], counts: {}, choices: {} }
      if (poll?.method === 'show-of-hands' || !poll)
        return { steps: [{ stream, command: { ...command, box: empty } }] }
      return {
        steps: [
          {
            stream,
            command: async (tx: Tx) => ({ ...command, box: await box.close(tx, command.pollId) }),
          },
        ],
        ...(poll.method === 'secret' && {
          alsoWrite: (tx: Tx) => box.scatter(tx, command.pollId, ports),
        }),
      }
    }
    case 'void-ballot':
    case 'answer-void': {
      if (pollOf(state, command.pollId)?.poll.method === 'show-of-hands')
        return { steps: [{ stream, command }] }
      return {
        steps: [{ stream, command }],
        // Asking or declining leaves the box as it is.
        alsoWrite: async (tx, entries) => {
          if (entries.some(({ type }) => type === 'ballot/voided')) await box.discard(tx, command.pollId)
        },
      }
    }
    default:
      return { steps: [{ stream, command }] }
  }
}

/** What the box says in its own words, as a refusal. */
const REFUSED = {
  closed: 'ballot/closed',
  'already-voted': 'ballot/already-voted',
  'not-entitled': 'ballot/not-entitled',
} as const

/** Takes a vote: the meeting's rules first, then the roll row decides. Refusals: those of `mayCast`, ballot/…. */
export async function castInto<Tx>(
  ports: Ports<Tx>,
  actor: Actor,
  state: MeetingState,
  commandId: string,
  vote: CastVote,
): Promise<{ receipt: string } | Refusal> {
  const refusal = mayCast(state, actor.personId, vote)
  if (refusal) return refusal
  const answer = await ports.box.cast({
    pollId: vote.pollId,
    personId: actor.personId,
    choice: vote.choice,
    commandId,
    receipt: ports.newId(),
    ballotId: ports.newId(),
  })
  return typeof answer === 'string' ? refuse(REFUSED[answer]) : answer
}
