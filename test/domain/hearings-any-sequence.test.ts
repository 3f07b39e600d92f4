import { describe, expect, it } from 'vitest'
import { mayComment } from '#domain/hearings/commenting.ts'
import { evolveHearing } from '#domain/hearings/evolve.ts'
import type { HearingHappening } from '#domain/hearings/happenings.ts'
import { initialHearing } from '#domain/hearings/initial.ts'
import { mayNow } from '#domain/hearings/may-now.ts'
import type { HearingDecidable } from '#domain/hearings/order.ts'
import { inCapacity, isInRoom, isPresent } from '#domain/hearings/people.ts'
import { PHASES, PHASE_RULES } from '#domain/hearings/phases.ts'
import { hearingRow, hearingTasks } from '#domain/hearings/project.ts'
import { CAPACITIES, type HearingState } from '#domain/hearings/types.ts'
import { SEES } from '#domain/hearings/sight.ts'
import { hearingEntryFor, hearingViewFor } from '#domain/hearings/view.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal, REFUSAL_CODES } from '#domain/record/refusal.ts'
import { seeded } from '../../scripts/seeded.ts'
import { CAST, HASH, hearing, office, type Hearing } from '../support/hearing-room.ts'
import { personOf } from '../support/meeting-room.ts'

const PEOPLE = [...Object.keys(CAST), 'chair2', 'recorder2', 'stranger']
const SEEDS = 40
const STEPS = 220

type Chance = () => number
const pick = <T>(chance: Chance, list: readonly T[]): T | undefined =>
  list[Math.floor(chance() * list.length)]
const tribunal = new Set(['chair', 'member', 'recorder'])

/** Any order at all, its ids mostly of things that exist, its words marked by where they were said. */
function anyOrder(h: Hearing, chance: Chance): HearingDecidable {
  const { state } = h
  const personId = pick(chance, PEOPLE) ?? 'party'
  const one = <T extends { readonly id: string }>(list: readonly T[]) => pick(chance, list)?.id ?? 'none'
  const inner = state.phase !== null && PHASE_RULES[state.phase].closedRoom
  const text = inner ? 'INNER' : `OUTER-${state.phase ?? ''}`
  const why = { personId, reason: 'r' }
  const stop = { ground: 'other', reason: 'r', resumeOn: null } as const
  const yes = chance() < 0.5
  const orders: readonly HearingDecidable[] = [
    h.naming(personId, pick(chance, CAPACITIES) ?? 'expert'),
    { type: 'remove-participant', ...why },
    h.noticeOf(yes ? { startsAt: '2026-05-01T01:00:00.000Z' } : {}),
    { type: 'read-notice' },
    { type: 'come-in' },
    { type: 'come-in' },
    { type: 'go-out' },
    { type: 'take-out-disabled', personId },
    { type: 'check-identity', personId },
    { type: 'call-witness', personId: 'witness' },
    { type: 'release-witness', personId: 'witness' },
    { type: 'open' },
    { type: 'back-to-phase', phase: pick(chance, PHASES) ?? 'rights', reason: 'r' },
    { type: 'suspend', ...stop },
    { type: 'resume' },
    { type: 'apply-for-recusal', ...why },
    { type: 'rule-on-recusal', recusalId: one(state.recusals), granted: yes, reason: 'r' },
    { type: 'ask-to-speak', alsoFor: yes ? [] : [personId] },
    { type: 'withdraw' },
    { type: 'give-floor', requestId: one(state.floor.waiting), seconds: null },
    { type: 'extend-floor', seconds: 30 },
    { type: 'end-floor' },
    { type: 'put-question', to: personId, text: 'QUESTION' },
    { type: 'mark-question', questionId: one(state.questions), answered: yes },
    { type: 'warn', ...why },
    { type: 'mute', ...why },
    { type: 'unmute', personId },
    { type: 'expel', ...why },
    { type: 'open-comments-to-observers', open: yes },
    { type: 'stage-evidence', evidenceId: text, page: 1, zone: null, title: text },
    { type: 'clear-stage' },
    { type: 'write-passage', personId, text },
    { type: 'confirm-passage', passageId: one(state.passages) },
    { type: 'correct-passage', passageId: one(state.passages), text: inner ? 'INNER' : 'CORRECTED' },
    { type: 'give-opinion', stand: 'tolerate', reason: 'INNER' },
    { type: 'freeze-transcript', versionId: 'v', hash: HASH },
    h.signing(yes ? {} : { hash: 'b'.repeat(64) }),
    { type: 'note-refusal-to-sign', ...why },
    { type: 'correct-late', text: 'LATE' },
    { type: 'sign-report', suggestion: 's', versionId: 'r', hash: HASH },
  ]
  const ending: readonly HearingDecidable[] = [
    { type: 'postpone', ...stop },
    { type: 'cancel', reason: 'r' },
    { type: 'terminate', ground: 'absent', reason: 'r' },
  ]
  return (chance() < 0.004 ? pick(chance, ending) : pick(chance, orders)) ?? { type: 'come-in' }
}

