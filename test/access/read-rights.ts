import { people, stops, STOPS, type Person } from './hearing-cast.ts'

/** Of one thing that may be seen, said or done: for each person a sign at every stop. */
export type Cells = Readonly<Partial<Record<Person, readonly string[]>>>

const isPerson = (word: string): word is Person => people.some((one) => one === word)
const INDENT = '  '
const WIDTH = 36

/** What stands in a table. Whoever has no line of his own has the same sign everywhere: that of `otherwise`. */
export function rightsIn(table: string, otherwise: Cells = {}): ReadonlyMap<string, Cells> {
  const things = new Map<string, Cells>()
  let thing = ''
  for (const line of table.split('\n')) {
    // Empty, or the heads of the columns for the eye.
    if (line.trim() === '' || line.trim() === Object.values(STOPS).join(' ')) continue
    if (!line.startsWith(INDENT)) {
      thing = line.trim()
      if (things.has(thing)) throw new Error(`${thing} stands twice`)
      things.set(thing, otherwise)
      continue
    }
    const words = line.trim().split(/\s+/)
    const signs = words.slice(-stops.length)
    for (const who of words.slice(0, -stops.length)) {
      if (!isPerson(who)) throw new Error(`nobody is "${who}": ${line}`)
      things.set(thing, { ...things.get(thing), [who]: signs })
    }
  }
  return things
}

/** The lines of one thing as they stand in the table: people with the same signs on one line, in the order of the cast. */
export function written(thing: string, cells: Cells, otherwise: Cells = {}): string {
  const lines = new Map<string, Person[]>()
  for (const who of people) {
    const signs = cells[who]
    if (!signs || signs.join() === otherwise[who]?.join()) continue
    const line = signs.join(' ')
    lines.set(line, [...(lines.get(line) ?? []), who])
  }
  const told = [...lines].map(([signs, who]) => `${INDENT}${who.join(' ').padEnd(WIDTH)} ${signs}`.trimEnd())
  return [thing, ...told].join('\n')
}

/** The same sign at every stop. */
export const always = (sign: string, ...who: readonly Person[]): Cells =>
  Object.fromEntries(who.map((one) => [one, stops.map(() => sign)]))
