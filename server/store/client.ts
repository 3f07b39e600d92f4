import { PrismaPg } from '@prisma/adapter-pg'
import type { Database as DatabaseAddress } from '#server/env.ts'
import { PrismaClient as PostgresClient } from './generated/postgresql/client.ts'
import { PrismaClient as SqliteClient, type Prisma } from './generated/sqlite/client.ts'
import { SqliteAdapterFactory } from './sqlite-adapter.ts'
import type { Direct } from './sqlite-statements.ts'

/** The client as both databases have it: typed by the SQLite one, which offers the less. */
export type StoreClient = SqliteClient
/** What a store gets to write with inside a transaction; everybody else hands it on and never looks inside. */
export type Tx = Prisma.TransactionClient

export interface Database {
  readonly kind: DatabaseAddress['kind']
  readonly client: StoreClient
  /** Null on PostgreSQL. */
  readonly direct: Direct | null
  /** All or nothing; rolls back and throws on what `work` throws. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Something to do once the transaction is committed; what it throws is nobody's failure. */
  afterCommit(tx: Tx, work: () => Promise<unknown>): void
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

// A thousand people may press a key within a second: a place in the queue is worth more than a quick refusal.
const PATIENCE = { maxWait: 15_000, timeout: 20_000 }
const POSTGRES_CONNECTIONS = 20

function clientFor(address: DatabaseAddress): Pick<Database, 'client' | 'direct'> {
  const options = { transactionOptions: PATIENCE }
  if (address.kind === 'sqlite') {
    const adapter = new SqliteAdapterFactory(address.file)
    return { client: new SqliteClient({ ...options, adapter }), direct: adapter }
  }
  const adapter = new PrismaPg({
    connectionString: address.url,
    max: POSTGRES_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    // A line that carries nothing would keep whoever asked for ever. Longer than a transaction's patience would be never.
    query_timeout: PATIENCE.timeout,
    keepAlive: true,
    application_name: 'huishang',
  })
  // The two generated clients differ in names of types and in options that the stores do not use.
  return { client: new PostgresClient({ ...options, adapter }) as unknown as StoreClient, direct: null }
}

/** Opens a migrated database. Connects at once, so that a wrong address shows at start. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const { client, direct } = clientFor(address)
  await client.$connect()
  const ping = async () => void (await client.$queryRaw`SELECT 1`)
  await ping()
  const waiting = new WeakMap<Tx, (() => Promise<unknown>)[]>()
  const running = new Set<Promise<unknown>>()

  function start(work: () => Promise<unknown>): void {
    const done = work()
      .catch(() => {})
      .finally(() => running.delete(done))
    running.add(done)
  }

  return {
    kind: address.kind,
    client,
    direct,
    async transaction(work) {
      let afterwards: (() => Promise<unknown>)[] = []
      const result = await client.$transaction((tx) => {
        waiting.set(tx, (afterwards = []))
        return work(tx)
      })
      for (const one of afterwards) start(one)
      return result
    },
    afterCommit: (tx, work) => void waiting.get(tx)?.push(work),
    ping,
    async close() {
      await Promise.all(running)
      await client.$disconnect()
    },
  }
}
