import type { HearingOrder } from '#domain/hearings/commands.ts'
import { decideHearing } from '#domain/hearings/decide.ts'
import { evolveHearing } from '#domain/hearings/evolve.ts'
import type { HearingHappening } from '#domain/hearings/happenings.ts'
import { initialHearing } from '#domain/hearings/initial.ts'
import type { HearingDecidable, Orders } from '#domain/hearings/order.ts'
import { PHASES, type Phase } from '#domain/hearings/phases.ts'
import { platformHearingRules } from '#domain/hearings/rules.ts'
import type { Capacity, HearingState } from '#domain/hearings/types.ts'
import { hearingViewFor, type HearingView } from '#domain/hearings/view.ts'
import type { Actor, Role } from '#domain/people/actor.ts'
import type { Context, Recorded } from '#domain/record/entry.ts'
import { isRefusal, type RefusalCode } from '#domain/record/refusal.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'
import { personOf } from './meeting-room.ts'

/** Everybody of a full hearing by id; `m1` to `m3` are the members, `rep` speaks for `party`. */
export const CAST: Readonly<Record<string, Capacity>> = {
  chair: 'chair',
  m1: 'member',
  m2: 'member',
  m3: 'member',
  recorder: 'recorder',
  investigator: 'investigator',
  party: 'party',
  rep: 'representative',
  third: 'third-party',
  witness: 'witness',
  expert: 'expert',
  seat: 'public-seat',
  observer: 'observer',
}

/** Names as people have them, so that masking can be seen. */
const NAMES: Readonly<Record<string, string>> = {
  witness: '王建国',
  seat: '欧阳建国',
  party: '陈明',
  third: '赵小雨',
}

/** Of the jurisdiction; the hearing is ordered by `body`, which takes part in the case with `partner`. */
const BODIES = [
  { id: 'body', kind: 'discipline' },
  { id: 'partner', kind: 'organization' },
  { id: 'group', kind: 'coordination' },
  { id: 'committee', kind: 'party-committee' },
  { id: 'elsewhere', kind: 'political-legal' },
] as const

export interface HearingOptions {
  readonly order?: Partial<HearingOrder>
  readonly cast?: Readonly<Record<string, Capacity>>
  readonly handlerIds?: readonly string[]
  readonly concernedIds?: readonly string[]
}

export const HASH = 'a'.repeat(64)
export const office = (id = 'office'): Actor => personOf(id, 'secretary')

