import PgBoss from 'pg-boss'
import type { Job, JobLog, Jobs } from './port.ts'

const CRON: Readonly<Record<Job['rhythm'], string>> = { often: '*/10 * * * *', daily: '17 3 * * *' }

/**
 * For several nodes on one PostgreSQL: pg-boss keeps the times in a schema of its own (`jobs`), one node of all puts a
 * job into its queue, one takes it out; where that one dies, another one does it again after some minutes.
 */
export async function openJobsOnPostgres(
  url: string,
  timeZone: string,
  log: JobLog,
  /** Another rhythm, for tests. */
  cron = CRON,
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'jobs',
    max: 2,
    application_name: 'huishang jobs',
  })
  // Also while the database is away: it goes on by itself.
  boss.on('error', (error) => log.error({ err: error }, 'the queue of jobs'))
  await boss.start()
  return {
    async start(jobs) {
      for (const { name, rhythm, work } of jobs) {
        await makeQueue(boss, name)
        await boss.schedule(name, cron[rhythm], {}, { tz: timeZone })
        await boss.work(name, async () => {
          await work()
          log.info({ job: name }, 'a job was done')
        })
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 3_000 }),
  }
}

const MAKING_ATTEMPTS = 6

/** Nodes that start at once make the same tables: the database gives one of them up, which then finds them made. */
async function makeQueue(boss: PgBoss, name: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      if (await boss.getQueue(name)) return
      // One at a time: what was missed in a night without nodes is done once.
      await boss.createQueue(name, { name, policy: 'singleton', retryLimit: 2, expireInMinutes: 30 })
      return
    } catch (error) {
      if (tried === MAKING_ATTEMPTS) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * tried))
    }
  }
}
