import { DetailedError, Upload } from 'tus-js-client'

export interface Sending {
  /** Keeps what has arrived. */
  pause(): void
}

interface Told {
  /** Bytes that have left. */
  onProgress(sent: number): void
  onRetry(): void
  /** With the address by which it is handed in. */
  onArrived(address: string): void
  /** With what the server answered, where it did. */
  onFailed(answer: string): void
}

/** What a proxy that keeps whole requests may lose at most, and holds at most. */
const PART_BYTES = 16 * 1_048_576
/** A line may be gone for minutes; after that a person decides. */
const PAUSES_MS = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 60_000]

/** What this machine knows a file by. The server keeps it, so that nothing of it stays behind in a shared browser. */
export const fingerprintOf = ({ name, size, lastModified }: File) =>
  `${String(size)}-${String(lastModified)}-${name}`.slice(0, 300)

/** Sends a file by the tus protocol, from where it was broken off: `begun` is the address of what has arrived of it. */
export function sendFile(file: File, endpoint: string, begun: string | null, told: Told): Sending {
  const upload = new Upload(file, {
    endpoint,
    ...(begun !== null && { uploadUrl: begun }),
    metadata: { filename: file.name, fingerprint: fingerprintOf(file) },
    chunkSize: PART_BYTES,
    retryDelays: PAUSES_MS,
    // The server remembers; this browser may be somebody else's tomorrow.
    storeFingerprintForResuming: false,
    onProgress: (sent) => told.onProgress(sent),
    onShouldRetry(error) {
      const status = error.originalResponse?.getStatus() ?? 0
      // 409 and 423: another request of ours has not let go yet. What else is refused stays refused.
      const again = status === 0 || status >= 500 || status === 409 || status === 423
      if (again) told.onRetry()
      return again
    },
    onError: (error) =>
      told.onFailed(error instanceof DetailedError ? (error.originalResponse?.getBody() ?? '') : ''),
    onSuccess: () => told.onArrived(upload.url ?? ''),
  })
  upload.start()
  return { pause: () => void upload.abort() }
}
