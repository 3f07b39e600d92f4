import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { BucketAddress } from '#server/env.ts'
import { openBucket } from './bucket.ts'
import { clearFolder } from './evidence-on-disk.ts'
import type { EvidencePlace } from './evidence-place.ts'

const ALL = 'evidence/'
const keyOf = (sha256: string) => `${ALL}${sha256.slice(0, 2)}/${sha256}`
const asideOf = (sha256: string) => `${ALL}swept/${sha256}`

/** What one request can copy. */
const MOST_COPIED = 5 * 1024 ** 3

/** In a bucket that speaks S3; only what is still arriving lies in a folder of this machine. */
export function evidenceInBucket(address: BucketAddress, incoming: string): EvidencePlace {
  const bucket = openBucket(address)

  return {
    incoming,
    addressOf: (sha256) => `s3://${address.name}/${keyOf(sha256)}`,
    reach: () => bucket.reach(),
    async keep(file, sha256) {
      const { size } = await stat(file)
      // Another length: it was cut short there, and is put right.
      if ((await bucket.bytesAt(keyOf(sha256))) !== size) await bucket.put(keyOf(sha256), file)
    },
    // What was swept while the same content was handed in again is still there, aside.
    read: async (sha256, part) =>
      (await bucket.read(keyOf(sha256), part)) ?? (await bucket.read(asideOf(sha256), part)),
    async list() {
      return (await bucket.list(ALL)).map(({ key }) => {
        const sha256 = basename(key)
        return { address: `s3://${address.name}/${key}`, sha256: key === keyOf(sha256) ? sha256 : null }
      })
    },
    /**
     * A bucket has nothing that looks and removes in one step. So a file goes aside for a day first, and comes back where it
     * is named by then: whoever found it here a moment before, and did not send it again, loses nothing.
     */
    async sweep(before, named) {
      await clearFolder(incoming, before)
      const old = (await bucket.list(ALL)).filter(({ changed }) => changed < before)
      if (old.length === 0) return
      const names = await named()
      for (const { key, bytes } of old) {
        const sha256 = basename(key)
        if (key === asideOf(sha256)) {
          if (names.has(sha256) && (await bucket.bytesAt(keyOf(sha256))) === null)
            await bucket.copy(key, keyOf(sha256))
          await bucket.remove(key)
        } else if (key === keyOf(sha256) && !names.has(sha256) && bytes <= MOST_COPIED) {
          await bucket.copy(key, asideOf(sha256))
          await bucket.remove(key)
        }
      }
    },
  }
}
