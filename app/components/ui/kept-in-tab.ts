/**
 * What is half written, kept over a reload in this tab and nowhere else. Storage may be full or forbidden: then nothing is
 * kept and nothing breaks. Keys begin with the person.
 */
export function readKept(storage: Storage, key: string): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

interface Whose {
  readonly prefix: string
  readonly personId: string
  /** Of this draft among the person's own. */
  readonly of: string
}

const PREFIX = 'kept:'

export const keyOf = ({ prefix, personId, of }: Whose) => `${PREFIX}${personId}:${prefix}${of}`

/** Null: nothing is kept. */
export function keepInTab(storage: Storage, whose: Whose, draft: object | null): void {
  try {
    if (draft === null) storage.removeItem(keyOf(whose))
    else storage.setItem(keyOf(whose), JSON.stringify(draft))
  } catch {
    // As before there was a draft: what is typed stands on the page.
  }
}

/** What others left in this tab goes once somebody has signed in; with null everybody's, after signing out. */
export function forgetOthers(storage: Storage, personId: string | null): void {
  const own = personId === null ? null : `${PREFIX}${personId}:`
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
  for (const key of keys)
    if (key.startsWith(PREFIX) && (own === null || !key.startsWith(own))) storage.removeItem(key)
}
