import { createHash } from 'node:crypto'
import { SharedEvent } from '#protocol/shared-event.ts'
import type { SeenStream } from './rooms.ts'

const digest = (text: string) => createHash('sha1').update(text).digest('base64')

const words = new WeakMap<object, SharedEvent<'room/shared'>>()
const digests = new WeakMap<object, string>()

/** What tells one view of a viewer's from the next. Beside a shared part his own has no number that moves with each entry. */
export function ownDigest({ seq, view, shared }: SeenStream): string {
  if (!shared) return digest(JSON.stringify({ seq, view }))
  // Often the same object as last time.
  const known = typeof view === 'object' && view !== null ? digests.get(view) : undefined
  if (known !== undefined) return known
  const made = digest(JSON.stringify(view))
  if (typeof view === 'object' && view !== null) digests.set(view, made)
  return made
}

/** Made for the first viewer, the same for all others. */
export function inWords(stream: string, shared: object): SharedEvent<'room/shared'> {
  const known = words.get(shared)
  if (known) return known
  const made = new SharedEvent('room/shared', { stream, shared })
  words.set(shared, made)
  return made
}

/** Empty where nothing is shared. */
export function sharedDigest(stream: string, shared: object | undefined): string {
  if (!shared) return ''
  const known = digests.get(shared)
  if (known !== undefined) return known
  const made = digest(inWords(stream, shared).packet)
  digests.set(shared, made)
  return made
}
