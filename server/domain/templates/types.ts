import { CASE_KINDS, DOSSIER_PARTS, type CaseKind } from '#domain/cases/types.ts'
import { bodyOfOpinion, isDossierPart } from '#domain/dossiers/parts.ts'

/** The documents that can begin with a template: those of every dossier, and the opinion that each body writes. */
export const TEMPLATE_PARTS = [...DOSSIER_PARTS, 'opinion'] as const
export type TemplatePart = (typeof TEMPLATE_PARTS)[number]

/** Which template: a case of one kind, a document of one kind. */
export interface TemplateKey {
  readonly kind: CaseKind
  readonly part: TemplatePart
}

/** Its stream in the record. */
export const templateStream = ({ kind, part }: TemplateKey): string => `template/${kind}.${part}`

/** The live text that is its draft. */
export const templateDraft = ({ kind, part }: TemplateKey): string => `template/${kind}/${part}`

/** Null where there is no such template. */
export function templateKey(kind: string | undefined, part: string | undefined): TemplateKey | null {
  const known = CASE_KINDS.find((one) => one === kind)
  const document = TEMPLATE_PARTS.find((one) => one === part)
  return known && document ? { kind: known, part: document } : null
}

/** By which template a document of a case begins; null for what has none, as the results of examinations. */
export function templateOfPart(part: string): TemplatePart | null {
  if (bodyOfOpinion(part) !== null) return 'opinion'
  return isDossierPart(part) ? part : null
}

/** Words and their hash. */
export interface TemplateText {
  /** Canonical ProseMirror JSON. */
  readonly content: string
  /** SHA-256 (hex) over it. */
  readonly hash: string
}

export interface TemplateVersion extends TemplateText {
  /** 1, 2, 3 …; 0 stands for what came with the release. */
  readonly number: number
  readonly at: string
  readonly by: string
  readonly reason: string
  /** The version whose words were put in force again; null: written anew. */
  readonly from: number | null
}

/** A template of the jurisdiction: every version that was ever in force; the last one is. */
export interface TemplateState {
  readonly seq: number
  readonly versions: readonly TemplateVersion[]
}

/** Characters of the canonical JSON: some forty pages. It stands in an entry of the record. */
export const TEMPLATE_LIMIT = 200_000
