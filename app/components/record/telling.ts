import type { TFunction } from 'i18next'
import type { CaseHappening } from '#domain/cases/happenings.ts'
import type { HearingHappening } from '#domain/hearings/happenings.ts'
import type { MeetingHappening } from '#domain/meetings/happenings.ts'
import type { MinutesHappening } from '#domain/minutes/happenings.ts'

export type AnyHappening = CaseHappening | HearingHappening | MeetingHappening | MinutesHappening

/** What happened, in one sentence; `note` is what a person wrote: a reason, a statement, a question. */
export interface Told {
  readonly sentence: string
  readonly note: string | null
}

export interface NamedRecusal {
  readonly person: string
  readonly item: string
  readonly enteredBySecretary: boolean
}

/** Names for the ids an entry holds; each answers with words even where it does not know the id. */
export interface Names {
  person(id: string): string
  body(id: string): string
  subject(id: string): string
  /** An item of the agenda, as "容错〔2026〕1号 …". */
  item(id: string): string
  poll(id: string): string
  /** An application for recusal: whose, for which item, and whether a secretary entered the ruling on it. */
  recusal(id: string): NamedRecusal
  /** Who had raised the hand that the chair gave the floor to. */
  speaker(requestId: string): string
}

/** What a teller works with. `say` looks up `record:<type>` and knows the actor's name. */
export interface Voice {
  say(type: string, values?: Readonly<Record<string, string | number>>): string
  /** A code in words: `word('outcome', 'EXEMPT')`. */
  word(kind: string, code: string): string
  list(words: readonly string[]): string
  readonly t: TFunction
  readonly names: Names
}

/** One teller per type of a noun: a type without one does not compile. */
export type Tellers<H extends AnyHappening> = {
  readonly [Type in H['type']]: (payload: Extract<H, { type: Type }>['payload'], voice: Voice) => Told
}

export function told(sentence: string, note: string | null = null): Told {
  return { sentence, note: note === null || note.trim() === '' ? null : note }
}
