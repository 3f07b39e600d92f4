import { expect, it } from 'vitest'
import { GONE_MS, HEARTBEAT_MS, LEASE_MS, Roster } from '#server/realtime/cluster/roster.ts'
import { Waits } from '#server/realtime/cluster/waits.ts'

it('[T-96] a hole in the numbers of a neighbour is noticed, and an old message changes nothing', () => {
  const roster = new Roster()
  expect([1, 2, 4, 3, 5].map((n) => roster.saw('a', n, n))).toEqual(['next', 'next', 'gap', 'late', 'next'])
  // One that has spoken before we knew it may have told something that we missed.
  expect(roster.saw('b', 17, 0)).toBe('gap')
})

it('[T-96] who says nothing is gone, later than its own lease ends, and what it says then is a beginning', () => {
  expect(LEASE_MS + 2 * HEARTBEAT_MS).toBeLessThan(GONE_MS)
  const roster = new Roster()
  roster.saw('a', 1, 0)
  roster.saw('b', 1, 100)
  expect(roster.dropSilent(GONE_MS)).toEqual([])
  expect(roster.dropSilent(GONE_MS + 1)).toEqual(['a'])
  expect(roster.ids).toEqual(['b'])
  expect(roster.saw('a', 2, GONE_MS + 2)).toBe('gap')
})

it('[T-96] a message is heard when everybody who was there before it has said so or is gone', async () => {
  const waits = new Waits()
  const heard: number[] = []
  for (const n of [1, 2, 3]) void waits.for(n).then(() => heard.push(n))
  waits.echoed(2, ['a', 'b'])
  waits.echoed(3, ['a', 'b', 'c'])
  waits.heard(2, 'a')
  waits.heard(2, 'b')
  waits.heard(3, 'a')
  waits.gone('b')
  await Promise.resolve()
  expect(heard).toEqual([2])
  waits.heard(1, 'a')
  waits.heard(3, 'c')
  await Promise.resolve()
  expect(heard).toEqual([2, 1, 3])
})

it('[T-96] who is cut off acknowledges nothing', async () => {
  const waits = new Waits()
  const waiting = waits.for(1)
  waits.echoed(1, ['a'])
  waits.giveUp()
  await expect(waiting).rejects.toThrow('cut off')
})
