import { expect, test } from 'vitest'
import { unfitOf } from '#app/components/evidence/unfit.ts'

const file = (name: string, size: number) => ({ name, size })

test('[D-155] an empty file and one that is too large are named before anything is sent', () => {
  expect(unfitOf([file('一.pdf', 10), file('二.pdf', 0), file('三.pdf', 99)], 50)).toEqual({
    ...{ why: 'empty', name: '二.pdf' },
  })
  expect(unfitOf([file('三.pdf', 51)], 50)).toEqual({ why: 'tooLarge', name: '三.pdf' })
  expect(unfitOf([file('一.pdf', 50)], 50)).toBeNull()
})

test('[D-155] a name with signs that turn letters about is shown as it is', () => {
  const shown = unfitOf([file('证据\u202Efdp.txt', 0)], 50)?.name ?? ''
  expect(shown).not.toContain('\u202E')
  expect(shown).toContain('fdp.txt')
})
