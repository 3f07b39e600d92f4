/**
 * What is half written, kept over a reload in this tab and nowhere else. Storage may be full or forbidden: then nothing is
 * kept and nothing breaks. Keys begin with a prefix and the person.
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

export const keyOf = ({ prefix, personId, of }: Whose) => `${prefix}${personId}:${of}`

/** Null: nothing is kept. What somebody else left in this tab goes. */
export function keepInTab(storage: Storage, whose: Whose, draft: object | null): void {
  try {
    const own = `${whose.prefix}${whose.personId}:`
    const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
    for (const key of keys) if (key.startsWith(whose.prefix) && !key.startsWith(own)) storage.removeItem(key)
    if (draft === null) storage.removeItem(keyOf(whose))
    else storage.setItem(keyOf(whose), JSON.stringify(draft))
  } catch {
    // As before there was a draft: what is typed stands on the page.
  }
}
