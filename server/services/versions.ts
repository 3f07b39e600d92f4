import { createHash } from 'node:crypto'
import type { FrozenText } from '#domain/cases/happenings.ts'
import type { DocumentText, NewVersion, Surroundings, VersionStore } from './ports.ts'

/** A text as it enters the record: SHA-256 (hex) over its canonical JSON. */
export function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A version of a live document, ready to be written with the entry that names it. */
export function versionOf(
  text: Pick<DocumentText, 'state' | 'content'> & Partial<Pick<DocumentText, 'upTo'>>,
  about: Pick<NewVersion, 'name' | 'reason' | 'label' | 'personId'>,
  surroundings: Pick<Surroundings, 'now' | 'newId'>,
): { version: NewVersion; frozen: FrozenText } {
  const version: NewVersion = {
    ...about,
    id: surroundings.newId(),
    at: surroundings.now().toISOString(),
    state: text.state,
    content: text.content,
    hash: hashOf(text.content),
    upTo: text.upTo ?? 0,
  }
  return { version, frozen: { versionId: version.id, hash: version.hash } }
}

/** Nobody has written anything: the text is empty, or says what its template says and nothing else (D-127). */
export async function saysNothing<Tx>(
  versions: Pick<VersionStore<Tx>, 'list'>,
  name: string,
  { isEmpty, content }: Pick<DocumentText, 'isEmpty' | 'content'>,
): Promise<boolean> {
  if (isEmpty) return true
  const hash = hashOf(content)
  return (await versions.list(name)).some((version) => version.reason === 'template' && version.hash === hash)
}
