import type { Job, JobLog, Jobs } from './port.ts'

const OFTEN_MS = 10 * 60_000
const DAILY_MS = 24 * 60 * 60_000

/** For one process on the embedded database: timers. What is daily is done soon after a start, too. */
export function createEmbeddedJobs(log: JobLog): Jobs {
  const timers: ReturnType<typeof setInterval>[] = []
  const running = new Map<string, Promise<void>>()

  function run({ name, work }: Job): void {
    if (running.has(name)) return
    const done = work()
      .then(() => log.info({ job: name }, 'a job was done'))
      .catch((error: unknown) => log.error({ err: error, job: name }, 'a job failed'))
      .finally(() => running.delete(name))
    running.set(name, done)
  }

  return {
    start(jobs) {
      for (const job of jobs) {
        const again = job.rhythm === 'often' ? OFTEN_MS : DAILY_MS
        timers.push(setTimeout(() => run(job), OFTEN_MS).unref(), setInterval(() => run(job), again).unref())
      }
      return Promise.resolve()
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running.values())
    },
  }
}
