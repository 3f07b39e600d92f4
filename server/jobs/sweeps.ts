import type { Job } from './port.ts'

interface Swept {
  readonly sessions: { deleteExpiredSessions(): Promise<void> }
  readonly files: {
    /** Files that have lain there since before then. */
    olderThan(moment: Date): Promise<readonly string[]>
    /** Not one that was put there again meanwhile. */
    removeOlder(file: string, moment: Date): Promise<void>
  }
  /** Every file that an entry of the record names. */
  readonly named: () => Promise<ReadonlySet<string>>
  readonly now: () => Date
}

/** An upload is named in the record within seconds of its last byte; a backup of the evidence takes hours at most. */
const LEFT_OVER_MS = 24 * 60 * 60_000

/** What is left behind: sessions that expired, evidence that the record refused or that never arrived whole. */
export function sweeps({ sessions, files, named, now }: Swept): readonly Job[] {
  return [
    { name: 'expired-sessions', rhythm: 'often', work: () => sessions.deleteExpiredSessions() },
    {
      name: 'left-over-evidence',
      rhythm: 'daily',
      async work() {
        const moment = new Date(now().getTime() - LEFT_OVER_MS)
        // The files first: one that is named between the two questions is in the second answer.
        const old = await files.olderThan(moment)
        if (old.length === 0) return
        const names = await named()
        for (const file of old) if (!names.has(file)) await files.removeOlder(file, moment)
      },
    },
  ]
}
