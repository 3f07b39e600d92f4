/** zh-CN first: the people work in Chinese; en is complete. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const DEFAULT_LANGUAGE: Language = 'zh-CN'

/** One namespace per noun, one file per namespace and language. */
export const NAMESPACES = [
  'common',
  'shell',
  'auth',
  'people',
  'workbench',
  'refusals',
  'calendar',
  'cases',
  'dossiers',
  'evidence',
  'evidence-marks',
  'hearings-before',
  'hearing-ways',
  'meetings',
  'ballots',
  'blocks',
  'minutes',
  'record',
  'remarks',
  'suggestions',
  'templates',
  'versions',
  'hearings',
  'comments',
  'hearingsAfter',
  'invitations',
  'search',
  'word',
  'writing',
] as const
export type NounNamespace = (typeof NAMESPACES)[number]

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}
