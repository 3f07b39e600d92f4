import { describe, expect, it } from 'vitest'
import { together } from '#server/store/together.ts'

describe('changes of the index', () => {
  it('[Z-05] that are prepared at the same time are one commit, and who comes alone waits for nobody', async () => {
    const commits: (readonly number[])[] = []
    const change = together<number>((changes) => void commits.push(changes))
    await Promise.all([1, 2, 3].map((one) => change(() => Promise.resolve(one))))
    await change(() => Promise.resolve(4))
    expect(commits).toEqual([[1, 2, 3], [4]])
  })

  it('[Z-05] fail alone where they are prepared, together where they are committed', async () => {
    const commits: (readonly number[])[] = []
    const change = together<number>((changes) => {
      if (changes.includes(0)) throw new Error('not committed')
      commits.push(changes)
    })
    const unprepared = () => Promise.reject(new Error('not prepared'))
    const prepared = (one: number) => () => Promise.resolve(one)
    const status = async (...all: Promise<void>[]) =>
      (await Promise.allSettled(all)).map((one) => (one.status === 'rejected' ? String(one.reason) : 'done'))
    expect(await status(change(prepared(1)), change(unprepared))).toEqual(['done', 'Error: not prepared'])
    expect(await status(change(unprepared), change(prepared(2)))).toEqual(['Error: not prepared', 'done'])
    expect(await status(change(prepared(3)), change(prepared(0)))).toEqual([
      'Error: not committed',
      'Error: not committed',
    ])
    expect(await status(change(prepared(5)))).toEqual(['done'])
    expect(commits).toEqual([[1], [2], [5]])
  })
})
