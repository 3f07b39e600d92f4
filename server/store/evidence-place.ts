import type { Readable } from 'node:stream'
import type { ByteRange } from '#server/services/evidence.ts'

/**
 * Where the files of evidence lie, each under the SHA-256 of its content: a folder, or a bucket. Whatever asks here rejects with
 * `EvidenceAway` while the place cannot be reached, which is something else than that a file is missing.
 */
export interface EvidencePlace {
  /** A folder of this machine for what is still arriving. */
  readonly incoming: string
  /** How a person at the console finds the file. */
  addressOf(sha256: string): string
  /** Rejects while the place cannot be used, whoever is at fault. */
  reach(): Promise<void>
  /** Keeps a file of this machine that is whole, moved or copied. It is stored when this resolves; kept twice, it lies there once. */
  keep(file: string, sha256: string): Promise<void>
  /** Null: there is no such file. Who asks reads it or destroys it. */
  read(sha256: string, part?: ByteRange): Promise<Readable | null>
  /** Everything that lies there; without `sha256` where it is at no file's place. */
  list(): Promise<readonly { readonly address: string; readonly sha256: string | null }[]>
  /**
   * Removes what has lain there since before then and is in nobody's record. `named` is asked after the place was looked
   * through, so that what is named in between stays; so does what is put there again meanwhile.
   */
  sweep(before: Date, named: () => Promise<ReadonlySet<string>>): Promise<void>
}

/** The place of evidence does not answer, or refuses us. The message is a sentence without keys and passwords. */
export class EvidenceAway extends Error {
  override readonly name = 'EvidenceAway'
}
