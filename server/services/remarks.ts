import { isApplicant } from '#domain/cases/standing.ts'
import type { Actor } from '#domain/people/actor.ts'
import { mayUseDirectory } from '#domain/people/may.ts'
import { covers } from '#domain/people/terms.ts'
import { isRefusal, refuse, type Refusal, type RefusalCode } from '#domain/record/refusal.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import type { Reader, RemarkInstruction, Seat } from '#domain/remarks/happenings.ts'
import { remarkSeat } from '#domain/remarks/seat.ts'
import type { RemarksState } from '#domain/remarks/types.ts'
import { remarkChanges, seesRemark, type RemarkChanges } from '#domain/remarks/view.ts'
import { putIntoText } from './accept-suggestions.ts'
import type { AccessCase, CaseAccess } from './case-access.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { PeopleStore } from './people.ts'
import type { LiveDocuments, RecordPort, RecusalStore } from './ports.ts'
import { calendarDateIn } from './time-zone.ts'

/** What a page is told of the remarks on a document: those it may see, and what its person may do. */
export interface ToldRemarks extends RemarkChanges {
  /** Sees also what was remarked while the opinion was sealed; where it changes the page begins anew. */
  readonly own: boolean
  readonly silenced: RefusalCode | null
  readonly unsuggesting: RefusalCode | null
  readonly settles: boolean
  readonly writes: boolean
  /** The person who told the statement reads it, and so what is remarked on it. */
  readonly applicantReads: boolean
}

export interface NamedReader {
  readonly id: string
  readonly name: string
  readonly bodyName: string | null
}

export interface RemarksService {
  /** What changed after an entry (0: everything), as far as the person may see it. Refusals: those of the document. */
  changes(actor: Actor, name: string, after: number): Promise<ToldRemarks | Refusal>
  /** Who can be mentioned: whoever reads the document now. Refusals: those of the document. */
  readers(actor: Actor, name: string): Promise<readonly NamedReader[] | Refusal>
  /** Whether the person may read that remark now; asked for each line of a workbench. */
  mayRead(actor: Actor, name: string, number: number): Promise<boolean>
  /** Whether the person may accept and refuse what is suggested for the text now; asked for each line of a workbench. */
  mayDecide(actor: Actor, name: string): Promise<boolean>
  /** Refusals: those of the document, remark/…, suggestion/…, case/closed, access/denied, document/read-only, document/frozen. */
  execute(
    actor: Actor,
    name: string,
    commandId: string,
    command: RemarkCommand,
  ): Promise<{ readonly seq: number } | Refusal>
}

interface Ports<Tx> {
  readonly record: RecordPort<Tx>
  readonly accessCase: AccessCase
  readonly recusals: Pick<RecusalStore, 'recusedFromCase' | 'participantsOfCase'>
  readonly people: Pick<PeopleStore, 'people' | 'bodies'>
  readonly documents: Pick<LiveDocuments, 'read' | 'amend'>
  readonly now: () => Date
  readonly timeZone: string
}

interface Found extends CaseAccess {
  readonly part: string
  readonly seat: Seat
}