/** A hearing in memory: commands decided and evolved as the record would, time a minute further each time. */
export function hearing(options: HearingOptions = {}) {
  const entries: Recorded<HearingHappening>[] = []
  const cast = options.cast ?? CAST
  let state: HearingState = initialHearing('hearing-1')
  let minute = 0
  let ids = 0

  const now = () => new Date(Date.UTC(2026, 2, 2, 0, minute))

  function attempt(who: string | Actor, order: HearingDecidable): RefusalCode | null {
    const actor = typeof who === 'string' ? personOf(who) : who
    minute += 1
    const context: Context = {
      now: now(),
      actor,
      newId: () => `id-${String((ids += 1))}`,
      chance: () => 0.25,
      calendar: SHIPPED_YEARS,
    }
    const decided = decideHearing(state, order, context)
    if (isRefusal(decided)) return decided.refused
    decided.forEach((happening, commandPart) => {
      const entry: Recorded<HearingHappening> = {
        ...happening,
        stream: 'hearing/hearing-1',
        seq: state.seq + 1,
        actorId: actor.personId,
        at: context.now.toISOString(),
        commandId: `command-${String(minute)}`,
        commandPart,
        previousHash: '',
        hash: '',
      }
      entries.push(entry)
      state = evolveHearing(state, entry)
    })
    return null
  }

  function must(who: string | Actor, order: HearingDecidable): void {
    const refused = attempt(who, order)
    if (refused) throw new Error(`${JSON.stringify(order)} refused: ${refused}`)
  }

  const orderOf = (over: Partial<HearingOrder> = {}): Orders['order'] => ({
    type: 'order',
    order: {
      caseId: 'case-1',
      preset: 'case',
      title: '租金减免听证会',
      reason: 'WHY-ORDERED',
      issues: ['ISSUE-ONE', 'ISSUE-TWO'],
      closedGround: null,
      openReason: 'much disputed',
      startsAt: '2026-03-20T01:00:00.000Z',
      place: '二楼听证室',
      ...over,
    },
    hearingCase: {
      number: '容错〔2026〕1号',
      title: 'CASE-TITLE',
      stage: 'to-hearing',
      bodyIds: ['body', 'partner'],
      handlerIds: options.handlerIds ?? ['handler'],
      concernedIds: options.concernedIds ?? ['concerned'],
    },
    orderingBodyId: 'body',
    orderingBodyName: '县纪委监委',
    bodies: BODIES,
    rules: platformHearingRules,
  })

  const naming = (
    personId: string,
    capacity: Capacity,
    over: Partial<Orders['name-participant']> = {},
  ): Orders['name-participant'] => ({
    type: 'name-participant',
    personId,
    capacity,
    represents: capacity === 'representative' ? 'party' : null,
    breadth: capacity === 'public-seat' ? 'BREADTH' : '',
    name: NAMES[personId] ?? personId,
    bodyName: `body of ${personId}`,
    ...over,
  })

  const api = {
    get state() {
      return state
    },
    entries,
    now,
    at: () => ({ now: now(), calendar: SHIPPED_YEARS }),
    attempt,
    must,
    orderOf,
    naming,
    /** The clock put forward. */
    on(moment: string) {
      minute = (Date.parse(moment) - Date.UTC(2026, 2, 2)) / 60_000 - 1
      return api
    },
    ordered() {
      must(office(), orderOf(options.order))
      return api
    },
    named() {
      api.ordered()
      for (const [who, capacity] of Object.entries(cast)) must(office(), naming(who, capacity))
      return api
    },
    noticeOf: (over: Partial<Orders['serve-notice']> = {}): Orders['serve-notice'] => ({
      type: 'serve-notice',
      text: 'NOTICE-TEXT',
      shortReason: null,
      startsAt: null,
      ...over,
    }),
    noticed() {
      api.named()
      must(office(), api.noticeOf())
      return api
    },
    comeIn(...people: string[]) {
      for (const who of people) must(who, { type: 'come-in' })
      return api
    },
    /** Everybody there but those named, the hearing open. */
    opened(...absent: string[]) {
      api.noticed().comeIn(...Object.keys(cast).filter((who) => !absent.includes(who)))
      must('chair', { type: 'open' })
      return api
    },
    checked() {
      for (const one of state.participants)
        attempt('recorder', { type: 'check-identity', personId: one.personId })
      return api
    },
    /** On to the phase, with what must be done in those before. */
    to(phase: Phase) {
      if (state.seq === 0) api.opened()
      while (
        state.phase !== phase &&
        state.phase !== null &&
        PHASES.indexOf(state.phase) < PHASES.length - 1
      ) {
        if (state.phase === 'identity') api.checked()
        if (state.phase === 'deliberation') for (const who of ['m1', 'm2', 'm3']) api.opinion(who, 'tolerate')
        must('chair', { type: 'next-phase' })
      }
      return api
    },
    opinion(who: string, stand: Orders['give-opinion']['stand']) {
      must(who, { type: 'give-opinion', stand, reason: `OPINION-OF-${who}` })
      return api
    },
    speak(who: string, alsoFor: readonly string[] = []) {
      must(who, { type: 'ask-to-speak', alsoFor })
      must('chair', { type: 'give-floor', requestId: state.floor.waiting.at(-1)?.id ?? '', seconds: null })
      return api
    },
    passage(who: string, text: string): string {
      must('recorder', { type: 'write-passage', personId: who, text })
      return state.passages.at(-1)?.id ?? ''
    },
    frozen() {
      api.to('signing')
      must('recorder', { type: 'freeze-transcript', versionId: 'v', hash: HASH })
      return api
    },
    signing: (over: Partial<Orders['sign-transcript']> = {}): Orders['sign-transcript'] => ({
      type: 'sign-transcript',
      hash: HASH,
      ownPartHash: 'b'.repeat(64),
      ...over,
    }),
    one(personId: string) {
      const found = state.participants.find((line) => line.personId === personId)
      if (!found) throw new Error(personId)
      return found
    },
    view(personId: string, audience: 'person' | 'screen' = 'person', ...roles: Role[]): HearingView {
      const viewer = { personId, audience, roles: personOf(personId, ...roles).roles }
      const view = hearingViewFor(viewer, state, api.at())
      if (isRefusal(view)) throw new Error(`${personId}: ${view.refused}`)
      return view
    },
    refusal(personId: string, ...roles: Role[]): RefusalCode | null {
      const viewer = { personId, audience: 'person' as const, roles: personOf(personId, ...roles).roles }
      const view = hearingViewFor(viewer, state, api.at())
      return isRefusal(view) ? view.refused : null
    },
  }
  return api
}

export type Hearing = ReturnType<typeof hearing>
