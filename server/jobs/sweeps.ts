import type { Job } from './port.ts'

interface Swept {
  readonly sessions: { deleteExpiredSessions(): Promise<void> }
  readonly evidence: {
    /** Asks for the names after it has looked what lies there, so that what is named in between stays. */
    sweep(before: Date, named: () => Promise<ReadonlySet<string>>): Promise<void>
  }
  readonly uploads: { removeOlder(moment: Date): Promise<void> }
  /** Every file that an entry of the record names. */
  readonly named: () => Promise<ReadonlySet<string>>
  readonly now: () => Date
}

/** An upload is named in the record within seconds of its last byte; a backup of the evidence takes hours at most. */
const LEFT_OVER_MS = 24 * 60 * 60_000

/** Who began a long file on Friday goes on with it on Monday. */
const UNFINISHED_MS = 4 * 24 * 60 * 60_000

/** What is left behind: sessions that expired, evidence that the record refused or that never arrived whole. */
export function sweeps({ sessions, evidence, uploads, named, now }: Swept): readonly Job[] {
  return [
    { name: 'expired-sessions', rhythm: 'often', work: () => sessions.deleteExpiredSessions() },
    {
      name: 'left-over-evidence',
      rhythm: 'daily',
      work: () => evidence.sweep(new Date(now().getTime() - LEFT_OVER_MS), named),
    },
    {
      name: 'unfinished-uploads',
      rhythm: 'daily',
      work: () => uploads.removeOlder(new Date(now().getTime() - UNFINISHED_MS)),
    },
  ]
}
