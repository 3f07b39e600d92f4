import { expect, it, onTestFinished } from 'vitest'
import { openJobsOnPostgres } from '#server/jobs/on-postgres.ts'
import { openTestDatabase } from '../support/database.ts'
import { until } from '../realtime/support/site.ts'

const silent = { info: () => undefined, error: () => undefined }
const EVERY_MINUTE = { often: '* * * * *', daily: '17 3 * * *' }

it('[R-50] a job that is due is done once, by one node of three, and again by another when that one fails', async () => {
  const database = await openTestDatabase('postgresql')
  onTestFinished(() => database.close())
  const url = database.address.kind === 'postgresql' ? database.address.url : ''
  const done: { node: number; minute: number }[] = []
  let fails = 1
  // All at once, as after a power cut.
  const nodes = await Promise.all(
    [1, 2, 3].map((node) =>
      openJobsOnPostgres(url, 'Asia/Shanghai', silent, EVERY_MINUTE).then(async (jobs) => {
        await jobs.start([
          {
            name: 'counted',
            rhythm: 'often',
            work: () => {
              if (fails-- > 0) return Promise.reject(new Error('at the first time'))
              done.push({ node, minute: Math.floor(Date.now() / 60_000) })
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
  await until('it was done after it failed', () => done.length > 0, 100_000)
  // The next minute's, so that a second one of the first minute would be seen.
  const first = done.length
  await until('and again', () => done.length > first, 100_000)
  const minutes = done.map(({ minute }) => minute)
  expect(new Set(minutes).size, JSON.stringify(done)).toBe(minutes.length)
}, 240_000)
