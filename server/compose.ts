import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { addsOnly } from '#domain/meetings/happenings.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { migrationStatus } from '../prisma/applied.ts'
import { migrate } from '../prisma/migrate.ts'
import { seedDemo } from '../prisma/demo/index.ts'
import type { App } from './app.ts'
import { createAuth } from './auth/compose.ts'
import type { Env } from './env.ts'
import type { Log } from './logging.ts'
import type { Metrics } from './metrics.ts'
import { realtimeMetrics, recordObserver } from './observing.ts'
import { nouns } from './record/nouns.ts'
import { createRecord } from './record/record.ts'
import { createRealtime } from './realtime/create-realtime.ts'
import { composeServices } from './services/compose.ts'
import { openDatabase } from './store/client.ts'
import { createEvidenceFiles } from './store/evidence-files.ts'
import { createStores } from './store/stores.ts'

/** A fraction in [0, 1) with 48 bits from the system's source of randomness. */
const chance = () => randomInt(2 ** 48 - 1) / (2 ** 48 - 1)

/** The one place where things are made and joined. */
export async function compose(env: Env, log: Log, metrics: Metrics): Promise<App> {
  await migrate(env.database)
  const database = await openDatabase(env.database)
  const surroundings = { now: () => new Date(), newId: () => randomUUID(), chance, timeZone: env.timezone }
  const stores = createStores(database, surroundings)

  const record = createRecord({
    ...surroundings,
    definitions: nouns,
    store: stores.record,
    observe: recordObserver(metrics, log),
  })

  const auth = createAuth({
    env,
    stores,
    surroundings,
    chanceText: randomBytes(24).toString('base64url'),
    onSessionsEnded: ({ personId, sessionId, reason }) => {
      if (sessionId === null) realtime.announce.closeSessions(personId, reason)
      else void realtime.announce.sessionEnded(personId)
    },
  })

  const realtime = createRealtime({
    services: () => services,
    documentsStore: stores.documents,
    actorFrom: auth.actorForSocket,
    log,
    now: surroundings.now,
    metrics: realtimeMetrics(metrics),
    ...(env.origin === undefined
      ? {}
      : { originAllowed: (request) => request.headers.origin === env.origin }),
  })

  const services = composeServices({
    ...surroundings,
    record,
    stores,
    documents: realtime.documents,
    files: createEvidenceFiles(join(env.dataDirectory, 'evidence'), env.uploadLimitBytes),
    people: {
      passwords: auth.passwords,
      sessions: auth.sessions,
      demo: env.demo,
      onSessionsEnded: auth.onSessionsEnded,
      onRolesChanged: (personId) => void realtime.announce.personChanged(personId),
    },
    onCast: (meetingId, personId) => realtime.announce.cast(meetingId, personId),
  })

  // Told in the turn in which the commit came back: what it forbids is cut before another frame leaves.
  record.onAppended(({ stream, state, entries }) => {
    if (!stream.startsWith('meeting/')) {
      void realtime.announce.appended({ stream })
      return
    }
    const { items, recusals } = state as MeetingState
    void realtime.announce.appended({
      stream,
      addsOnly: entries.every(({ type }) => addsOnly(type)),
      caseIds: items.map((item) => item.caseId),
      recusedIds: recusals.map((recusal) => recusal.personId),
    })
  })

  return {
    services,
    signIn: auth.signIn,
    documents: realtime.documents,
    actorFrom: auth.actorFrom,
    attachSockets: (server) => realtime.attach(server),
    async ready() {
      await database.ping()
      return (await migrationStatus(env.database)).status === 'current'
    },
    async seedDemo() {
      if (await services.people.isSetUp()) return
      await seedDemo({
        services,
        documents: realtime.documents,
        people: stores.people,
        passwords: auth.passwords,
        newId: surroundings.newId,
        now: surroundings.now(),
      })
    },
    async stop() {
      await realtime.stop()
      await database.close()
    },
  }
}
