import { PrismaPg } from '@prisma/adapter-pg'
import type { Database as DatabaseAddress } from '#server/env.ts'
import { PrismaClient as PostgresClient } from './generated/postgresql/client.ts'
import { PrismaClient as SqliteClient, type Prisma } from './generated/sqlite/client.ts'
import { SqliteAdapterFactory } from './sqlite-adapter.ts'

/** The client as both databases have it: typed by the SQLite one, which offers the less. */
export type StoreClient = SqliteClient
/** What a store gets to write with inside a transaction; everybody else hands it on and never looks inside. */
export type Tx = Prisma.TransactionClient

export interface Database {
  readonly kind: DatabaseAddress['kind']
  readonly client: StoreClient
  /** All or nothing; rolls back and throws on what `work` throws. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

// A thousand people may press a key within a second: a place in the queue is worth more than a quick refusal.
const PATIENCE = { maxWait: 15_000, timeout: 20_000 }
const POSTGRES_CONNECTIONS = 20

function clientFor(address: DatabaseAddress): StoreClient {
  const options = { transactionOptions: PATIENCE }
  if (address.kind === 'sqlite') {
    return new SqliteClient({ ...options, adapter: new SqliteAdapterFactory(address.file) })
  }
  const adapter = new PrismaPg({
    connectionString: address.url,
    max: POSTGRES_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    application_name: 'huishang',
  })
  // The two generated clients differ in names of types and in options that the stores do not use.
  return new PostgresClient({ ...options, adapter }) as unknown as StoreClient
}

/** Opens a migrated database. Connects at once, so that a wrong address shows at start. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const client = clientFor(address)
  await client.$connect()
  const ping = async () => void (await client.$queryRaw`SELECT 1`)
  await ping()
  return {
    kind: address.kind,
    client,
    transaction: (work) => client.$transaction(work),
    ping,
    close: () => client.$disconnect(),
  }
}
