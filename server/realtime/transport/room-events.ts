import { caseCommand } from '#domain/cases/commands.ts'
import { castVote, meetingCommand } from '#domain/meetings/commands.ts'
import { minutesCommand } from '#domain/minutes/commands.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
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

/** The command's shape is the noun's own; what it does is the service's business. */
async function execute(
  services: RealtimeServices,
  actor: Actor,
  stream: string,
  commandId: string,
  command: unknown,
): Promise<{ readonly seq: number } | Refusal> {
  const [noun, id = ''] = stream.split('/')
  if (noun === 'case') {
    const parsed = caseCommand.safeParse(command)
    return parsed.success
      ? services.cases.execute(actor, id, commandId, parsed.data)
      : refuse('input/invalid')
  }
  if (noun === 'meeting') {
    const parsed = meetingCommand.safeParse(command)
    return parsed.success
      ? services.meetings.execute(actor, id, commandId, parsed.data)
      : refuse('input/invalid')
  }
  const parsed = minutesCommand.safeParse(command)
  return parsed.success
    ? services.minutes.execute(actor, id, commandId, parsed.data)
    : refuse('input/invalid')
}
