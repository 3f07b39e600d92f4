import * as Y from 'yjs'
import { LIMITS } from '#protocol/limits.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { isReadable } from './check-content.ts'
import type { LiveDocument } from './live-document.ts'

/**
 * Tries an update before it is stored, and accepts it. A stored one is there for ever, so everything that
 * could make a document unreadable is refused here, without effect:
 * - `input/too-large`: over the limit of one update;
 * - `input/invalid`: not a Yjs update from first to last byte, or one that Yjs cannot carry out. About one
 *   in ten randomly damaged updates decodes well and throws half-way through its application, hence the
 *   trial on a second copy; or one after which nobody could read the text (check-content.ts);
 * - `record/conflict`: it builds on changes we never got; the peer opens again and sends all it has;
 * - `access/denied`: new changes under a client id that another person writes under. Two contents for one
 *   id and clock would split the copies of all readers for good.
 */
export function acceptUpdate(
  live: LiveDocument,
  update: Uint8Array,
  personId: string,
  /** Bytes; only the server's own edits may be larger than a frame. */
  most: number = LIMITS.updateBytes,
): Refusal | null {
  if (update.byteLength > most) return refuse('input/too-large')
  const meta = readMeta(update)
  if (!meta) return refuse('input/invalid')
  const ahead = live.ahead()
  const news: number[] = []
  for (const [clientId, from] of meta.from) {
    const known = Y.getState(ahead.store, clientId)
    if (from > known) return refuse('record/conflict')
    if ((meta.to.get(clientId) ?? 0) <= known) continue
    const owner = live.owners.get(clientId)
    if (owner !== undefined && owner !== personId) return refuse('access/denied')
    news.push(clientId)
  }
  try {
    Y.applyUpdate(ahead, update)
  } catch {
    live.forgetTrial()
    return refuse('input/invalid')
  }
  // In a damaged document changes may wait for ever for a row that is lost; it stays writable all the same.
  if (!live.damaged && (ahead.store.pendingStructs || ahead.store.pendingDs)) {
    live.forgetTrial()
    return refuse('record/conflict')
  }
  if (!isReadable(ahead, meta.structs)) {
    live.forgetTrial()
    return refuse('input/invalid')
  }
  for (const clientId of news) live.owners.set(clientId, personId)
  live.accept(update)
  return null
}

/** Which clocks of which clients an update holds; null for bytes that are no update from first to last. */
function readMeta(update: Uint8Array) {
  try {
    const { structs } = Y.decodeUpdate(update)
    const from = new Map<number, number>()
    const to = new Map<number, number>()
    for (const { id, length } of structs) {
      from.set(id.client, Math.min(from.get(id.client) ?? Infinity, id.clock))
      to.set(id.client, Math.max(to.get(id.client) ?? 0, id.clock + length))
    }
    return { from, to, structs }
  } catch {
    return null
  }
}
