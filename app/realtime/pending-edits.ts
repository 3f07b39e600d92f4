import { createStore, entries, keys, promisifyRequest, type UseStore } from 'idb-keyval'

/** What was typed and is not acknowledged, of one page. */
export interface KeptRecord {
  readonly key: string
  /** Yjs updates, oldest first. */
  readonly updates: readonly Uint8Array[]
}

/** Where unacknowledged edits survive a closed page. One record per person, document and page. */
export interface PendingEdits {
  /** Left behind by earlier pages of this person, and by other open ones: sending them twice does no harm. */
  load(personId: string, name: string): Promise<readonly KeptRecord[]>
  /** Replaces what this page keeps; an empty list removes it. */
  keep(personId: string, name: string, updates: readonly Uint8Array[]): Promise<void>
  /** Removes what another page left, unless that page has written more since. */
  drop(kept: KeptRecord): Promise<void>
  /** Removes everything that is not this person's: nobody's words may wait on a machine another one uses. */
  clearOthers(personId: string): Promise<void>
}

const SEPARATOR = '\n'

/** In IndexedDB. Every method may fail (private windows, full disks): then only an open page remembers. */
export function browserPendingEdits(pageId: string): PendingEdits {
  let opened: UseStore | undefined
  const store = () => (opened ??= createStore('huishang', 'pending-edits'))
  const prefix = (personId: string, name: string) => `${personId}${SEPARATOR}${name}${SEPARATOR}`
  return {
    async load(personId, name) {
      const all = await entries<string, readonly Uint8Array[]>(store())
      return all
        .filter(([key]) => key.startsWith(prefix(personId, name)))
        .map(([key, updates]) => ({ key, updates }))
    },
    async keep(personId, name, updates) {
      const key = prefix(personId, name) + pageId
      await store()('readwrite', (objects) => {
        if (updates.length === 0) objects.delete(key)
        else objects.put([...updates], key)
        return promisifyRequest(objects.transaction)
      })
    },
    async drop({ key, updates }) {
      // Compared and removed in one transaction: the other page may be typing at this moment.
      await store()('readwrite', (objects) => {
        const found = objects.get(key) as IDBRequest<readonly Uint8Array[] | undefined>
        found.onsuccess = () => {
          if (found.result && isSame(found.result, updates)) objects.delete(key)
        }
        return promisifyRequest(objects.transaction)
      })
    },
    async clearOthers(personId) {
      const others = (await keys<string>(store())).filter((key) => !key.startsWith(personId + SEPARATOR))
      if (others.length === 0) return
      await store()('readwrite', (objects) => {
        for (const key of others) objects.delete(key)
        return promisifyRequest(objects.transaction)
      })
    },
  }
}

/** Whether two pages' edits are the same, byte for byte. */
export function isSame(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
  return (
    one.length === other.length &&
    one.every((update, index) => {
      const counterpart = other[index]
      return (
        counterpart?.byteLength === update.byteLength &&
        update.every((byte, place) => byte === counterpart[place])
      )
    })
  )
}
