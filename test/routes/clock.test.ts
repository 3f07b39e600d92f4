import { expect, it, test } from 'vitest'
import { secondOf } from '#app/components/evidence-marks/second-of.ts'
import { clockOf } from '#app/components/ui/date-time.tsx'

test.each([
  ['83', 83],
  ['1:23', 83],
  ['1：23', 83],
  [' 01:02:03 ', 3723],
  ['0:00', 0],
  ['1:60', null],
  ['1:2:3:4', null],
  ['-1', null],
  ['1.5', null],
  ['', null],
])('[E-24] %s typed as a moment is second %s', (text, second) => {
  expect(secondOf(text)).toBe(second)
})

it('[E-24] a moment is written as players write it, and read again as the same', () => {
  expect([0, 5, 83, 600, 3599, 3600, 36_605].map(clockOf)).toEqual([
    ...['0:00', '0:05', '1:23', '10:00', '59:59', '1:00:00', '10:10:05'],
  ])
  for (const second of [0, 59, 60, 3599, 3600, 86_399]) expect(secondOf(clockOf(second))).toBe(second)
})
