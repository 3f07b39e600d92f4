import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { hearingAddsOnly } from '#domain/hearings/happenings.ts'
import { addsOnly } from '#domain/meetings/happenings.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { migrationStatus } from '../prisma/applied.ts'
import { migrate } from '../prisma/migrate.ts'
import { seedDemo } from '../prisma/demo/index.ts'
import type { App } from './app.ts'
import { createAuth } from './auth/compose.ts'
import { watchDatabase } from './database-watch.ts'
import type { Env } from './env.ts'
import type { Log } from './logging.ts'
import type { Metrics } from './metrics.ts'
import { keepVersions } from './keeping-versions.ts'
import { createEmbeddedJobs } from './jobs/embedded.ts'
import { openJobsOnPostgres } from './jobs/on-postgres.ts'
import { sweeps } from './jobs/sweeps.ts'
import { clusterMetrics, realtimeMetrics, recordObserver } from './observing.ts'
import { nouns } from './record/nouns.ts'
import { createRecord } from './record/record.ts'
import type { Appended } from './realtime/announcements.ts'
import { RedisCluster } from './realtime/cluster/cluster.ts'
import { RedisStream } from './realtime/cluster/redis-stream.ts'
import { createRealtime } from './realtime/create-realtime.ts'
import { openRedis } from './redis.ts'
import { createKnownYears } from './services/calendar.ts'
import { openSearching } from './searching.ts'
import { composeServices } from './services/compose.ts'
import { createScan } from './store/clamd.ts'
import { openDatabase } from './store/client.ts'
import { createEvidenceFiles } from './store/evidence-files.ts'
import { evidenceNames } from './store/evidence-names.ts'
import { openEvidencePlace } from './store/open-evidence-place.ts'
import { folderId } from './store/shared-folder.ts'
import { createStores } from './store/stores.ts'
import { createUploads } from './store/uploads.ts'
import { createWordFiles } from './word-files/threads.ts'

/** A fraction in [0, 1) with 48 bits from the system's source of randomness. */
const chance = () => randomInt(2 ** 48 - 1) / (2 ** 48 - 1)

