import type { Choice, Counts } from '#domain/ballots/types.ts'
import { tally } from '#domain/ballots/tally.ts'
import { decideMeeting } from '#domain/meetings/decide.ts'
import { evolveMeeting } from '#domain/meetings/evolve.ts'
import type { MeetingHappening, NewItem } from '#domain/meetings/happenings.ts'
import { initialMeeting } from '#domain/meetings/initial.ts'
import { openPoll, pollOf } from '#domain/meetings/items.ts'
import type { MeetingOrder, Orders } from '#domain/meetings/order.ts'
import { platformMeetingRules } from '#domain/meetings/rules.ts'
import type { MeetingGrade, MeetingRules, MeetingState } from '#domain/meetings/types.ts'
import type { Actor, Role } from '#domain/people/actor.ts'
import type { Context, Recorded } from '#domain/record/entry.ts'
import { isRefusal, type RefusalCode } from '#domain/record/refusal.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'

export interface RoomOptions {
  /** Members due, `id` or `id@body`; the first is the chair. */
  readonly due?: readonly string[]
  readonly attendees?: readonly string[]
  readonly secretaries?: readonly string[]
  readonly scrutineers?: readonly string[]
  readonly requiredBodyIds?: readonly string[]
  readonly grade?: MeetingGrade
  readonly rules?: Partial<MeetingRules>
  readonly items?: readonly NewItem[]
}

export function personOf(id: string, ...roles: Role[]): Actor {
  return {
    personId: id,
    name: id,
    bodyId: 'body',
    bodyName: 'body',
    roles: roles.map((role) => ({ role, bodyId: 'body' })),
  }
}

function member(line: string) {
  const [personId = line, bodyId = 'body'] = line.split('@')
  return { personId, name: personId, bodyId, bodyName: bodyId }
}

export function itemFor(id: string, subjects: readonly string[] = [`${id}-s1`]): NewItem {
  return {
    id,
    caseId: `case-${id}`,
    caseNumber: `容错〔2026〕${id}号`,
    caseTitle: `title of ${id}`,
    subjects: subjects.map((subject) => ({ id: subject, name: subject })),
    papers: [{ part: 'facts', document: `case/case-${id}/facts`, versionId: 'v', hash: 'h' }],
  }
}

