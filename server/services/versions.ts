import { createHash } from 'node:crypto'
import type { FrozenText } from '#domain/cases/happenings.ts'
import type { DocumentText, NewVersion, Surroundings } from './ports.ts'

/** A text as it enters the record: SHA-256 (hex) over its canonical JSON. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A version of a live document, ready to be written with the entry that names it. */
export function versionOf(
  text: Pick<DocumentText, 'state' | 'content'>,
  about: Pick<NewVersion, 'name' | 'reason' | 'label' | 'personId'>,
  surroundings: Surroundings,
): { version: NewVersion; frozen: FrozenText } {
  const version: NewVersion = {
    ...about,
    id: surroundings.newId(),
    at: surroundings.now().toISOString(),
    state: text.state,
    content: text.content,
    hash: hashOf(text.content),
  }
  return { version, frozen: { versionId: version.id, hash: version.hash } }
}