/** Remarks on the documents of a dossier (批注): a stream beside the case's for each document (ADR 19). */
export function createRemarksService<Tx>(ports: Ports<Tx>): RemarksService {
  const { record } = ports
  const inTurn = oneAtATime()
  const load = (name: string) => record.load<RemarksState>(`remarks/${name}`)

  /** The same road as to the document itself, so that nobody sees a remark on what he may not read. */
  async function find(actor: Actor, name: string): Promise<Found | Refusal> {
    const [noun, caseId = '', part = ''] = name.split('/')
    if (noun !== 'case') return refuse('document/unknown')
    const found = await ports.accessCase(actor, caseId)
    if (isRefusal(found)) return found
    const seat = remarkSeat(actor, found.state, part, found.grounds)
    return seat ? { ...found, part, seat } : refuse('access/not-found')
  }

  async function everybody(): Promise<readonly Actor[]> {
    const [people, bodies] = await Promise.all([ports.people.people(), ports.people.bodies()])
    const today = calendarDateIn(ports.now(), ports.timeZone)
    const bodyNames = new Map(bodies.map(({ id, name }) => [id, name]))
    return people
      .filter(({ active, guestOf }) => active && guestOf === undefined)
      .map(({ id, name, bodyId, roles }) => ({
        personId: id,
        name,
        bodyId,
        bodyName: bodyId === null ? null : (bodyNames.get(bodyId) ?? null),
        roles: roles
          .filter((term) => covers(term, today))
          .map((term) => ({ role: term.role, bodyId: term.bodyId ?? '' })),
      }))
  }

  /** Everybody who reads the document now, by the rule that decides at the document itself. */
  async function readersOf({ state, part }: Found): Promise<readonly (Reader & { readonly actor: Actor })[]> {
    const [recused, participants, people] = await Promise.all([
      ports.recusals.recusedFromCase(state.id),
      ports.recusals.participantsOfCase(state.id),
      everybody(),
    ])
    return people.flatMap((actor) => {
      const { personId } = actor
      const grounds = { recused: recused.includes(personId), viaMeeting: participants.includes(personId) }
      const seat = remarkSeat(actor, state, part, grounds)
      return seat ? [{ personId, own: seat.own, actor }] : []
    })
  }

  /** Whether all the words stand in the text as it is now: what is shown when they are gone must have been there. */
  async function stand(name: string, passages: readonly string[]): Promise<boolean> {
    const { content } = await ports.documents.read(name)
    const letters = lettersOf(JSON.parse(content) as TextNode)
    return passages.every((words) => letters.includes(words.replaceAll('\n', '')))
  }

  /** Words that a command quotes; null where it quotes none or may not be given. */
  function quoted(command: RemarkCommand, seat: Seat): readonly string[] | null {
    if (command.type === 'suggest')
      return seat.unsuggesting ? null : command.changes.map(({ before }) => before)
    return command.type === 'remark' && command.anchor && !seat.silenced ? [command.anchor.words] : null
  }

  /** With what only the server knows. A refusal goes to the record in its place, as the command may stand there already. */
  async function orderOf(
    name: string,
    found: Found,
    command: RemarkCommand,
  ): Promise<RemarkInstruction | Refusal> {
    const { seat } = found
    const words = quoted(command, seat)
    if (words && !(await stand(name, words)))
      return refuse(command.type === 'suggest' ? 'suggestion/words-changed' : 'remark/words-gone')
    const calls = 'mentions' in command && command.mentions.length > 0
    const readers = calls ? (await readersOf(found)).map(({ personId, own }) => ({ personId, own })) : []
    return { ...command, seat, readers }
  }

  return {
    async changes(actor, name, after) {
      const found = await find(actor, name)
      if (isRefusal(found)) return found
      const { seat, state, part } = found
      const { own, silenced, unsuggesting, settles, writes } = seat
      const applicantReads =
        part === 'applicant-statement' && state.applicantIds.length > 0 && !isApplicant(actor, state)
      return {
        ...remarkChanges(await load(name), seat, actor.personId, after),
        ...{ own, silenced, unsuggesting, settles, writes, applicantReads },
      }
    },

    async readers(actor, name) {
      const found = await find(actor, name)
      if (isRefusal(found)) return found
      const all = (await readersOf(found)).filter(({ personId }) => personId !== actor.personId)
      const named = ({ actor: { personId: id, name: words, bodyName } }: (typeof all)[number]) => ({
        ...{ id, name: words, bodyName },
      })
      if (mayUseDirectory(actor)) return all.map(named)
      // Who may not look people up names those whose remarks he reads (P-02).
      const { remarks } = await load(name)
      const met = new Set(
        remarks
          .filter((remark) => seesRemark(found.seat, remark))
          .flatMap(({ messages }) => messages.map(({ authorId }) => authorId)),
      )
      return all.filter(({ personId }) => met.has(personId)).map(named)
    },

    async mayRead(actor, name, number) {
      const found = await find(actor, name)
      if (isRefusal(found)) return false
      const remark = (await load(name)).remarks[number - 1]
      return remark !== undefined && seesRemark(found.seat, remark)
    },

    async mayDecide(actor, name) {
      const found = await find(actor, name)
      return !isRefusal(found) && found.seat.writes && found.seat.silenced === null
    },

    // One after the other, so that nobody refuses what is just being put into the text.
    execute: (actor, name, commandId, asked) =>
      inTurn(name, async () => {
        const found = await find(actor, name)
        if (isRefusal(found)) return found
        const command =
          asked.type === 'accept'
            ? await putIntoText(ports.documents, actor, asked, await load(name), found.seat)
            : asked
        const order = isRefusal(command) ? command : await orderOf(name, found, command)
        const done = await record.execute({ stream: `remarks/${name}`, actor, commandId, command: order })
        return isRefusal(done) ? done : { seq: done.seq }
      }),
  }
}

interface TextNode {
  readonly text?: string
  readonly content?: readonly TextNode[]
}

function lettersOf({ text, content }: TextNode): string {
  return text ?? (content ?? []).map(lettersOf).join('')
}
