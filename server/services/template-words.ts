import { releaseTemplate } from '#domain/templates/release.ts'
import type { TemplateKey, TemplateState, TemplateText } from '#domain/templates/types.ts'
import { canonicalJson } from './canonical-json.ts'
import { hashOf } from './versions.ts'

/** By which words a document begins; number 0 is the release's. */
export type TemplateWords = TemplateText & { readonly number: number }

export function releaseWords(key: TemplateKey): TemplateWords {
  const content = canonicalJson(releaseTemplate(key))
  return { number: 0, content, hash: hashOf(content) }
}

/** A version's words; null where there is none of that number. */
export const templateWords = (
  state: TemplateState,
  key: TemplateKey,
  number: number,
): TemplateWords | null => (number === 0 ? releaseWords(key) : (state.versions[number - 1] ?? null))
