/** Kinds of evidence as 行政诉讼法 art. 33 names them, and the rest. */
export const EVIDENCE_KINDS = [
  'documentary',
  'object',
  'audio-visual',
  'electronic',
  'testimony',
  'statement',
  'expert-opinion',
  'inspection',
  'on-site',
  'other',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/**
 * Who knows of a piece. `restricted` (工作秘密): a named circle alone. State secrets have no place here at all (REQ-252).
 */
export const CLASSIFICATIONS = ['public', 'internal', 'restricted'] as const
export type Classification = (typeof CLASSIFICATIONS)[number]

/** Characters of the reason for which a file is taken out of the system. */
export const SAVING_REASON = 500

/** What the register of evidence says of a piece besides its title and file (REQ-041). */
export interface EvidenceRegister {
  /** Null: nobody has said yet. */
  readonly kind: EvidenceKind | null
  readonly source: string
  readonly collectors: string
  /** YYYY-MM-DD */
  readonly collectedOn: string | null
  /** The fact it is to prove; the conditions it bears out are the matrix's to tell. */
  readonly fact: string
  readonly classification: Classification
  /** Bodies of the named circle; they mean nothing unless the piece is restricted. */
  readonly readerBodyIds: readonly string[]
}

/** Of pieces from before there was a register, and of what came without a word. */
export const UNREGISTERED: EvidenceRegister = {
  kind: null,
  source: '',
  collectors: '',
  collectedOn: null,
  fact: '',
  classification: 'internal',
  readerBodyIds: [],
}

/** Whether anything is said that `UNREGISTERED` does not say. */
export function isDescribed({
  kind,
  source,
  collectors,
  collectedOn,
  fact,
  classification,
}: EvidenceRegister) {
  return (
    kind !== null ||
    collectedOn !== null ||
    classification !== 'internal' ||
    source + collectors + fact !== ''
  )
}

/** A file in the store of evidence, by its content. */
export interface StoredFile {
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
}

/** Whether it has pages whose words can be read. */
export const hasPages = ({ mediaType }: Pick<StoredFile, 'mediaType'>) => mediaType === 'application/pdf'

/** How the register described a piece until then. */
export interface EvidenceChange {
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly title: string
  readonly register: EvidenceRegister
}

/** Where on a page, in thousandths of its width and height. */
export interface Zone {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A frame on a page (a picture is one page), or a moment of what is played. */
export type MarkPlace =
  | { readonly kind: 'zone'; readonly page: number; readonly zone: Zone }
  /** In whole seconds from the beginning. */
  | { readonly kind: 'time'; readonly second: number }

/** A place in a piece with a note, to be cited. Withdrawn it stays, so that what cites it still leads somewhere. */
export interface EvidenceMark {
  readonly id: string
  /** 1, 2, 3 … on the piece; cited, so it never changes. */
  readonly number: number
  readonly place: MarkPlace
  readonly note: string
  readonly by: string
  readonly at: string
  /** By its author; null: it stands. */
  readonly withdrawnAt: string | null
}

export interface EvidencePiece extends StoredFile {
  readonly id: string
  /** 1, 2, 3 … in the case, in the order of handing in; cited, so it never changes. */
  readonly number: number
  readonly title: string
  readonly fileName: string
  readonly register: EvidenceRegister
  readonly changes: readonly EvidenceChange[]
  readonly marks: readonly EvidenceMark[]
  readonly addedBy: string
  readonly addedAt: string
  readonly withdrawn: {
    readonly at: string
    readonly by: string
    readonly reason: string
    /** The piece that took its place. */
    readonly replacedBy?: string
  } | null
}

/** What the record keeps of a piece that was handed in; how the register describes it is an entry of its own. */
export type AddedEvidence = StoredFile & Pick<EvidencePiece, 'id' | 'title' | 'fileName'>