/** What a sensible room would do next, so that sequences come further than the first refusal. */
function helpful(h: Hearing, chance: Chance): readonly [string, HearingDecidable][] {
  const { state } = h
  const chair = inCapacity(state, 'chair')[0]?.personId ?? 'chair'
  const recorder = inCapacity(state, 'recorder')[0]?.personId ?? 'recorder'
  const sorted: [string, HearingDecidable][] = []
  if (state.status === 'noticed')
    return [
      ...PEOPLE.map((who): [string, HearingDecidable] => [who, { type: 'come-in' }]),
      [chair, { type: 'open' }],
    ]
  if (state.status === 'suspended') return [[chair, { type: 'resume' }]]
  for (const one of [chair, recorder]) sorted.push([one, { type: 'come-in' }])
  if (state.phase === 'identity')
    for (const personId of PEOPLE) sorted.push([recorder, { type: 'check-identity', personId }])
  if (state.phase === 'deliberation')
    for (const { personId } of inCapacity(state, 'member'))
      sorted.push([personId, { type: 'give-opinion', stand: 'other', reason: 'INNER' }])
  for (const { id } of state.recusals)
    for (const who of [chair, recorder])
      sorted.push([who, { type: 'rule-on-recusal', recusalId: id, granted: chance() < 0.3, reason: 'r' }])
  return [...sorted, [chair, { type: 'next-phase' }]]
}

/** `expect` for each of a million checks would take longer than the checks. */
function holds(what: string, ...conditions: readonly boolean[]): void {
  if (conditions.includes(false)) throw new Error(`broken: ${what}`)
}
const once = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

function checkState(state: HearingState): void {
  const { speaking, waiting } = state.floor
  if (speaking) {
    const one = state.participants.find((line) => line.personId === speaking.personId)
    const may = one !== undefined && isInRoom(one) && one.mutedAt === null && one.expelled === null
    holds('who speaks', may, state.status === 'open')
  }
  holds('one hand each', once(waiting.map((one) => one.personId)))
  for (const capacity of ['chair', 'recorder'] as const)
    holds(`one ${capacity}`, inCapacity(state, capacity).length <= 1)
  holds('one line each', once(state.participants.map((one) => one.personId)))
  for (const one of state.participants) {
    holds('stays one after the other', ...one.spans.slice(0, -1).map((span) => span.out !== null))
    if (one.expelled) holds('sent out', !isPresent(one), one.warnings.length > 0)
    if (one.removed) holds('taken off', !isPresent(one))
    const partial = [...state.handlerIds, ...state.concernedIds].includes(one.personId)
    if (tribunal.has(one.capacity)) holds('impartial', !partial)
  }
  state.phases.forEach(({ phase, until, backReason }, index) => {
    const before = state.phases[index - 1]
    const after = state.phases[index + 1]
    const step = PHASES.indexOf(phase) - (before ? PHASES.indexOf(before.phase) : -1)
    holds('phases', until === (after?.from ?? null), backReason === null ? step === 1 : step < 0)
  })
  holds('the phase', state.phase === (state.phases.at(-1)?.phase ?? null))
  holds('one opinion each', once(state.opinions.map((one) => one.personId)))
  holds('one signature each', once(state.transcript.signatures.map((one) => one.personId)))
  holds('the report', (state.report !== null) === (state.status === 'finished'))
}

/** What must hold of what just happened, given the state before it. */
function checkHappening(before: HearingState, entry: Recorded<HearingHappening>): void {
  if (entry.type === 'phase/entered') {
    if (before.phase !== null) expect(before.recusals.every((one) => one.ruling !== null)).toBe(true)
    expect(inCapacity(before, 'recorder').some(isInRoom)).toBe(true)
  }
  if (entry.type === 'floor/granted') {
    const hand = before.floor.waiting.find((one) => one.id === entry.payload.requestId)
    const one = before.participants.find((line) => line.personId === hand?.personId)
    const allowed = before.phase === null ? [] : ['chair', ...PHASE_RULES[before.phase].speak]
    expect(allowed).toContain(one?.capacity)
  }
  if (entry.type === 'transcript/passage-corrected') expect(before.transcript.frozen).toBeNull()
}

