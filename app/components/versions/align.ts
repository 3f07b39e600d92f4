import { diffArrays } from 'diff'

/** Parts of two sequences, in order: equal ones, or what stands in one where the other has something else. */
export interface Stretch {
  readonly same: boolean
  readonly before: readonly [from: number, to: number]
  readonly after: readonly [from: number, to: number]
}

/** A full comparison takes the square of what came and went: beyond so many it is given up. */
const MOST_EDITS = 300

/**
 * Aligns two sequences by what is equal in both. Those that differ much are divided at what stands once in each and in the same
 * order (patience), so that the time grows with the length and not with its square.
 */
export function align(before: readonly string[], after: readonly string[]): readonly Stretch[] {
  const found: Stretch[] = []
  collect(before, after, [0, before.length], [0, after.length], found)
  return joined(found)
}

type Range = readonly [from: number, to: number]

function collect(
  before: readonly string[],
  after: readonly string[],
  [b0, b1]: Range,
  [a0, a1]: Range,
  found: Stretch[],
): void {
  let head = 0
  while (b0 + head < b1 && a0 + head < a1 && before[b0 + head] === after[a0 + head]) head++
  let tail = 0
  while (b1 - tail > b0 + head && a1 - tail > a0 + head && before[b1 - tail - 1] === after[a1 - tail - 1])
    tail++
  const b: Range = [b0 + head, b1 - tail]
  const a: Range = [a0 + head, a1 - tail]
  found.push({ same: true, before: [b0, b[0]], after: [a0, a[0]] })
  inner(before, after, b, a, found)
  found.push({ same: true, before: [b[1], b1], after: [a[1], a1] })
}

function inner(
  before: readonly string[],
  after: readonly string[],
  b: Range,
  a: Range,
  found: Stretch[],
): void {
  const [n, m] = [b[1] - b[0], a[1] - a[0]]
  if (n === 0 || m === 0) {
    found.push({ same: false, before: b, after: a })
    return
  }
  if (full(before, after, b, a, found)) return
  const anchors = once(before, after, b, a)
  if (anchors.length === 0) {
    found.push({ same: false, before: b, after: a })
    return
  }
  let [fromB, fromA] = [b[0], a[0]]
  for (const [atB, atA] of anchors) {
    collect(before, after, [fromB, atB], [fromA, atA], found)
    found.push({ same: true, before: [atB, atB + 1], after: [atA, atA + 1] })
    ;[fromB, fromA] = [atB + 1, atA + 1]
  }
  collect(before, after, [fromB, b[1]], [fromA, a[1]], found)
}

/** False where it would take too long. */
function full(
  before: readonly string[],
  after: readonly string[],
  b: Range,
  a: Range,
  found: Stretch[],
): boolean {
  const parts = diffArrays(before.slice(...b), after.slice(...a), { maxEditLength: MOST_EDITS })
  let [atB, atA] = [b[0], a[0]]
  for (const { count, added, removed } of parts ?? []) {
    const [stepB, stepA] = [added ? 0 : count, removed ? 0 : count]
    found.push({ same: !added && !removed, before: [atB, atB + stepB], after: [atA, atA + stepA] })
    ;[atB, atA] = [atB + stepB, atA + stepA]
  }
  return parts !== undefined
}

/** Places of what stands once in each, as many as keep their order in both. */
function once(before: readonly string[], after: readonly string[], b: Range, a: Range): readonly Range[] {
  const placesIn = (keys: readonly string[], [from, to]: Range) => {
    const places = new Map<string, number>()
    for (let at = from; at < to; at++) {
      const key = keys[at] ?? ''
      places.set(key, places.has(key) ? -1 : at)
    }
    return places
  }
  const inAfter = placesIn(after, a)
  const pairs: Range[] = []
  for (const [key, atB] of placesIn(before, b)) {
    const atA = inAfter.get(key)
    if (atB >= 0 && atA !== undefined && atA >= 0) pairs.push([atB, atA])
  }
  return longestRising(pairs.sort(([one], [other]) => one - other))
}

/** The longest part of the pairs, in order of the first place, in which the second rises too. */
function longestRising(pairs: readonly Range[]): readonly Range[] {
  const ends: number[] = []
  const previous: number[] = []
  pairs.forEach(([, place], index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = index
  })
  const rising: Range[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const pair = pairs[at]
    if (pair) rising.push(pair)
  }
  return rising.reverse()
}

/** Neighbours of one kind are one; empty ones are none. */
function joined(found: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = []
  for (const stretch of found) {
    if (stretch.before[0] === stretch.before[1] && stretch.after[0] === stretch.after[1]) continue
    const last = all.at(-1)
    if (last?.same === stretch.same)
      all[all.length - 1] = {
        same: stretch.same,
        before: [last.before[0], stretch.before[1]],
        after: [last.after[0], stretch.after[1]],
      }
    else all.push(stretch)
  }
  return all
}
