import { expect, test } from 'vitest'
import { mismatches, rulesIn, rulesTestedIn } from '../../scripts/check-rules.ts'

// Written apart, or this file's own text would count as tests of rules.
const titled = (...ids: string[]) => `test('${ids.map((id) => `[${id}] `).join('')}says so', () => {})`
const rules = (...ids: string[]) => ids.map((id) => `| ${id} | It holds. | F-1 |`).join('\n')

test('reads rules from table rows, not from prose or headings', () => {
  const markdown = `# Rules\n\n| id | rule | source |\n|---|---|---|\n${rules('M-1', 'M-12')}\n\nSee B-3.`
  expect(rulesIn(markdown)).toEqual([
    { id: 'M-1', sentence: 'It holds.', source: 'F-1' },
    { id: 'M-12', sentence: 'It holds.', source: 'F-1' },
  ])
})

test('reads the ids a title begins with, one or several', () => {
  expect(rulesTestedIn(`${titled('M-1')}\n${titled('B-2', 'B-3')}\nconst x = list[0]`)).toEqual([
    'M-1',
    'B-2',
    'B-3',
  ])
})

test('rules and tests that match are silent', () => {
  expect(
    mismatches(rules('M-1', 'M-2'), [{ path: 'a.test.ts', source: titled('M-1') + titled('M-2') }]),
  ).toEqual([])
})

test('names what does not match', () => {
  const found = mismatches(`${rules('M-1', 'M-2', 'M-2')}\n| M-3 |  |  |`, [
    { path: 'a.test.ts', source: titled('M-1') + titled('M-3') + titled('M-9') },
  ])
  expect(found).toEqual([
    'M-2 stands twice in RULES.md',
    'M-3 says nothing',
    'M-3 names no source',
    'M-2 has no test',
    'a.test.ts tests M-9, which is no rule',
  ])
  expect(mismatches('', [])).toEqual(['RULES.md holds no rule'])
})
