import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Log } from './logging.ts'

/** A supervisor kills after ten seconds; what is not done by then must at least have been logged. */
const DEADLINE_MS = 9_500
/** Answers under way get this long before the database goes away beneath them. */
const DRAIN_MS = 2_000

export interface Stoppable {
  readonly server: Server
  readonly log: Log
  /** Tells sockets, flushes documents, closes the database. */
  stop(): Promise<void>
}

/**
 * Makes the orderly end of the process: no new visitors, answers under way finished, everything that was
 * acknowledged on disk. Asked twice (a second Ctrl-C), it answers with the first promise.
 * @returns a function that resolves with the exit code: 0 in order, 1 where the deadline passed or stopping failed.
 */
export function gracefulStop({ server, log, stop }: Stoppable): () => Promise<number> {
  let underWay = 0
  server.prependListener('request', (_request, response) => {
    underWay += 1
    response.once('close', () => (underWay -= 1))
  })
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })

  async function end(): Promise<number> {
    server.close()
    server.closeIdleConnections()
    const drainedBy = Date.now() + DRAIN_MS
    while (underWay > 0 && Date.now() < drainedBy) await wait(20)
    await stop()
    // Sockets that were told to go and did not: `server.close` alone would wait for them for ever.
    for (const socket of open) socket.destroy()
    return 0
  }

  let ending: Promise<number> | undefined
  return () => {
    ending ??= Promise.race([
      end().catch((error: unknown) => {
        log.fatal({ err: error }, 'stopping failed')
        return 1
      }),
      wait(DEADLINE_MS).then(() => {
        log.fatal({ underWay, connections: open.size }, 'stopping took too long')
        return 1
      }),
    ])
    return ending
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
