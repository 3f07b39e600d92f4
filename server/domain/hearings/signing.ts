import { calendarDay } from '#domain/calendar/dates.ts'
import { addWorkingDays } from '#domain/calendar/working-days.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { mustBeChair, mustBeClosed, mustBeRecorder } from './guards.ts'
import type { Rules } from './order.ts'
import { active, participantOf } from './people.ts'
import type { Capacity, HearingState, Participant } from './types.ts'

/** Who reads the transcript and signs it (F-38, F-54): a witness his own part. */
const SIGNERS: ReadonlySet<Capacity> = new Set([
  'chair',
  'member',
  'recorder',
  'investigator',
  'party',
  'representative',
  'third-party',
  'witness',
])

/** Those of them who were there, a witness if he was heard. Who never came has nothing to sign. */
export function isSigner(one: Participant): boolean {
  if (one.removed || !SIGNERS.has(one.capacity)) return false
  return one.capacity === 'witness' ? one.calledAt !== null : one.spans.length > 0
}

/** Who has neither signed nor been noted as refusing. */
export function yetToSign(state: HearingState): readonly string[] {
  const done = new Set(state.transcript.signatures.map((one) => one.personId))
  return active(state)
    .filter((one) => isSigner(one) && !done.has(one.personId))
    .map((one) => one.personId)
}

/** Refusals: hearing/transcript-not-frozen, hearing/not-a-signatory, hearing/already-signed. */
function mustBeToSign(state: HearingState, personId: string): Refusal | null {
  if (!state.transcript.frozen) return refuse('hearing/transcript-not-frozen')
  const one = participantOf(state, personId)
  if (!one || !isSigner(one)) return refuse('hearing/not-a-signatory')
  const done = state.transcript.signatures.some((signature) => signature.personId === personId)
  return done ? refuse('hearing/already-signed') : null
}

/** Refusals: hearing/not-chair, input/invalid of himself, those of `mustBeToSign`. */
function mustNoteOf(state: HearingState, actor: Actor, personId: string): Refusal | null {
  const refused = mustBeClosed(state) ?? mustBeChair(state, actor.personId)
  if (refused) return refused
  return personId === actor.personId ? refuse('input/invalid') : mustBeToSign(state, personId)
}

/**
 * The transcript frozen, read and signed, and the report (REQ-079, REQ-080, F-38, F-48).
 * Refusals: hearing/not-closed, hearing/ended, hearing/not-recorder, hearing/not-chair and those named.
 */
export const signingRules: Rules<
  | 'freeze-transcript'
  | 'sign-transcript'
  | 'note-refusal-to-sign'
  | 'note-missing-signature'
  | 'correct-late'
  | 'sign-report'
> = {
  /** From the closing the days for late corrections run. Refusals: hearing/transcript-frozen, calendar/year-missing. */
  'freeze-transcript'(state, { versionId, hash }, { actor, now, calendar }) {
    const refused = mustBeClosed(state) ?? mustBeRecorder(state, actor.personId)
    if (refused) return refused
    if (state.transcript.frozen) return refuse('hearing/transcript-frozen')
    const closedOn = calendarDay(state.closedAt ?? now.toISOString())
    const latestCorrectionOn = addWorkingDays(closedOn, state.rules.correctionWorkingDays, calendar)
    if (isRefusal(latestCorrectionOn)) return latestCorrectionOn
    return [{ type: 'transcript/frozen', payload: { versionId, hash, latestCorrectionOn } }]
  },

  /** What he read must be what is frozen. Refusal: hearing/other-text. */
  'sign-transcript'(state, { hash, ownPartHash, drawn }, { actor }) {
    const refused = mustBeClosed(state) ?? mustBeToSign(state, actor.personId)
    if (refused) return refused
    const reads = participantOf(state, actor.personId)?.capacity === 'witness' ? ownPartHash : null
    if (hash !== (reads ?? state.transcript.frozen?.hash)) return refuse('hearing/other-text')
    return [{ type: 'transcript/signed', payload: { hash, ...(drawn && { drawn }) } }]
  },

  /** By the chair, of somebody else, with what he said. */
  'note-refusal-to-sign': (state, { personId, reason }, { actor }) =>
    mustNoteOf(state, actor, personId) ?? [
      { type: 'transcript/signature-refused', payload: { personId, reason } },
    ],

  /** By the chair, of somebody who neither signs nor refuses, because he is not there any more: why. */
  'note-missing-signature': (state, { personId, reason }, { actor }) =>
    mustNoteOf(state, actor, personId) ?? [
      { type: 'transcript/signature-missing', payload: { personId, reason } },
    ],

  /** Appended, also beside a signed report, until the day that the rule set gives. Refusals: hearing/transcript-not-frozen, hearing/not-a-signatory, hearing/corrections-over. */
  'correct-late'(state, { text }, { actor, now }) {
    const refused = state.status === 'finished' ? null : mustBeClosed(state)
    if (refused) return refused
    const { frozen } = state.transcript
    if (!frozen) return refuse('hearing/transcript-not-frozen')
    const one = participantOf(state, actor.personId)
    if (!one || !isSigner(one)) return refuse('hearing/not-a-signatory')
    return calendarDay(now.toISOString()) <= frozen.latestCorrectionOn
      ? [{ type: 'transcript/corrected-late', payload: { text } }]
      : refuse('hearing/corrections-over')
  },

  /** Refusals: hearing/transcript-not-frozen, hearing/signatures-missing. */
  'sign-report'(state, { suggestion, versionId, hash, drawn }, { actor }) {
    const refused = mustBeClosed(state) ?? mustBeChair(state, actor.personId)
    if (refused) return refused
    if (!state.transcript.frozen) return refuse('hearing/transcript-not-frozen')
    return yetToSign(state).length > 0
      ? refuse('hearing/signatures-missing')
      : [{ type: 'report/signed', payload: { versionId, hash, suggestion, ...(drawn && { drawn }) } }]
  },
}
