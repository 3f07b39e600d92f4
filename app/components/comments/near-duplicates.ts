/** From here on two comments read as the same question put in other words; found by reading real ones, not a law. */
const ALIKE = 0.5
const MOST_SHOWN = 3

/** What does not make a sentence another one: case, blanks, punctuation. */
const plain = (text: string) => text.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')

type Pairs = ReadonlyMap<string, number>
const known = new Map<string, Pairs>()
const MOST_KNOWN = 4_000

/** How often each pair of neighbouring characters stands in it: words need no finding, which Chinese does not part. */
function pairsOf(text: string): Pairs {
  const before = known.get(text)
  if (before) return before
  const letters = [...plain(text)]
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at] ?? ''}${letters[at + 1] ?? ''}`
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, pairs)
  return pairs
}

const sizeOf = (pairs: Pairs) => [...pairs.values()].reduce((sum, count) => sum + count, 0)

/** Of the pairs of both the share they have in common (Dice): 0 nothing, 1 the same. */
export function similarity(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  const all = sizeOf(a) + sizeOf(b)
  // A single character has no pairs: alike only where it is the same.
  if (all === 0) return plain(one) !== '' && plain(one) === plain(other) ? 1 : 0
  let common = 0
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0)
  return (2 * common) / all
}

/** Those that ask nearly the same, the nearest first: for whoever works the queue to look at and merge. */
export function nearDuplicates<C extends { readonly id: string; readonly text: string }>(
  comment: C,
  others: readonly C[],
): readonly C[] {
  return others
    .filter(({ id }) => id !== comment.id)
    .map((other) => ({ other, near: similarity(comment.text, other.text) }))
    .filter(({ near }) => near >= ALIKE)
    .sort((a, b) => b.near - a.near)
    .slice(0, MOST_SHOWN)
    .map(({ other }) => other)
}