/** The one place where things are made and joined. */
export async function compose(env: Env, log: Log, metrics: Metrics): Promise<App> {
  await migrate(env.database)
  const database = await openDatabase(env.database)
  const surroundings = { now: () => new Date(), newId: () => randomUUID(), chance, timeZone: env.timezone }
  const stores = createStores(database, surroundings)

  const evidence = await openEvidencePlace(env)
  const storeAway = (error: unknown) => log.error({ err: error }, 'the storage of evidence cannot be used')
  // Meetings go on without it, so does the start.
  void evidence.reach().catch(storeAway)
  const files = createEvidenceFiles({
    ...{ place: evidence, limitBytes: env.uploadLimitBytes, failed: storeAway },
    scan: env.clamd && createScan(env.clamd),
  })
  const uploads = createUploads(join(env.dataDirectory, 'uploads'))

  const knownYears = createKnownYears(stores.calendar, surroundings.now)
  const record = createRecord({
    ...surroundings,
    calendar: () => knownYears.known(),
    definitions: nouns,
    store: stores.record,
    observe: recordObserver(metrics, log),
  })

  const searching = await openSearching({
    ...{ address: env.database, database, stores, record, files },
    failed: (error, stream) => log.error({ err: error, stream }, 'a search index could not follow'),
  })

  const versions = keepVersions({
    ...{ stores, store: searching.followed, now: surroundings.now, pauseMs: env.versionPauseMs },
    documents: () => realtime.documents,
    failed: (error, name) => log.error({ err: error, document: name }, 'a version was not kept at a pause'),
  })

  const redis = env.redisUrl === undefined ? null : openRedis(env.redisUrl)
  const cluster =
    env.redisUrl === undefined
      ? null
      : new RedisCluster(
          new RedisStream(env.redisUrl, log),
          log,
          clusterMetrics(metrics),
          await folderId(env.dataDirectory),
        )
  await redis?.connect()

  const auth = createAuth({
    env,
    stores,
    record,
    surroundings,
    chanceText: randomBytes(24).toString('base64url'),
    onSessionsEnded: ({ personId, sessionId, reason }) =>
      sessionId === null
        ? realtime.announce.closeSessions(personId, reason).elsewhere
        : realtime.announce.sessionEnded(personId).elsewhere,
    redis,
  })

  const realtime = createRealtime({
    services: () => services,
    documentsStore: versions.followed,
    actorFrom: auth.actorForSocket,
    log,
    now: surroundings.now,
    metrics: realtimeMetrics(metrics),
    documentBytes: env.documentMemoryBytes,
    ...(cluster && { cluster }),
    ...(env.origin === undefined
      ? {}
      : { originAllowed: (request) => request.headers.origin === env.origin }),
  })

  const services = composeServices({
    ...surroundings,
    record,
    stores,
    knownYears,
    documents: realtime.documents,
    search: searching.parts,
    files,
    wordFiles: createWordFiles(),
    uploads: { store: uploads, limitBytes: env.uploadLimitBytes },
    people: {
      passwords: auth.passwords,
      sessions: auth.sessions,
      demo: env.demo,
      onSessionsEnded: auth.onSessionsEnded,
      onRolesChanged: (personId) => realtime.announce.personChanged(personId).elsewhere,
    },
    confirmPassword: (personId, proof) => auth.signIn.confirm({ personId, ...proof }),
    onCast: (meetingId, personId) => realtime.announce.cast(meetingId, personId),
  })

  // Told in the turn in which the commit came back: what it forbids is cut before another frame leaves.
  record.onAppended(({ stream, state, entries }) => {
    searching.indexing.touched(stream, state)
    const { elsewhere } = realtime.announce.appended(about(stream, state, entries))
    return cluster ? elsewhere : undefined
  })
  await cluster?.start(realtime.member)
  const stopWatching = cluster && watchDatabase(database.ping, () => realtime.member.dismiss())

  const jobs =
    env.database.kind === 'postgresql'
      ? await openJobsOnPostgres(env.database.url, env.timezone, log)
      : createEmbeddedJobs(log)
  await jobs.start([
    ...sweeps({
      sessions: stores.sessions,
      evidence,
      uploads,
      named: () => evidenceNames(database),
      now: surroundings.now,
    }),
    { name: 'ended-roles', rhythm: 'often', work: () => services.meetings.takeOutEnded() },
    { name: 'search-catch-up', rhythm: 'often', work: () => searching.indexing.catchUp() },
    { name: 'versions-at-pauses', rhythm: 'often', work: () => versions.pauses.catchUp() },
  ])
  versions.pauses.start()
  searching.begin()

  return {
    services,
    signIn: auth.signIn,
    invited: auth.invited,
    documents: realtime.documents,
    searchSettled: () => searching.settled(),
    actorFrom: auth.actorFrom,
    attachSockets: (server) => realtime.attach(server),
    isCutOff: () => cluster?.isCutOff() ?? false,
    async ready() {
      if (cluster?.isCutOff()) return false
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
        warn: (sentence) => log.warn(sentence),
      })
    },
    async stop() {
      stopWatching?.()
      await versions.pauses.stop()
      await realtime.stop()
      await jobs.stop()
      await searching.stop()
      await cluster?.stop()
      redis?.disconnect()
      await database.close()
    },
  }
}

function about(stream: string, state: unknown, entries: readonly { readonly type: string }[]): Appended {
  if (stream.startsWith('meeting/')) return aboutMeeting(stream, state as MeetingState, entries)
  return stream.startsWith('hearing/') ? { stream, addsOnly: hearingAddsOnly(entries) } : { stream }
}

function aboutMeeting(
  stream: string,
  { items, recusals }: MeetingState,
  entries: readonly { readonly type: string }[],
): Appended {
  return {
    stream,
    addsOnly: addsOnly(entries),
    caseIds: items.map((item) => item.caseId),
    recusedIds: recusals.map((recusal) => recusal.personId),
  }
}
