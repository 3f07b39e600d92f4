import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { RedisCluster } from '#server/realtime/cluster/cluster.ts'
import { RedisStream } from '#server/realtime/cluster/redis-stream.ts'
import { createRealtime, type Realtime } from '#server/realtime/create-realtime.ts'
import type { DocumentsStore } from '#server/realtime/documents/store-port.ts'
import { createDocumentsStore } from '#server/store/documents.ts'
import { RawSocket } from '../../realtime/support/raw-socket.ts'
import type { SmallServices } from '../../realtime/support/small-services.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { cutProxy, type CutProxy } from './cut-proxy.ts'

export interface TestNode {
  readonly url: string
  readonly realtime: Realtime
  readonly cluster: RedisCluster
  readonly store: DocumentsStore
  /** Between this node and Redis. */
  readonly line: CutProxy
  readonly missed: () => number
  /** Without a word to anybody: what a kill leaves. */
  vanish(): void
}

const base = process.env['TEST_REDIS_URL'] ?? ''
let databases = 0

/** A database of PostgreSQL and one of Redis of their own, and as many nodes on them as are asked for. */
export async function openNodes(
  count: number,
  services: SmallServices,
): Promise<{ nodes: TestNode[]; database: TestDatabase; redisUrl: string }> {
  const database = await openTestDatabase('postgresql')
  onTestFinished(() => database.close())
  // Redis has sixteen; one test file runs at a time.
  const number = (databases += 1) % 16
  const nodes: TestNode[] = []
  for (let index = 0; index < count; index++) nodes.push(await openNode(database, number, services))
  services.onAppended = (stream) => void nodes[0]?.realtime.announce.appended({ stream })
  return { nodes, database, redisUrl: `${base}/${number}` }
}

export async function openNode(
  database: TestDatabase,
  number: number,
  services: SmallServices,
): Promise<TestNode> {
  const store = createDocumentsStore(await database.another())
  const line = await cutProxy(Number(new URL(base).port))
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  let missed = 0
  const cluster = new RedisCluster(
    new RedisStream(`redis://127.0.0.1:${line.port}/${number}`, silent),
    silent,
    {
      neighbours: () => undefined,
      cutOff: () => undefined,
      missed: () => (missed += 1),
      told: () => undefined,
    },
  )
  const realtime = createRealtime({
    services: () => services,
    documentsStore: store,
    actorFrom: services.actorFrom,
    log: silent,
    now: () => new Date(),
    cluster,
    idleMs: 200,
  })
  await cluster.start(realtime.member)
  const http = createServer()
  realtime.attach(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  let isGone = false
  onTestFinished(async () => {
    await realtime.stop()
    if (!isGone) await cluster.stop()
    line.close()
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
  })
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    realtime,
    cluster,
    store,
    line,
    missed: () => missed,
    vanish() {
      isGone = true
      line.close()
    },
  }
}

export async function at(node: TestNode, services: SmallServices, personId: string): Promise<RawSocket> {
  return new RawSocket(node.url, services.signIn(personId)).connected()
}
