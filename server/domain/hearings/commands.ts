import { z } from 'zod'
import { id, page, reason, zone } from '#domain/cases/fields.ts'
import type { DeepReadonly } from '#domain/record/deep-readonly.ts'
import { name } from '#domain/record/words.ts'
import {
  CLOSED_GROUNDS,
  HEARING_PRESETS,
  PHASES,
  POSTPONE_GROUNDS,
  SUSPEND_GROUNDS,
  TERMINATE_GROUNDS,
} from './phases.ts'
import { GUEST_CAPACITIES, ISSUE_LIMIT, MOST_ISSUES } from './rules.ts'
import { CAPACITIES, PAPER_READERS } from './types.ts'

const civilDate = z.iso.date()
const line = name().min(1).max(200)

/** Documents of the case to go with the notice; the server pins each by version and hash. */
const papers = z
  .array(
    z.object({
      part: z.string().min(1).max(80),
      readers: z.array(z.enum(PAPER_READERS)).max(PAPER_READERS.length),
    }),
  )
  .max(60)

/** The order (REQ-067): names and case are looked up by the service. */
export const hearingOrder = z.object({
  caseId: id,
  preset: z.enum(HEARING_PRESETS),
  title: line,
  reason,
  issues: z.array(z.string().trim().min(1).max(ISSUE_LIMIT)).min(1).max(MOST_ISSUES),
  closedGround: z.enum(CLOSED_GROUNDS).nullable(),
  openReason: reason.nullable(),
  startsAt: z.iso.datetime(),
  place: line,
})
export type HearingOrder = DeepReadonly<z.infer<typeof hearingOrder>>

/** Somebody without an account, named by the office: no command of the room, as a person is made with it. */
export const guestNaming = z.object({
  name: name().min(1).max(50),
  /** His unit, or what he is to the matter. */
  relation: name().max(100),
  /** How to reach him: a number, an address, as the office writes it down. */
  contact: z.string().trim().max(200),
  capacity: z.enum(GUEST_CAPACITIES),
  represents: id.nullable(),
  breadth: z.string().trim().max(500),
})
export type GuestNaming = DeepReadonly<z.infer<typeof guestNaming>>

export const hearingCommand = z.discriminatedUnion('type', [
  // Before
  z.object({
    type: z.literal('name-participant'),
    personId: id,
    capacity: z.enum(CAPACITIES),
    represents: id.nullable(),
    breadth: z.string().trim().max(500),
  }),
  z.object({ type: z.literal('remove-participant'), personId: id, reason }),
  z.object({ type: z.literal('register-as-observer') }),
  z.object({
    type: z.literal('serve-notice'),
    text: z.string().trim().min(1).max(10_000),
    shortReason: reason.nullable(),
    /** The new time of a postponed hearing; null: as it stands. */
    startsAt: z.iso.datetime().nullable(),
    papers: papers.optional(),
  }),
  z.object({ type: z.literal('serve-papers'), papers: papers.min(1) }),
  z.object({ type: z.literal('read-notice') }),
  z.object({ type: z.literal('cancel'), reason }),
  // Attendance
  z.object({ type: z.literal('come-in') }),
  z.object({ type: z.literal('go-out') }),
  z.object({ type: z.literal('check-identity'), personId: id }),
  z.object({ type: z.literal('call-witness'), personId: id }),
  z.object({ type: z.literal('release-witness'), personId: id }),
  // Course
  z.object({ type: z.literal('open') }),
  z.object({ type: z.literal('next-phase') }),
  z.object({ type: z.literal('back-to-phase'), phase: z.enum(PHASES), reason }),
  z.object({
    type: z.literal('postpone'),
    ground: z.enum(POSTPONE_GROUNDS),
    reason,
    resumeOn: civilDate.nullable(),
  }),
  z.object({
    type: z.literal('suspend'),
    ground: z.enum(SUSPEND_GROUNDS),
    reason,
    resumeOn: civilDate.nullable(),
  }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('terminate'), ground: z.enum(TERMINATE_GROUNDS), reason }),
  // Recusal
  z.object({ type: z.literal('apply-for-recusal'), personId: id, reason }),
  z.object({ type: z.literal('rule-on-recusal'), recusalId: id, granted: z.boolean(), reason }),
  // Floor
  z.object({ type: z.literal('ask-to-speak'), alsoFor: z.array(id).max(30) }),
  z.object({ type: z.literal('withdraw') }),
  // Null: the preset of the side.
  z.object({
    type: z.literal('give-floor'),
    requestId: id,
    seconds: z.number().int().min(15).max(7200).nullable(),
  }),
  z.object({ type: z.literal('extend-floor'), seconds: z.number().int().min(15).max(3600) }),
  z.object({ type: z.literal('end-floor') }),
  // Questions
  z.object({ type: z.literal('put-question'), to: id, text: z.string().trim().min(1).max(1000) }),
  z.object({ type: z.literal('mark-question'), questionId: id, answered: z.boolean() }),
  // Room order
  z.object({ type: z.literal('warn'), personId: id, reason }),
  z.object({ type: z.literal('mute'), personId: id, reason }),
  z.object({ type: z.literal('unmute'), personId: id }),
  z.object({ type: z.literal('expel'), personId: id, reason }),
  z.object({ type: z.literal('open-comments-to-observers'), open: z.boolean() }),
  // Evidence on stage
  z.object({
    type: z.literal('stage-evidence'),
    evidenceId: id,
    page,
    zone: zone.nullable(),
    /** To the hall and the screen too; absent: as it was for this piece. */
    toHall: z.boolean().optional(),
  }),
  z.object({ type: z.literal('clear-stage') }),
  // Transcript and deliberation
  z.object({ type: z.literal('write-passage'), personId: id, text: z.string().trim().min(1).max(5000) }),
  z.object({ type: z.literal('confirm-passage'), passageId: id }),
  z.object({ type: z.literal('correct-passage'), passageId: id, text: z.string().trim().min(1).max(2000) }),
  z.object({
    type: z.literal('give-opinion'),
    stand: z.enum(['tolerate', 'not-tolerate', 'other']),
    reason,
  }),
  z.object({ type: z.literal('freeze-transcript') }),
  z.object({ type: z.literal('sign-transcript'), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ type: z.literal('note-refusal-to-sign'), personId: id, reason }),
  z.object({ type: z.literal('note-missing-signature'), personId: id, reason }),
  z.object({
    type: z.literal('appoint-acting'),
    capacity: z.enum(['chair', 'recorder']),
    personId: id,
    reason,
  }),
  z.object({ type: z.literal('correct-late'), text: z.string().trim().min(1).max(2000) }),
  z.object({ type: z.literal('give-feedback'), text: reason }),
  z.object({ type: z.literal('sign-report'), suggestion: z.string().trim().min(1).max(2000) }),
])
export type HearingCommand = DeepReadonly<z.infer<typeof hearingCommand>>
