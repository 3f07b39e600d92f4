import { WORD_TYPE } from '#domain/cases/evidence-shown.ts'

/** Files that unpack to something, with words in it: only a process of its own reads them. */
export const PARSED_TYPES = ['application/pdf', WORD_TYPE] as const
export type ParsedType = (typeof PARSED_TYPES)[number]

/** Files whose words are looked for. A PDF alone has pages. */
const WORDED_TYPES = [...PARSED_TYPES, 'text/plain'] as const
export type WordedType = (typeof WORDED_TYPES)[number]

export function wordedType(mediaType: string): WordedType | null {
  return WORDED_TYPES.find((type) => type === mediaType) ?? null
}
