/** Why nothing was done. The message is the one sentence that the person at the console gets. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The quota of this user is used up',
  EACCES: 'This user may not read or write there',
  EPERM: 'This user may not do that',
  EROFS: 'The file system is read-only',
  ENOENT: 'There is no such file or folder',
  ENOTDIR: 'There is a file where a folder is needed',
  EIO: 'The disk reports an error',
}

function field(error: object, name: string): string | null {
  const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : null
}

/** Any failure as one sentence: our own are sentences already, the system's and the database's are put into one. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const known = WORDS[field(error, 'code') ?? '']
  if (known) return `${known}: ${field(error, 'path') ?? error.message}.`
  const { cause } = error
  // The database's adapter says little itself and keeps the database's own words in the cause.
  const inner = typeof cause === 'object' && cause !== null ? field(cause, 'originalMessage') : null
  return inner === null ? error.message : `The database says: ${inner}.`
}
