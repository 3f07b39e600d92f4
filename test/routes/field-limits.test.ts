import { withoutSent } from '#app/components/ui/sent.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exceeds, fillOf, REASON_LIMIT } from '#app/components/ui/limit.ts'
import { meetingCommand } from '#domain/meetings/commands.ts'

/** Words one looks for and codes one copies: nothing that anybody writes is lost in them. */
const MAY_CUT = [
  'list-filters.tsx',
  'search/filters.tsx',
  'search-dialog.tsx',
  'agenda-picker.tsx',
  'code-form.tsx',
  'check-in/route.tsx',
  '_index/route.tsx',
]

describe('long texts', () => {
  test('[P-20] no field that is written in cuts what is pasted', () => {
    const cutting = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsx') && !MAY_CUT.some((name) => path.endsWith(name)))
      .filter((path) => readFileSync(join('app', path), 'utf8').includes('maxLength'))
    expect(cutting).toEqual([])
  })

  test.each([
    [0, false, false],
    [1799, false, false],
    [1800, true, false],
    [2000, true, false],
    [2001, true, true],
  ])('[P-20] of %i characters near the limit: %s, over it: %s', (count, near, over) => {
    const text = ` ${'字'.repeat(count)}\n`
    expect(fillOf(text, REASON_LIMIT)).toEqual({ count, near })
    expect(exceeds(text, REASON_LIMIT)).toBe(over)
    // Neither stricter nor laxer than the rule behind it.
    const { success } = meetingCommand.safeParse({ type: 'state', stand: 'FOR', reason: text })
    expect(success).toBe(count > 0 && !over)
  })
})

test('[P-24] what was sent goes from the field, what was begun since stays', () => {
  const clear = withoutSent('删去第二段')
  expect(clear('删去第二段')).toBe('')
  expect(clear('删去第二段，并')).toBe('删去第二段，并')
  expect(clear('另提一条')).toBe('另提一条')
})
