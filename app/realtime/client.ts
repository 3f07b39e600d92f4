import { Connection, type ConnectionOptions } from './connection.ts'
import { Outbox } from './outbox.ts'
import { Rooms } from './rooms.ts'

/** The live part of one page, for one person. Documents join it when an editor is loaded. */
export interface RealtimeClient {
  readonly connection: Connection
  readonly outbox: Outbox
  readonly rooms: Rooms
}

export function createRealtimeClient(options: ConnectionOptions): RealtimeClient {
  const connection = new Connection(options)
  return { connection, outbox: new Outbox(connection), rooms: new Rooms(connection) }
}
