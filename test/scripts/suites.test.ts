import { expect, test, vi } from 'vitest'
import { count, sum } from '../../scripts/suites.ts'

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

test('a test that did not run is named', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(count({ testResults: [file('passed', 'passed', 'skipped')] }, 0)).toEqual({ passed: 1, failed: 0 })
  expect(said).toHaveBeenCalledWith('NOT RUN  test 1 (skipped)')
  said.mockRestore()
})

test('adds up', () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ]),
  ).toEqual({ passed: 3, failed: 3 })
})
