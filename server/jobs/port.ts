/** Work that nobody asks for. It may be done twice or late, and then does nothing: it only looks at what is there. */
export interface Job {
  /** Letters and dashes; the same in all nodes. */
  readonly name: string
  /** `often`: every ten minutes. `daily`: once a night. */
  readonly rhythm: 'often' | 'daily'
  work(): Promise<void>
}

/** Sees to it that each job is done in its rhythm by one node of all. */
export interface Jobs {
  /** A job that fails is logged and done again at its next time at the latest. */
  start(jobs: readonly Job[]): Promise<void>
  /** Resolves when nothing is being done any more. */
  stop(): Promise<void>
}

export interface JobLog {
  info(about: object, words: string): void
  error(about: object, words: string): void
}
