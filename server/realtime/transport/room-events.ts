import type { z } from 'zod'
import { caseCommand } from '#domain/cases/commands.ts'
import { commentCommand } from '#domain/comments/commands.ts'
import { hearingCommand } from '#domain/hearings/commands.ts'
import { castVote, meetingCommand } from '#domain/meetings/commands.ts'
import { minutesCommand } from '#domain/minutes/commands.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { remarkCommand } from '#domain/remarks/commands.ts'
import { cast, joinRoom, leaveRoom, sendCommand } from '#protocol/messages.ts'
import type { Rooms, SeenStream } from '../rooms/rooms.ts'
import type { RealtimeServices } from './ports.ts'
import { answerRequest, countRefused, type Desk } from './requests.ts'
import type { OurSocket, SocketPeer } from './socket-peer.ts'

/** Joins, commands and votes of one socket. */
export function takeRoomEvents(
  socket: OurSocket,
  peer: SocketPeer,
  { desk, rooms, services }: { desk: Desk; rooms: Rooms; services: RealtimeServices },
): void {
  /** One after the other, as the person gave them, and with the roles the person then holds. */
  const inTurn = <T>(work: (actor: Actor) => Promise<T>): Promise<T | Refusal> => {
    peer.isActive = true
    const done = peer.turn.then(async () => {
      const actor = await peer.actor()
      return actor ? work(actor) : refuse('auth/required')
    })
    peer.turn = done.catch(() => undefined)
    return done
  }

  socket.on('room/join', (message, answer) => {
    void answerRequest(desk, peer, {
      event: 'room/join',
      schema: joinRoom,
      message,
      answer,
      quota: 'requestsPerSecond',
      work: ({ stream, audience }, answerNow: (seen: SeenStream) => void) =>
        rooms.join(peer, stream, audience, answerNow),
    })
  })

  socket.on('room/leave', (message) => {
    const parsed = leaveRoom.safeParse(message)
    if (parsed.success) rooms.leaveRoom(peer, parsed.data.stream)
    else countRefused(desk, peer)
  })

  socket.on('room/command', (message, answer) => {
    void answerRequest(desk, peer, {
      event: 'room/command',
      schema: sendCommand,
      message,
      answer,
      quota: 'requestsPerSecond',
      work: ({ stream, commandId, command }) =>
        inTurn(async (actor) => {
          const result = await execute(services, actor, stream, commandId, command)
          return isRefusal(result) ? result : { seq: result.seq }
        }),
    })
  })

  socket.on('ballot/cast', (message, answer) => {
    void answerRequest(desk, peer, {
      event: 'ballot/cast',
      schema: cast,
      message,
      answer,
      quota: 'requestsPerSecond',
      work: ({ meetingId, commandId, ...rest }) =>
        inTurn(async (actor) => {
          const vote = castVote.safeParse(rest)
          if (!vote.success) return refuse('input/invalid')
          const result = await services.meetings.cast(actor, meetingId, commandId, vote.data)
          if (isRefusal(result)) return result
          rooms.cast(`meeting/${meetingId}`, actor.personId)
          return { receipt: result.receipt }
        }),
    })
  })
}

type Executed = Promise<{ readonly seq: number } | Refusal>
type Door = (
  services: RealtimeServices,
  actor: Actor,
  id: string,
  commandId: string,
  command: unknown,
) => Executed

/** The command's shape is the noun's own; what it does is the service's business. */
function door<Command>(
  shape: z.ZodType<Command>,
  service: (services: RealtimeServices) => {
    execute(actor: Actor, id: string, commandId: string, command: Command): Executed
  },
): Door {
  return async (services, actor, id, commandId, command) => {
    const parsed = shape.safeParse(command)
    if (!parsed.success) return refuse('input/invalid')
    return service(services).execute(actor, id, commandId, parsed.data)
  }
}

const DOORS: Readonly<Record<string, Door>> = {
  case: door(caseCommand, (services) => services.cases),
  comments: door(commentCommand, (services) => services.comments),
  hearing: door(hearingCommand, (services) => services.hearings),
  meeting: door(meetingCommand, (services) => services.meetings),
  minutes: door(minutesCommand, (services) => services.minutes),
  remarks: door(remarkCommand, (services) => services.remarks),
}

function execute(
  services: RealtimeServices,
  actor: Actor,
  stream: string,
  commandId: string,
  command: unknown,
): Executed {
  // The id of a stream of remarks is its document's name, which has parts of its own.
  const slash = stream.indexOf('/')
  const [noun, id] = [stream.slice(0, slash), stream.slice(slash + 1)]
  return DOORS[noun]?.(services, actor, id, commandId, command) ?? Promise.resolve(refuse('input/invalid'))
}
