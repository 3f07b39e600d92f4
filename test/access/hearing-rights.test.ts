import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMENTS, DOES } from './hearing-rights-done.ts'
import { OPENS, OTHERWISE, SEES } from './hearing-rights.ts'
import { signOf } from './hearing-cast.ts'
import { openHearing } from './hearing-occasion.ts'
import { walk, WALK_MS, type Found } from './hearing-walk.ts'
import { rightsIn, written } from './read-rights.ts'
import { openAccessSite, type AccessSite } from './site.ts'

/** The table of hearing-rights.ts, walked on a running server (hearing-walk.ts says how). */

let site: AccessSite
let found: Found

beforeAll(async () => {
  site = await openAccessSite()
  found = await walk(site, openHearing)
}, WALK_MS)

afterAll(() => site.close())

const TABLES = [
  ['sees', SEES],
  ['opens', OPENS],
  ['does', DOES],
  ['comments', COMMENTS],
] as const

describe.each(TABLES)('what everybody %s', (name, table) => {
  const otherwise = OTHERWISE[name]
  const rights = rightsIn(table, otherwise)

  it('[H-160] stands in the table, all of it', () => {
    expect([...rights.keys()].sort()).toEqual([...found[name].keys()].sort())
  })

  // Compared as they are written, so that what is found can be read, judged and put into the table.
  it.each([...rights])('[H-160] %s', (thing, cells) => {
    expect(written(thing, found[name].get(thing) ?? {}, otherwise)).toBe(written(thing, cells, otherwise))
  })
})

it('[H-165] whether the case has a paper is told to nobody who may not serve it', () => {
  const told = found.does.get('serve-papers, of one not submitted') ?? {}
  for (const who of ['mem', 'rec', 'par', 'obs', 'lea'] as const)
    expect(told[who]?.includes(signOf('document/not-submitted')), who).toBe(false)
  expect(told.sec).toContain(signOf('document/not-submitted'))
})
