/** What a case says of a template that a document of it begins with. */
export interface TakenTemplate {
  /** Of which kind of case: what the case is may be amended later. */
  readonly kind: string
  readonly number: number
  /** SHA-256 (hex) of its words. */
  readonly hash: string
}

/** By the part of the template: a document of the dossier, or `opinion`. */
export type TakenTemplates = Readonly<Record<string, TakenTemplate>>
