import type { NounNamespace } from '#app/i18n/languages.ts'

/** What a route module may export as `handle`. */
export interface RouteHandle {
  /** Nouns whose sentences the page says, besides common, shell and refusals. */
  readonly i18n?: NounNamespace | readonly NounNamespace[]
  /** Key of the page's title (`cases:list.title`), or made from the loader's data. */
  readonly title?:
    | string
    | ((
        data: unknown,
      ) => { readonly key: string; readonly values?: Readonly<Record<string, string>> } | string)
  /** No rail and bar around the page: sign-in, set-up, the big screen, print views. */
  readonly bare?: boolean
}

export function handleOf(match: { readonly handle: unknown }): RouteHandle {
  return typeof match.handle === 'object' && match.handle !== null ? match.handle : {}
}
