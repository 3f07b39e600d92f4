/** A line of the record of access (F-112): who did or opened what, when. Never changed, never removed. */
export interface AccessLine {
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly at: string
  /** Empty where nobody is signed in (a failed sign-in). */
  readonly personId: string
  /** `<noun>/<what happened>`: `evidence/opened`, `account/signed-in`, `role/granted`. */
  readonly action: string
  /** A stream, a document's name, a person's id or a typed user name. */
  readonly subject: string
  readonly detail: string
}

export interface AccessQuery {
  /** `account` for accounts, roles, bodies, calendars and sign-ins; `content` for cases, documents, evidence; null for both. */
  readonly part: 'account' | 'content' | null
  readonly personId: string | null
  /** 1, 2, 3 … */
  readonly page: number
  readonly pageSize: number
}

/** What services need of the table `AccessEntry`; the store implements it. */
export interface AccessLog {
  /** Appends one line; resolves after commit. */
  note(line: { personId: string; action: string; subject: string; detail?: string }): Promise<void>
  /** Newest first. `account` are the actions that begin with `account/`, `role/`, `body/`, `calendar/` or `audit/`. */
  page(query: AccessQuery): Promise<{ rows: readonly AccessLine[]; total: number }>
}
