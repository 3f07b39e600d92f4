import type { Recorded } from '#domain/record/entry.ts'
import type { RemarkHappening } from './happenings.ts'
import type { Message, Remark, RemarksState } from './types.ts'

/** A document nobody has remarked on. */
export function initialRemarks(id: string): RemarksState {
  return { id, seq: 0, remarks: [], title: '' }
}

type Waiting = Remark['waiting']

/** Who is called and does not wait yet; who says something himself waits no longer. */
function called(waiting: Waiting, mentions: readonly string[], by: string, since: string): Waiting {
  const before = waiting.filter(({ personId }) => personId !== by)
  const added = mentions
    .filter((id) => id !== by && !before.some(({ personId }) => personId === id))
    .map((personId) => ({ personId, since }))
  return added.length === 0 && before.length === waiting.length ? waiting : [...before, ...added]
}

function messageOf(entry: Recorded<Extract<RemarkHappening, { type: 'remark/made' | 'remark/replied' }>>) {
  const { authorName, bodyId, text, mentions } = entry.payload
  const said: Message = {
    ...{ authorId: entry.actorId, authorName, bodyId, at: entry.at },
    ...{ text, mentions, earlier: [] },
  }
  return said
}

function corrected(message: Message, text: string, mentions: readonly string[], at: string): Message {
  return { ...message, text, mentions, earlier: [...message.earlier, { text: message.text, at }] }
}

function stepped(remark: Remark, entry: Recorded<RemarkHappening>): Remark {
  const { actorId, at } = entry
  switch (entry.type) {
    case 'remark/replied':
      return {
        ...remark,
        messages: [...remark.messages, messageOf(entry)],
        waiting: called(remark.waiting, entry.payload.mentions, actorId, at),
      }
    case 'remark/corrected': {
      const { message: place, text, mentions } = entry.payload
      const before = remark.messages[place]?.mentions ?? []
      return {
        ...remark,
        messages: remark.messages.map((message, at_) =>
          at_ === place ? corrected(message, text, mentions, at) : message,
        ),
        // Only who is newly called: whoever had read the first wording need not say so again.
        waiting: called(
          remark.waiting,
          mentions.filter((id) => !before.includes(id)),
          actorId,
          at,
        ),
      }
    }
    case 'remark/resolved':
      return {
        ...remark,
        resolved: { by: actorId, name: entry.payload.name, at, outcome: null },
        waiting: [],
      }
    case 'remark/decided': {
      const { name, outcome } = entry.payload
      return { ...remark, resolved: { by: actorId, name, at, outcome }, waiting: [] }
    }
    case 'remark/reopened':
      return { ...remark, resolved: null }
    case 'remark/acknowledged':
      return { ...remark, waiting: remark.waiting.filter(({ personId }) => personId !== actorId) }
    default:
      return remark
  }
}

function numbersOf(entry: Recorded<RemarkHappening>): readonly number[] {
  if (entry.type === 'remark/rebound') return entry.payload.places.map(({ number }) => number)
  return entry.type === 'remark/decided' ? entry.payload.numbers : [entry.payload.number]
}

/** What an entry makes of the remarks. Never refuses, never throws; an entry of a later release moves only `seq`. */
export function evolveRemarks(state: RemarksState, entry: Recorded<RemarkHappening>): RemarksState {
  const next = { ...state, seq: entry.seq }
  if (entry.type === 'remark/made') {
    const { number, anchor, suggestion = null, sealed, title, mentions } = entry.payload
    const remark: Remark = {
      ...{ number, sealed, anchor, suggestion, messages: [messageOf(entry)], resolved: null },
      ...{ waiting: called([], mentions, entry.actorId, entry.at), changedAt: entry.seq },
    }
    return { ...next, title, remarks: [...state.remarks, remark] }
  }
  if (!KNOWN.has(entry.type)) return next
  const remarks = [...state.remarks]
  for (const number of numbersOf(entry)) {
    const before = remarks[number - 1]
    if (!before) continue
    const after =
      entry.type === 'remark/rebound' ? moved(before, entry.payload.places) : stepped(before, entry)
    remarks[number - 1] = { ...after, changedAt: entry.seq }
  }
  return { ...next, remarks }
}

const KNOWN: ReadonlySet<string> = new Set<RemarkHappening['type']>([
  'remark/replied',
  'remark/corrected',
  'remark/resolved',
  'remark/reopened',
  'remark/decided',
  'remark/acknowledged',
  'remark/rebound',
])

function moved(remark: Remark, places: readonly { number: number; start: string; end: string }[]): Remark {
  const place = places.find(({ number }) => number === remark.number)
  if (!place || !remark.anchor) return remark
  return { ...remark, anchor: { ...remark.anchor, start: place.start, end: place.end } }
}
