import { expect, test } from 'vitest'
import { complaints, count, sum } from '../../scripts/suites.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((each, index) => ({ fullName: `test ${index}`, status: each })),
})

test('counts tests', () => {
  expect(
    count({ testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')] }, 1),
  ).toEqual({
    passed: 3,
    failed: 1,
  })
})

test('a file that cannot be loaded counts as a failure', () => {
  expect(count({ testResults: [file('failed')] }, 1)).toEqual({ passed: 0, failed: 1 })
})

test('an error outside of every test counts as a failure', () => {
  expect(count({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1 })
})

test('what failed and what did not run is named', () => {
  const report = {
    testResults: [file('passed', 'passed', 'skipped'), file('failed', 'failed'), file('failed')],
  }
  expect(count(report, 1)).toEqual({ passed: 1, failed: 2 })
  expect(complaints(report)).toEqual([
    'NOT RUN  test 1 (skipped)',
    'FAILED  test 0: ',
    'FAILED  a.test.ts as a whole',
  ])
})

test('adds up', () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 })
})
