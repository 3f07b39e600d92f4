import { join } from 'node:path'
import type { Env } from '#server/env.ts'
import { evidenceOnDisk } from './evidence-on-disk.ts'
import type { EvidencePlace } from './evidence-place.ts'

/** The folder in the data directory, or the bucket that is set up. Nothing is asked of either here. */
export async function openEvidencePlace({
  dataDirectory,
  bucket,
}: Pick<Env, 'dataDirectory' | 'bucket'>): Promise<EvidencePlace> {
  const directory = join(dataDirectory, 'evidence')
  if (!bucket) return evidenceOnDisk(directory)
  // Loaded where it is needed: its library is larger than all of the product's server.
  const { evidenceInBucket } = await import('./evidence-in-bucket.ts')
  return evidenceInBucket(bucket, join(directory, 'incoming'))
}
