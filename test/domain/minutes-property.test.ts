import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MinutesOrder } from '#domain/minutes/happenings.ts'
import { mayReadMinutes, minutesAccess, minutesEntryVisible } from '#domain/minutes/may.ts'
import { minutesTasks } from '#domain/minutes/project.ts'
import type { MinutesState } from '#domain/minutes/types.ts'
import { closedMeeting, detail, minutesFile, signatories, type Signatory } from '../support/minutes-world.ts'

const meeting = closedMeeting()
const everybody = Object.keys(signatories) as Signatory[]
const plain = minutesFile(meeting)

const order: fc.Arbitrary<MinutesOrder> = fc.oneof(
  fc.record({
    type: fc.constant('set-decision-detail' as const),
    detail: fc
      .record({
        subjectId: fc.constantFrom('i1-s1', 'i1-s2', 'i9'),
        measure: fc.constantFrom(null, 'talk-reminder' as const),
        duties: fc.constant([]),
      })
      .map(detail),
  }),
  fc.constant<MinutesOrder>({ type: 'send-to-review' }),
  fc.constant<MinutesOrder>({ type: 'propose-change', text: 'x' }),
  fc.record({
    type: fc.constant('answer-proposal' as const),
    proposalId: fc.constantFrom('id-1', 'id-2'),
    accepted: fc.boolean(),
    note: fc.constantFrom('', 'x'),
  }),
  fc
    .constantFrom('hash-1', 'hash-2')
    .map((hash) => plain.countersignOrder({ frozen: { versionId: `of-${hash}`, hash } })),
  {
    weight: 4,
    arbitrary: fc
      .oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean())
      .map((agreed): MinutesOrder => ({ type: 'countersign', agreed, reason: agreed ? '' : 'x' })),
  },
  fc.constant<MinutesOrder>({ type: 'send-to-sign' }),
  {
    weight: 3,
    arbitrary: fc.constantFrom('hash-1', 'hash-2').map((contentHash) => plain.sign({ contentHash })),
  },
  fc.constant<MinutesOrder>({ type: 'return-to-draft', reason: 'x' }),
  fc.constant<MinutesOrder>({ type: 'regenerate', versionId: 'v' }),
)

/** Everything that must hold of minutes whatever was done to them. */
function accept(state: MinutesState, signedHash: string | null): void {
  const frozen = state.step === 'countersigning' || state.step === 'signing' || state.step === 'issued'
  expect(state.frozen !== null).toBe(frozen)
  if (!frozen) expect(state.countersignatures).toEqual([])
  const signed = state.countersignatures.map(({ bodyId }) => bodyId)
  expect(new Set(signed).size).toBe(signed.length)
  expect(signed.every((bodyId) => state.bodyIds.includes(bodyId))).toBe(true)
  if (state.step === 'signing' || state.step === 'issued') {
    expect([...signed].sort()).toEqual([...state.bodyIds].sort())
    expect(state.countersignatures.every(({ agreed }) => agreed)).toBe(true)
    expect(state.proposals.every(({ answer }) => answer !== null)).toBe(true)
  }
  const issued = state.step === 'issued'
  expect([state.number !== null, state.signedBy !== null, state.issuedAt !== null]).toEqual([
    issued,
    issued,
    issued,
  ])
  if (issued) expect(signedHash).toBe(state.frozen?.hash)
  expect(new Set(state.details.map(({ itemId, subjectId }) => `${itemId} ${subjectId}`)).size).toBe(
    state.details.length,
  )
}

describe('any sequence of orders', () => {
  it('[N-70] leaves minutes that the invariants accept', () => {
    const actor = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom<Signatory>('secretary', 'leader') },
      { weight: 2, arbitrary: fc.constantFrom(...everybody) },
    )
    const start = fc.constantFrom('draft', 'in-review', 'countersigning', 'signing')
    let issued = 0
    fc.assert(
      fc.property(start, fc.array(fc.tuple(actor, order), { maxLength: 40 }), (step, steps) => {
        const file = minutesFile(meeting).at(step)
        for (const [who, one] of steps) {
          const before = file.state
          if (file.attempt(who, one)) {
            expect(file.state).toBe(before)
            continue
          }
          // Issued minutes never change again.
          expect(before.step).not.toBe('issued')
          accept(file.state, one.type === 'sign' ? one.contentHash : null)
          if (file.state.step === 'issued') issued += 1
        }
        for (const who of everybody) {
          const reads = mayReadMinutes(signatories[who], file.state)
          expect(minutesAccess(signatories[who], file.state) === 'none').toBe(!reads)
          expect(
            file.entries.some((entry) => minutesEntryVisible(signatories[who], file.state, entry)) && !reads,
          ).toBe(false)
        }
        expect(minutesTasks(file.state).length > 0).toBe(file.state.step !== 'issued')
      }),
      { numRuns: 400 },
    )
    expect(issued).toBeGreaterThan(0)
  })
})