/** A meeting in memory: commands decided and evolved as the record would, time a minute further each time. */
export function room(options: RoomOptions = {}) {
  const due = (options.due ?? ['chair', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9']).map(member)
  const attendees = (options.attendees ?? ['att']).map(member)
  const secretaryIds = [...(options.secretaries ?? ['sec'])]
  const entries: Recorded<MeetingHappening>[] = []
  let state: MeetingState = initialMeeting('meeting-1')
  let minute = 0
  let ids = 0

  function contextFor(actor: Actor): Context {
    return {
      now: new Date(Date.UTC(2026, 2, 1, 0, minute)),
      actor,
      newId: () => `id-${String((ids += 1))}`,
      chance: () => 0.25,
      calendar: SHIPPED_YEARS,
    }
  }

  /** Happenings into the record and the state; the refused code otherwise. */
  function attempt(who: string | Actor, order: MeetingOrder): RefusalCode | null {
    const actor = typeof who === 'string' ? personOf(who) : who
    minute += 1
    const context = contextFor(actor)
    const decided = decideMeeting(state, order, context)
    if (isRefusal(decided)) return decided.refused
    decided.forEach((happening, commandPart) => {
      const entry: Recorded<MeetingHappening> = {
        ...happening,
        stream: 'meeting/meeting-1',
        seq: state.seq + 1,
        actorId: actor.personId,
        at: context.now.toISOString(),
        commandId: `command-${String(minute)}`,
        commandPart,
        previousHash: '',
        hash: '',
      }
      entries.push(entry)
      state = evolveMeeting(state, entry)
    })
    return null
  }

  function must(who: string | Actor, order: MeetingOrder): void {
    const refused = attempt(who, order)
    if (refused) throw new Error(`${JSON.stringify(order)} refused: ${refused}`)
  }

  must(personOf('sec', 'secretary'), {
    type: 'convene',
    convocation: {
      title: '会商会',
      place: '三楼会议室',
      startsAt: '2026-03-01T01:00:00.000Z',
      grade: options.grade ?? 'major',
      chairId: due[0]?.personId ?? 'chair',
      secretaryIds,
      scrutineerIds: [...(options.scrutineers ?? ['m2', 'm3'])],
      requiredBodyIds: [...(options.requiredBodyIds ?? [])],
    },
    rules: { ...platformMeetingRules, ...options.rules },
    membersDue: due,
    attendees,
    items: options.items ?? [itemFor('i1'), itemFor('i2')],
  })

  const dueIds = due.map((one) => one.personId)

  const api = {
    get state() {
      return state
    },
    entries,
    attempt,
    must,
    dueIds,
    checkIn(...people: string[]) {
      for (const personId of people) must(personId, { type: 'check-in', personId: null, code: null })
      return api
    },
    /** Everybody due in the room, the meeting open. */
    opened(...absent: string[]) {
      api.checkIn(...dueIds.filter((id) => !absent.includes(id)))
      must(state.chairId, { type: 'open' })
      return api
    },
    item(itemId = 'i1') {
      const item = state.items.find((one) => one.id === itemId)
      if (!item) throw new Error(itemId)
      return item
    },
    openItem(itemId = 'i1') {
      must(state.chairId, { type: 'open-item', itemId, presenterId: null })
      return api
    },
    toStatements(itemId = 'i1') {
      api.openItem(itemId)
      must(state.chairId, { type: 'enter-phase', phase: 'questions' })
      must(state.chairId, { type: 'enter-phase', phase: 'statements' })
      return api
    },
    /** Item up and everybody in the room has stated, the chair last. */
    stated(itemId = 'i1') {
      api.toStatements(itemId)
      const recused = new Set(
        state.recusals
          .filter((one) => one.itemId === itemId && one.status === 'in-force')
          .map((one) => one.personId),
      )
      const here = state.presences.filter((one) => one.spans.at(-1)?.out === null).map((one) => one.personId)
      const speakers = dueIds.filter((id) => here.includes(id) && !recused.has(id) && id !== state.chairId)
      for (const who of [...speakers, ...(recused.has(state.chairId) ? [] : [state.chairId])])
        must(who, { type: 'state', stand: 'FOR', reason: `reason of ${who}` })
      return api
    },
    question(over: Partial<Orders['put-question']> = {}): Orders['put-question'] {
      return {
        type: 'put-question',
        subjectId: `${state.currentItemId ?? 'i1'}-s1`,
        question: '是否免责？',
        options: ['EXEMPT', 'LIGHTER', 'NOT_TOLERATED'],
        method: 'named',
        ...over,
      }
    },
    /** Puts the question and gives the ballot's id. */
    ballot(over: Partial<Orders['put-question']> = {}): string {
      must(state.chairId, api.question(over))
      const poll = openPoll(state)
      if (!poll) throw new Error('no open ballot')
      return poll.id
    },
    poll(pollId: string) {
      const found = pollOf(state, pollId)
      if (!found) throw new Error(pollId)
      return found.poll
    },
    /** Closes with these choices by person, as the box would hand them over. */
    closing(pollId: string, choices: Readonly<Record<string, Choice>>): Orders['close-ballot'] {
      const poll = api.poll(pollId)
      return {
        type: 'close-ballot',
        pollId,
        box: {
          votedIds: Object.keys(choices),
          counts: tally(poll.options, Object.values(choices)),
          choices: poll.method === 'named' ? choices : {},
        },
      }
    },
    close(pollId: string, choices: Readonly<Record<string, Choice>>) {
      must(state.chairId, api.closing(pollId, choices))
      return api
    },
    /** A whole ballot, announced. */
    vote(choices: Readonly<Record<string, Choice>>, over: Partial<Orders['put-question']> = {}): string {
      const pollId = api.ballot(over)
      api.close(pollId, choices)
      if (api.poll(pollId).method === 'secret')
        for (const who of state.scrutineerIds) must(who, { type: 'confirm-count', pollId })
      must(state.chairId, { type: 'announce-result', pollId })
      return pollId
    },
  }
  return api
}

export type Room = ReturnType<typeof room>

/** The first `n` of the given votes in turn over the people: `votes({EXEMPT: 5, LIGHTER: 4}, people)`. */
export function votes(counts: Counts, people: readonly string[]): Record<string, Choice> {
  const choices = (Object.entries(counts) as [Choice, number][]).flatMap(([choice, n]) =>
    Array<Choice>(n).fill(choice),
  )
  return Object.fromEntries(
    choices.map((choice, index): [string, Choice] => [people[index] ?? `nobody-${String(index)}`, choice]),
  )
}
