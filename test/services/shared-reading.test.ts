import { expect, it } from 'vitest'
import { sharedReading } from '#server/services/shared-reading.ts'

/** Readings that end when the test says so; each answers how many had begun. */
function readings() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const read = sharedReading(async (key: string) => {
    begun.push(key)
    const answer = `${key} ${begun.length}`
    await new Promise<void>((end) => ends.push(end))
    return answer
  })
  const turn = async () => {
    for (let times = 0; times < 3; times += 1) await new Promise((done) => setImmediate(done))
  }
  return { begun, read, end: async () => (ends.shift()?.(), await turn(), await turn()), turn }
}

it('[R-70] those who ask together are answered by one reading', async () => {
  const { begun, read, end, turn } = readings()
  const answers = Promise.all([read('a'), read('a'), read('b'), read('a')])
  await turn()
  expect(begun).toEqual(['a', 'b'])
  await end()
  await end()
  expect(await answers).toEqual(['a 1', 'a 1', 'b 2', 'a 1'])
})

it('[R-70] whoever asks while one is running gets the next, with what was written meanwhile', async () => {
  const { begun, read, end, turn } = readings()
  const first = read('a')
  await turn()
  const later = [read('a'), read('a')]
  await turn()
  expect(begun).toEqual(['a'])
  await end()
  expect(await first).toBe('a 1')
  expect(begun).toEqual(['a', 'a'])
  await end()
  expect(await Promise.all(later)).toEqual(['a 2', 'a 2'])
})

it('[R-70] a reading that fails fails for those who waited for it alone', async () => {
  let fails = true
  const read = sharedReading((key: string) =>
    fails ? Promise.reject(new Error('disk')) : Promise.resolve(key),
  )
  const both = await Promise.allSettled([read('a'), read('a')])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  expect(await read('a')).toBe('a')
})
