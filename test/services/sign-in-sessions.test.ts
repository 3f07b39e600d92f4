import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cookieIn, PASSWORD, peopleWorld } from '../support/people-world.ts'

const START = Date.parse('2026-11-22T01:00:00Z')
const minutes = (count: number) => vi.setSystemTime(START + count * 60_000)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  minutes(0)
})
afterEach(() => {
  vi.useRealTimers()
})

async function signedIn(secure = false) {
  const world = await peopleWorld({ secure })
  await world.filled()
  const answer = await world.signIn('wang', PASSWORD)
  return { world, answer, cookie: cookieIn(answer) }
}

test('[S-06] the cookie is for this server alone, and out of reach of scripts', async () => {
  const plain = await signedIn()
  expect(plain.answer).toMatchObject({ cookie: expect.stringMatching(/; HttpOnly/) as string })
  expect(plain.answer).toMatchObject({ cookie: expect.stringMatching(/; SameSite=Lax/) as string })
  expect(plain.answer).not.toMatchObject({ cookie: expect.stringMatching(/; Secure/) as string })
  const secure = await signedIn(true)
  expect(secure.answer).toMatchObject({ cookie: expect.stringMatching(/; Secure/) as string })
})

test('[S-06] what stands in the table signs nobody in', async () => {
  const { world, cookie } = await signedIn()
  const personId = (await world.auth.actorFrom(cookie))?.actor.personId ?? ''
  const [session] = await world.stores.sessions.getUserSessions(personId)
  expect(session?.id).toMatch(/^[0-9a-f]{64}$/)
  expect(cookie).not.toContain(session?.id)
  expect(await world.auth.actorFrom(`huishang_session=${session?.id}`)).toBeNull()
})

test('[S-06] a made-up cookie is nobody', async () => {
  const { world } = await signedIn()
  for (const made of [
    '',
    'huishang_session=',
    'huishang_session=abc',
    `huishang_session=${START.toString(36)}.x`,
    'other=1',
  ]) {
    expect(await world.auth.actorFrom(made)).toBeNull()
  }
  expect(await world.auth.actorFrom(null)).toBeNull()
})

test('[S-07] thirty idle minutes end a session, activity prolongs it each time', async () => {
  const { world, cookie } = await signedIn()
  minutes(29)
  expect(await world.auth.actorFrom(cookie)).not.toBeNull()
  minutes(58)
  expect(await world.auth.actorFrom(cookie)).not.toBeNull()
  minutes(58 + 31)
  expect(await world.auth.actorFrom(cookie)).toBeNull()
})

test('[S-07] activity early in a session gives the whole idle time again', async () => {
  const { world, cookie } = await signedIn()
  minutes(10)
  expect(await world.auth.actorFrom(cookie)).not.toBeNull()
  minutes(39)
  expect(await world.auth.actorFrom(cookie)).not.toBeNull()
})

test('[S-07] a page left open asks and prolongs nothing; somebody in a meeting stays', async () => {
  const { world, cookie } = await signedIn()
  for (const minute of [10, 20, 29]) {
    minutes(minute)
    expect(await world.auth.actorForSocket(cookie, false)).not.toBeNull()
  }
  minutes(31)
  expect(await world.auth.actorForSocket(cookie, false)).toBeNull()
  const { world: other, cookie: present } = await signedIn()
  for (let minute = 32; minute < 120; minute += 20) {
    minutes(minute)
    expect(await other.auth.actorForSocket(present, true)).not.toBeNull()
  }
})

test('[S-07] twelve hours end the busiest session', async () => {
  const { world, cookie } = await signedIn()
  for (let minute = 20; minute < 720; minute += 20) {
    minutes(minute)
    expect(await world.auth.actorFrom(cookie)).not.toBeNull()
  }
  minutes(720)
  expect(await world.auth.actorFrom(cookie)).toBeNull()
})

test('[S-07] the beginning of a session cannot be moved', async () => {
  const { world, cookie } = await signedIn()
  const later = cookie.replace(START.toString(36), (START + 3_600_000).toString(36))
  expect(later).not.toBe(cookie)
  expect(await world.auth.actorFrom(later)).toBeNull()
})
