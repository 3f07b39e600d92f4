import { useCallback } from 'react'
import { figuresWithheld } from '#domain/ballots/reveal.ts'
import { decideMeeting } from '#domain/meetings/decide.ts'
import type { MeetingCommand } from '#domain/meetings/commands.ts'
import { pollOf } from '#domain/meetings/items.ts'
import type { MeetingOrder } from '#domain/meetings/order.ts'
import type { MeetingView } from '#domain/meetings/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'

export type May = (command: MeetingCommand) => Refusal | null

/** Where the server adds what only it knows, the browser asks with an empty place: who and when decide. */
function asOrder(command: MeetingCommand, { state }: MeetingView): MeetingOrder {
  switch (command.type) {
    case 'close-ballot':
      return { ...command, box: { votedIds: [], counts: {}, choices: {} } }
    case 'propose-item':
      return { ...command, caseTitle: '', item: emptyItem(command.caseId) }
    case 'accept-item':
      return {
        ...command,
        item: emptyItem(state.proposedItems.find(({ id }) => id === command.proposalId)?.caseId ?? ''),
      }
    default:
      return command
  }
}

function emptyItem(caseId: string) {
  return { id: caseId, caseId, caseNumber: '', caseTitle: '', subjects: [], papers: [] }
}

/**
 * What the server keeps from this viewer it alone can judge: the figures of a small secret ballot (do two options
 * lead?) and, for the chair, a show of hands before its close (have the scrutineers confirmed?).
 */
function hingesOnWithheldFigures(
  { state }: MeetingView,
  command: MeetingCommand,
  { refused }: Refusal,
): boolean {
  if (command.type === 'close-ballot' && refused === 'ballot/scrutineers-must-confirm') {
    return pollOf(state, command.pollId)?.poll.hands === null
  }
  if (command.type !== 'open-second-round' || refused !== 'ballot/no-second-round') return false
  const result = pollOf(state, command.pollId)?.poll.result
  return Boolean(result && !result.passed && figuresWithheld(result))
}

/**
 * Why a button may not be pressed, by the very rule the server will ask. The ids and the chance it draws are
 * thrown away with the outcome: nothing decided here reaches the record.
 */
export function useMay(view: MeetingView, actor: Actor, online: boolean, now: () => number): May {
  return useCallback(
    (command) => {
      if (!online) return refuse('connection/offline')
      const answer = decideMeeting(view.state, asOrder(command, view), {
        now: new Date(now()),
        actor,
        newId: () => 'asked',
        chance: () => 0.5,
        // No rule of a meeting counts days.
        calendar: {},
      })
      return isRefusal(answer) && !hingesOnWithheldFigures(view, command, answer) ? answer : null
    },
    [view, actor, online, now],
  )
}
