type Names = Readonly<Record<string, string>>

/** By part of a view: most of it is the same object in the views of all, and entry after entry. */
const known = new WeakMap<object, ReadonlySet<string>>()
/** Parts so far down are remembered; a set for each of their parts would take more than it saves. */
const REMEMBERED_DEPTH = 2

function collect(value: unknown, into: Set<string>, depth: number): void {
  if (typeof value === 'string') into.add(value)
  if (typeof value !== 'object' || value === null) return
  if (depth !== REMEMBERED_DEPTH) {
    collectParts(value, into, depth)
    return
  }
  const remembered = known.get(value) ?? new Set<string>()
  if (!known.has(value)) {
    collectParts(value, remembered as Set<string>, depth)
    known.set(value, remembered)
  }
  for (const text of remembered) into.add(text)
}

function collectParts(value: object, into: Set<string>, depth: number): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into, depth + 1)
  else
    for (const [key, item] of Object.entries(value)) {
      into.add(key)
      collect(item, into, depth + 1)
    }
}

/** The names of those whom a view mentions and of nobody else: a case or meeting is no directory (F-116). */
export function namesIn(view: unknown, names: Names): Names {
  const mentioned = new Set<string>()
  collect(view, mentioned, 0)
  // By what is mentioned, not by who there is: a county has a thousand people, a meeting a dozen.
  return Object.fromEntries(
    [...mentioned].filter((id) => Object.hasOwn(names, id)).map((id) => [id, names[id] ?? '']),
  )
}