/** Nobody's view throws, and none shows what must not be seen. */
function checkViews(h: Hearing): void {
  const { state } = h
  for (const personId of PEOPLE)
    for (const audience of ['person', 'screen'] as const) {
      const viewer = { personId, audience }
      const view = hearingViewFor(viewer, state, h.at())
      const line = state.participants.find((one) => one.personId === personId)
      const running = state.status === 'open' || state.status === 'suspended'
      expect(isRefusal(view)).toBe(!line || line.removed !== null || (running && line.expelled !== null))
      if (isRefusal(view)) continue
      // Told to one of the same standing before him, or asked for himself alone: the same.
      if (view.own) expect(view.own.may).toEqual(mayNow(structuredClone(state), viewer, h.at()))
      const entries = h.entries.filter((entry) => hearingEntryFor(viewer, state, entry))
      const seen = JSON.stringify([view.shared, entries.filter((entry) => entry.actorId !== personId)])
      const shared = JSON.stringify([view.shared, view.own])
      if (SEES[view.shared.sight].masks.length > 0) expect(shared).not.toContain('"seat"')
      const ofTribunal = audience === 'person' && tribunal.has(line?.capacity ?? '')
      const own = view.own?.passages.some((one) => JSON.stringify(one).includes('INNER')) ?? false
      if (!ofTribunal && !own) expect(seen).not.toContain('INNER')
      if (!ofTribunal) expect(view.shared.state.opinions).toEqual([])
      if (view.shared.sight === 'witness-outside')
        expect(seen).not.toMatch(/OUTER-(?!.*"personId":"witness")|ISSUE/)
      mayComment(state, personId, h.now())
    }
  expect(hearingRow(state).personIds).toBe(
    JSON.stringify([...(JSON.parse(hearingRow(state).personIds) as string[])].sort()),
  )
  hearingTasks(state)
}

describe('any sequence of orders', () => {
  it('[H-51] [H-46] [H-186] keeps the rules, refuses by codes of the list, tells what may be done, and adds up again', () => {
    const reached = new Map<string, number>()
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const chance = seeded(seed)
      const h = hearing().noticed()
      const run = (who: string, order: HearingDecidable) => {
        const actor = who === 'office' ? office() : personOf(who)
        const before = h.state
        const known = h.entries.length
        const may: Readonly<Record<string, string | null>> = mayNow(
          before,
          { ...actor, audience: 'person' },
          h.at(),
        )
        const refused = h.attempt(actor, order)
        const where = `seed ${String(seed)}: ${who} ${JSON.stringify(order)}`
        if (refused) holds(where, REFUSAL_CODES.includes(refused))
        else if (order.type in may) holds(where, may[order.type] === null)
        let at = before
        for (const entry of h.entries.slice(known)) {
          checkHappening(at, entry)
          at = evolveHearing(at, entry)
        }
        checkState(h.state)
      }
      for (let step = 0; step < STEPS; step += 1) {
        const phase = h.state.phase ?? h.state.status
        reached.set(phase, (reached.get(phase) ?? 0) + 1)
        if (chance() < 0.12) for (const [who, order] of helpful(h, chance)) run(who, order)
        else
          run(
            pick(chance, [...PEOPLE, 'office', ...Array<string>(6).fill('chair'), 'recorder', 'recorder']) ??
              'chair',
            anyOrder(h, chance),
          )
        if (step % 44 === 0) checkViews(h)
      }
      checkViews(h)
      expect(h.entries.reduce(evolveHearing, initialHearing('hearing-1'))).toEqual(h.state)
    }
    // Otherwise the sequences prove less than they seem to.
    for (const phase of PHASES) expect([phase, reached.get(phase) ?? 0]).toEqual([phase, expect.any(Number)])
    expect(Math.min(...PHASES.map((phase) => reached.get(phase) ?? 0))).toBeGreaterThan(20)
  }, 60_000)

  it('[H-52] an entry of another release moves only the number', () => {
    const h = hearing().to('debate')
    const strange = { ...h.entries[0], type: 'hearing/levitated', payload: { a: 1 }, seq: h.state.seq + 1 }
    const next = evolveHearing(h.state, strange as unknown as Recorded<HearingHappening>)
    expect(next).toEqual({ ...h.state, seq: h.state.seq + 1 })
    const viewer = { personId: 'chair', audience: 'person' as const }
    expect(hearingEntryFor(viewer, next, strange as unknown as Recorded<HearingHappening>)).toBeNull()
    for (const entry of h.entries) {
      const nameless = { ...entry, payload: { ...entry.payload, personId: 'none', requestId: 'none' } }
      expect(() => evolveHearing(initialHearing('x'), nameless as Recorded<HearingHappening>)).not.toThrow()
    }
  })
})
