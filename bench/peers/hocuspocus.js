// Hocuspocus as its documentation starts it, with its SQLite extension. FLUSH_DELAY: see its configuration.
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const flushDelay = process.env.FLUSH_DELAY
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: join(process.env.BENCH_DATA, 'hocuspocus.db') })],
  ...(flushDelay === undefined ? {} : { flushDelay: Number(flushDelay) }),
})
server.httpServer.once('listening', () => console.log(`listening ${server.httpServer.address().port}`))
await server.listen()
