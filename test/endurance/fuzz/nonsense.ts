import type { Chance } from './chance.ts'

/** Names that some object has, and what breaks naive code. */
const ODD_WORDS = [
  '__proto__',
  'constructor',
  'toString',
  'connect',
  'disconnect',
  'error',
  '',
  '\u0000',
  '容错'.repeat(50),
  '‮﷽\uD800',
  'case/../facts',
  "'; DROP TABLE RecordEntry; --",
  '<script>alert(1)</script>',
  'x'.repeat(5_000),
]
const ODD_NUMBERS = [0, -1, 1e308, -0.5, 2 ** 31, 2 ** 53, 1e-7]

/** JSON of any shape, four deep at most. */
export function nonsense(chance: Chance, depth = 4): unknown {
  const kind = chance.below(depth === 0 ? 5 : 7)
  if (kind === 0) return null
  if (kind === 1) return chance.below(2) === 0
  if (kind === 2) return chance.oneOf(ODD_NUMBERS)
  if (kind === 3) return chance.below(100_000)
  if (kind === 4) return chance.oneOf(ODD_WORDS)
  const size = chance.below(4)
  if (kind === 5) return Array.from({ length: size }, () => nonsense(chance, depth - 1))
  return Object.fromEntries(
    Array.from({ length: size }, () => [chance.oneOf(ODD_WORDS), nonsense(chance, depth - 1)]),
  )
}

/** The same text with something cut off, doubled or changed. */
export function spoiled(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1)
  switch (chance.below(4)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return (
        text.slice(0, at) +
        chance.oneOf(['"', '{', ']', '\\', '\u0000', ',', '9'.repeat(40)]) +
        text.slice(at)
      )
    case 2:
      return text.slice(0, at) + text.slice(at + 1 + chance.below(5))
    default:
      return text + text.slice(at)
  }
}

/** The same bytes with something cut off, put in or changed. */
export function spoiledBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = chance.below(bytes.length + 1)
  switch (chance.below(4)) {
    case 0:
      return bytes.slice(0, at)
    case 1:
      return Uint8Array.from([...bytes.slice(0, at), ...chance.bytes(8), ...bytes.slice(at)])
    case 2: {
      const changed = bytes.slice()
      changed.set(chance.bytes(1), Math.min(at, Math.max(0, bytes.length - 1)))
      return changed
    }
    default:
      return chance.bytes(bytes.length)
  }
}
