import { decideMinutes } from '#domain/minutes/decide.ts'
import { draftMinutes } from '#domain/minutes/draft.ts'
import { evolveMinutes } from '#domain/minutes/evolve.ts'
import type { MinutesHappening, MinutesOrder } from '#domain/minutes/happenings.ts'
import { initialMinutes } from '#domain/minutes/initial.ts'
import type { DecisionDetail, MinutesState } from '#domain/minutes/types.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal, type RefusalCode } from '#domain/record/refusal.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'
import { person } from './case-world.ts'
import { itemFor, room, votes, type Room } from './meeting-room.ts'

/** Three departments, nine due, `m9` on leave, `att` 列席. */
export const DUE = [
  'chair@discipline',
  'm2@discipline',
  'm3@discipline',
  'm4@organization',
  'm5@organization',
  'm6@organization',
  'm7@political',
  'm8@political',
  'm9@political',
] as const

export const here = DUE.map((line) => line.split('@')[0] ?? '').filter((id) => id !== 'm9')

/** A room as usual: item i1 with two subjects, item i2 with one, m9 on leave, everybody else there. */
export function openedRoom(): Room {
  const meeting = room({
    due: DUE,
    items: [itemFor('i1', ['i1-s1', 'i1-s2']), itemFor('i2')],
    attendees: ['att@audit'],
  })
  meeting.must('m9', { type: 'take-leave', personId: null, reason: '出差' })
  meeting.checkIn('att')
  return meeting.opened('m9')
}

export const passing = { MITIGATED: 6, NOT_TOLERATED: 1, SHELVED: 1 } as const
const OPTIONS = ['MITIGATED', 'NOT_TOLERATED', 'SHELVED'] as const

/** The first subject mitigated by name, the second exempted; the second item deferred; closed. */
export function closedMeeting(): MeetingState {
  const meeting = openedRoom().stated('i1')
  meeting.vote(votes(passing, here), { options: [...OPTIONS], subjectId: 'i1-s1' })
  meeting.vote(votes({ EXEMPT: 8 }, here), { options: ['EXEMPT', 'NOT_TOLERATED'], subjectId: 'i1-s2' })
  meeting.must('chair', { type: 'finish-item' })
  meeting.must('chair', { type: 'defer-item', itemId: 'i2', reason: '事实尚需核实' })
  meeting.must('chair', { type: 'close' })
  return meeting.state
}

export const detail = (over: Partial<DecisionDetail> = {}): DecisionDetail => ({
  caseId: 'case-i1',
  itemId: 'i1',
  subjectId: 'i1-s1',
  clauses: ['第八条'],
  measure: 'talk-reminder',
  measureText: '',
  effects: ['promotion-unaffected'],
  shelvedUntil: null,
  duties: [{ id: 'duty-1', text: '完成自查整改', ownerBodyId: 'jinsong', dueOn: '2026-12-31' }],
  ...over,
})

export const signatories = {
  secretary: person('sec', 'office', 'secretary'),
  secretary2: person('sec2', 'office', 'secretary'),
  chair: person('chair', 'discipline', 'member'),
  attended: person('m4', 'organization', 'member'),
  attendee: person('att', 'audit', 'member'),
  absent: person('m9', 'political', 'member'),
  political: person('p-chief', 'political', 'member'),
  stranger: person('x', 'audit', 'member'),
  leader: person('leader', 'committee', 'leader'),
  applicant: person('applicant', 'jinsong', 'applicant'),
  auditor: person('auditor', null, 'audit-administrator'),
} as const
export type Signatory = keyof typeof signatories

export const FROZEN = { versionId: 'version-1', hash: 'hash-1' }

/** Minutes in memory over a closed meeting. */
export function minutesFile(meeting: MeetingState = closedMeeting()) {
  const entries: Recorded<MinutesHappening>[] = []
  let state: MinutesState = initialMinutes('minutes-1')
  let minute = 0
  let ids = 0

  function attempt(who: Signatory | Actor, order: MinutesOrder): RefusalCode | null {
    const actor = typeof who === 'string' ? signatories[who] : who
    minute += 1
    const now = new Date(Date.UTC(2026, 7, 8, 0, minute))
    const decided = decideMinutes(state, order, {
      now,
      actor,
      newId: () => `id-${String((ids += 1))}`,
      chance: () => 0.5,
      calendar: SHIPPED_YEARS,
    })
    if (isRefusal(decided)) return decided.refused
    decided.forEach((happening, commandPart) => {
      const entry: Recorded<MinutesHappening> = {
        ...happening,
        stream: 'minutes/minutes-1',
        seq: state.seq + 1,
        actorId: actor.personId,
        at: now.toISOString(),
        commandId: `command-${String(minute)}`,
        commandPart,
        previousHash: '',
        hash: '',
      }
      entries.push(entry)
      state = evolveMinutes(state, entry)
    })
    return null
  }

  function must(who: Signatory | Actor, order: MinutesOrder): void {
    const refused = attempt(who, order)
    if (refused) throw new Error(`${JSON.stringify(order.type)} refused: ${refused}`)
  }

  const api = {
    get state() {
      return state
    },
    meeting,
    entries,
    attempt,
    must,
    draft(over: Partial<Extract<MinutesOrder, { type: 'draft' }>> = {}): MinutesOrder {
      return {
        type: 'draft',
        from: {
          meetingId: meeting.id,
          meetingTitle: meeting.title,
          bodyIds: ['discipline', 'organization', 'political'],
          attendedIds: meeting.presences.map((presence) => presence.personId),
          secretaryIds: meeting.secretaryIds,
          chairId: meeting.chairId,
          caseIds: meeting.items.map((item) => item.caseId),
          refersTo: null,
        },
        meetingStatus: meeting.status,
        unannounced: 0,
        ...over,
      }
    },
    countersignOrder(
      over: Partial<Extract<MinutesOrder, { type: 'send-to-countersign' }>> = {},
    ): MinutesOrder {
      return {
        type: 'send-to-countersign',
        frozen: FROZEN,
        meeting,
        text: draftMinutes(meeting),
        unannounced: 0,
        asOf: state.seq,
        ...over,
      }
    },
    sign(over: Partial<Extract<MinutesOrder, { type: 'sign' }>> = {}): MinutesOrder {
      return {
        type: 'sign',
        year: 2026,
        ordinal: 1,
        contentHash: 'hash-1',
        versionId: 'version-1',
        unannounced: 0,
        ...over,
      }
    },
    drafted() {
      must('secretary', api.draft())
      return api
    },
    detailed() {
      must('secretary', { type: 'set-decision-detail', detail: detail() })
      return api
    },
    inReview() {
      must('secretary', { type: 'send-to-review' })
      return api
    },
    countersigning() {
      must('secretary', api.countersignOrder())
      return api
    },
    countersigned(...refusing: readonly Signatory[]) {
      for (const who of ['chair', 'attended', 'political'] as const)
        must(who, {
          type: 'countersign',
          agreed: !refusing.includes(who),
          reason: refusing.includes(who) ? '表述不准' : '',
        })
      return api
    },
    signing() {
      must('secretary', { type: 'send-to-sign' })
      return api
    },
    /** The whole way up to a step. */
    at(step: MinutesState['step']) {
      api.drafted().detailed()
      if (step === 'draft') return api
      api.inReview()
      if (step === 'in-review') return api
      api.countersigning()
      if (step === 'countersigning') return api
      api.countersigned().signing()
      if (step === 'issued') must('leader', api.sign())
      return api
    },
  }
  return api
}
