import { evidenceRegister } from '#domain/cases/fields.ts'
import type { EvidenceRegister } from '#domain/cases/evidence-types.ts'
import { seen } from '#domain/record/seen.ts'

const TITLE_LENGTH = 200

/** No longer than a title may be, and without half a sign at the end, which no database keeps. */
export const titleFrom = (text: string) =>
  seen(text)
    .trim()
    .slice(0, TITLE_LENGTH)
    .replace(/[\ud800-\udbff]$/, '')

/** How a form describes the piece that comes with it; null: not as a register could keep it. */
export function describedIn(
  all: (name: string) => readonly unknown[],
): { title: string; register: EvidenceRegister } | null {
  const text = (name: string) => {
    const [value = ''] = all(name)
    return typeof value === 'string' ? value : ''
  }
  const register = evidenceRegister.safeParse({
    kind: text('kind') || null,
    source: text('source'),
    collectors: text('collectors'),
    collectedOn: text('collectedOn') || null,
    fact: text('fact'),
    classification: text('classification') || 'internal',
    readerBodyIds: all('readerBodyIds'),
  })
  return register.success ? { title: titleFrom(text('title')), register: register.data } : null
}
