import { expect, test } from 'vitest'
import { doingIn, keepHalf, leftOf } from '#app/components/remarks/half-written.ts'
import { tabStorage } from '../support/tab-storage.ts'

const mine = { personId: 'p1', name: 'case/c1/facts' }
const half = { text: '写了一半', mentioned: [], about: null }

test('[D-150] each form of a text keeps its own words, for one person and one text', () => {
  const storage = tabStorage()
  keepHalf(storage, mine, 'new', half)
  keepHalf(storage, mine, 'reply 3', { ...half, text: '答了一半' })
  keepHalf(storage, mine, 'correct 4 1', { ...half, text: '改了一半' })
  const left = leftOf(storage, mine)
  expect([left.new?.text, left['reply 3']?.text, left['correct 4 1']?.text]).toEqual([
    '写了一半',
    '答了一半',
    '改了一半',
  ])
  expect([...doingIn(left)]).toEqual([
    [3, 'reply'],
    [4, 1],
  ])
  for (const other of [{ personId: 'p2' }, { name: 'case/c1/opinion' }])
    expect(leftOf(storage, { ...mine, ...other })).toEqual({})
})

test('[D-150] what is sent or given up goes, and nothing else', () => {
  const storage = tabStorage()
  keepHalf(storage, mine, 'new', half)
  keepHalf(storage, mine, 'reply 3', half)
  keepHalf(storage, mine, 'new', null)
  expect(leftOf(storage, mine)).toEqual({ 'reply 3': half })
  keepHalf(storage, mine, 'reply 3', null)
  expect(storage.length).toBe(0)
})
