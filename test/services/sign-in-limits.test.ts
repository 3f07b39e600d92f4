import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSignInLimits } from '#server/auth/limits.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const MINUTE = 60_000

test('[S-02] a lock ends ten minutes after the failure that made it', async () => {
  const limits = createSignInLimits()
  for (let failure = 1; failure <= 4; failure++) {
    expect(await limits.failed('wang', 'a')).toBeNull()
    vi.advanceTimersByTime(MINUTE)
  }
  expect(await limits.failed('wang', 'a')).toEqual({ refused: 'auth/locked', details: { minutes: 10 } })
  vi.advanceTimersByTime(9.5 * MINUTE)
  expect(await limits.refusalFor('wang', 'a')).toEqual({ refused: 'auth/locked', details: { minutes: 1 } })
  vi.advanceTimersByTime(MINUTE)
  expect(await limits.refusalFor('wang', 'a')).toBeNull()
})

test('[S-03] a hundred failures from one address close it for everybody behind it, and for nobody else', async () => {
  const limits = createSignInLimits()
  for (let failure = 0; failure < 99; failure++) await limits.failed(`name${failure}`, 'a')
  expect(await limits.refusalFor('wang', 'a')).toBeNull()
  await limits.failed('name99', 'a')
  expect(await limits.refusalFor('wang', 'a')).toEqual({
    refused: 'auth/too-many-attempts',
    details: { minutes: 10 },
  })
  expect(await limits.refusalFor('wang', 'b')).toBeNull()
  vi.advanceTimersByTime(11 * MINUTE)
  expect(await limits.refusalFor('wang', 'a')).toBeNull()
})

test('[S-04] attempts on one account take turns, those on another do not wait', async () => {
  const limits = createSignInLimits()
  const order: string[] = []
  let open = () => {}
  const first = limits.inTurn('wang', async () => {
    await new Promise<void>((resolve) => (open = resolve))
    order.push('first')
    throw new Error('the attempt before failed')
  })
  const second = limits.inTurn('wang', async () => order.push('second'))
  await limits.inTurn('li', async () => order.push('other'))
  open()
  await expect(first).rejects.toThrow()
  await second
  expect(order).toEqual(['other', 'first', 'second'])
})
