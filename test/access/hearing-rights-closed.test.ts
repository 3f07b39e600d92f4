import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLOSED, NOT_THERE } from './hearing-rights-closed.ts'
import { COMMENTS, DOES } from './hearing-rights-done.ts'
import { closedHearing } from './hearing-occasion.ts'
import { OPENS, OTHERWISE, SEES } from './hearing-rights.ts'
import { walk, WALK_MS, type Found } from './hearing-walk.ts'
import { rightsIn, written } from './read-rights.ts'
import { openAccessSite, type AccessSite } from './site.ts'

/** The same walk as hearing-rights.test.ts, through a closed hearing with guests: only what is otherwise stands apart. */
let site: AccessSite
let found: Found

beforeAll(async () => {
  site = await openAccessSite()
  found = await walk(site, await closedHearing(site.app))
}, WALK_MS)

afterAll(() => site.close())

const TABLES = [
  ['sees', SEES],
  ['opens', OPENS],
  ['does', DOES],
  ['comments', COMMENTS],
] as const

describe.each(TABLES)('what everybody %s in a closed hearing', (name, table) => {
  const open = rightsIn(table, OTHERWISE[name])
  const otherwise = rightsIn(CLOSED[name])

  it('[H-189] is told of things that stand in the table', () => {
    expect([...otherwise.keys()].filter((thing) => !open.has(thing))).toEqual([])
  })

  it.each([...open])('[H-189] %s', (thing, cells) => {
    const expected = { ...cells, ...NOT_THERE[name], ...otherwise.get(thing) }
    expect(written(thing, found[name].get(thing) ?? {})).toBe(written(thing, expected))
  })
})
