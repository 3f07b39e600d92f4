type Names = Readonly<Record<string, string>>

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value)
  else if (Array.isArray(value)) for (const item of value) collect(item, into)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      into.add(key)
      collect(item, into)
    }
}

/** The names of those whom a view mentions and of nobody else: a case or meeting is no directory (F-116). */
export function namesIn(view: unknown, names: Names): Names {
  const mentioned = new Set<string>()
  collect(view, mentioned)
  // By what is mentioned, not by who there is: a county has a thousand people, a meeting a dozen.
  return Object.fromEntries(
    [...mentioned].filter((id) => Object.hasOwn(names, id)).map((id) => [id, names[id] ?? '']),
  )
}
