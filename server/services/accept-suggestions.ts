import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import type { Seat } from '#domain/remarks/happenings.ts'
import type { RemarksState } from '#domain/remarks/types.ts'
import type { LiveDocuments } from './ports.ts'

type Acceptance = Extract<RemarkCommand, { type: 'accept' }>

/**
 * Puts the words into the text and answers what is left to record: the suggestions that stand in the text now. First the text,
 * then the record: what is recorded as accepted stands there; where the server falls in between, the suggestion is open still.
 * Refusals: those of the document, suggestion/words-changed.
 */
export async function putIntoText(
  documents: Pick<LiveDocuments, 'amend'>,
  actor: Actor,
  command: Acceptance,
  { id: name, remarks }: RemarksState,
  seat: Seat,
): Promise<Acceptance | Refusal> {
  const open = [...new Set(command.numbers)].flatMap((number) => {
    const { anchor, suggestion, resolved } = remarks[number - 1] ?? {}
    if (!anchor || !suggestion || resolved) return []
    return [{ number, start: anchor.start, end: anchor.end, ...suggestion }]
  })
  // The rules refuse it, or it was sent twice and gets its first answer.
  if (open.length === 0 || seat.silenced || !seat.writes) return command
  const made = await documents.amend(name, actor, open)
  if (isRefusal(made)) return made
  const numbers = open.filter((_, at) => made[at]).map(({ number }) => number)
  return numbers.length === 0 ? refuse('suggestion/words-changed') : { ...command, numbers }
}
