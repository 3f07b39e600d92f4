import { expect, it, onTestFinished } from 'vitest'
import { openJobsOnPostgres } from '#server/jobs/on-postgres.ts'
import { openTestDatabase } from '../support/database.ts'
import { pause, until } from '../realtime/support/site.ts'

const silent = { info: () => undefined, error: () => undefined }
const EVERY_MINUTE = { often: '* * * * *', daily: '17 3 * * *' }

it('[R-50] a job that is due is done once, by one node of three, and again by another when that one fails', async () => {
  const database = await openTestDatabase('postgresql')
  onTestFinished(() => database.close())
  const url = database.address.kind === 'postgresql' ? database.address.url : ''
  let done = 0
  let fails = 1
  // All at once, as after a power cut.
  const nodes = await Promise.all(
    [1, 2, 3].map(() =>
      openJobsOnPostgres(url, 'Asia/Shanghai', silent, EVERY_MINUTE).then(async (jobs) => {
        await jobs.start([
          {
            name: 'counted',
            rhythm: 'often',
            work: () => {
              if (fails-- > 0) return Promise.reject(new Error('at the first time'))
              done++
              return Promise.resolve()
            },
          },
        ])
        return jobs
      }),
    ),
  )
  onTestFinished(async () => {
    for (const jobs of nodes) await jobs.stop()
  })
  await until('it was done after it failed', () => done > 0, 100_000)
  // All three looked at the same minute: what the second and third put into the queue would be done by now.
  await pause(5_000)
  const put = await database.sql(
    `SELECT count(*)::int, count(DISTINCT date_trunc('minute', created_on))::int FROM jobs.job WHERE name = 'counted'`,
  )
  const [jobs, minutes] = (put[0] ?? []).map(Number)
  expect(jobs).toBe(minutes)
  expect(done).toBeLessThanOrEqual(jobs ?? 0)
}, 120_000)
