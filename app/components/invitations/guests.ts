import type { HearingState } from '#domain/hearings/types.ts'

/** What the page of people without an account works with, made by its loader. */
export interface Guests {
  readonly state: HearingState
  /** By person's id. */
  readonly contacts: Readonly<Record<string, string>>
  /** ISO time of the server. */
  readonly now: string
}
