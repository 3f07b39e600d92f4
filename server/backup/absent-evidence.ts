import type { EvidencePlace } from '#server/store/evidence-place.ts'
import { measureStream } from './files.ts'
import type { BackedUpFile } from './manifest.ts'
import { BackupRefused } from './refused.ts'

export const isEvidence = ({ path }: BackedUpFile) => path.startsWith('evidence/')

/**
 * What of a backup's evidence a place does not have.
 * @throws {BackupRefused} where it has something else under that name
 */
export async function absentFrom(
  place: EvidencePlace,
  files: readonly BackedUpFile[],
): Promise<readonly BackedUpFile[]> {
  const absent: BackedUpFile[] = []
  for (const file of files.filter(isEvidence)) {
    const standing = await place.read(file.sha256)
    if (!standing) absent.push(file)
    else if ((await measureStream(standing)).sha256 !== file.sha256)
      throw new BackupRefused(`${place.addressOf(file.sha256)} was altered: move it away and restore again.`)
  }
  return absent
}
