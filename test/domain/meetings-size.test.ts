import { expect, it } from 'vitest'
import { convocation } from '#domain/meetings/commands.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => `person-${index}`)
const of = (members: number, attendees: number) => ({
  title: '会商',
  place: '会议室',
  startsAt: '2026-01-01T00:00:00.000Z',
  grade: 'major',
  chairId: 'person-0',
  secretaryIds: ['secretary'],
  scrutineerIds: [],
  memberIds: people(members),
  attendeeIds: people(attendees),
  requiredBodyIds: [],
  caseIds: ['case-1'],
})

it('[M-27] a meeting takes a thousand members due and as many attendees, not more', () => {
  expect(convocation.safeParse(of(1_000, 1_000)).success).toBe(true)
  expect(convocation.safeParse(of(1_001, 0)).success).toBe(false)
  expect(convocation.safeParse(of(3, 1_001)).success).toBe(false)
})
