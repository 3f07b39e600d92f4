import type { Context } from '#domain/record/entry.ts'
import { isRefusal, type RefusalCode } from '#domain/record/refusal.ts'
import { calendarDay } from '#domain/calendar/dates.ts'
import type { HearingCommand } from './commands.ts'
import { decideHearing } from './decide.ts'
import { mayPrepare } from './may.ts'
import type { HearingDecidable, Orders } from './order.ts'
import { active, isPresent, isRecorder, isTribunal, lineOf } from './people.ts'
import { PHASES } from './phases.ts'
import { yetToSign } from './signing.ts'
import type { HearingViewer } from './sight.ts'
import { CAPACITIES, type HearingState, type Participant } from './types.ts'

type CommandType = HearingCommand['type']
type Trials = { readonly [T in CommandType]: (state: HearingState, personId: string) => readonly Orders[T][] }

/** Stands for somebody or something that is not there, where there is nothing to try with. */
const NOBODY = '-'
/** Enough to find one that goes; a page shows for each line by itself whether its button works. */
const FEW = 12

interface Targets {
  readonly tribunal: readonly string[]
  readonly present: readonly string[]
  readonly unchecked: readonly string[]
  readonly muted: readonly string[]
  readonly warned: readonly string[]
  readonly never: readonly string[]
  readonly unsigned: readonly string[]
  readonly witnesses: readonly string[]
  readonly chairs: readonly string[]
  readonly members: readonly string[]
  readonly party: string | null
}

const found = new WeakMap<HearingState, Targets>()

/** Whom a command could be tried on, found once for a state: a thousand pages ask for each change. */
function targetsIn(state: HearingState): Targets {
  const known = found.get(state)
  if (known) return known
  const people = active(state)
  const some = (fits: (one: Participant) => boolean) =>
    people
      .filter(fits)
      .slice(0, FEW)
      .map((one) => one.personId)
  const targets = {
    tribunal: some((one) => isTribunal(one.capacity)),
    present: some((one) => isPresent(one) && one.capacity !== 'observer'),
    unchecked: some((one) => isPresent(one) && one.identityCheckedAt === null && !isTribunal(one.capacity)),
    muted: some((one) => one.mutedAt !== null),
    warned: some((one) => isPresent(one) && one.warnings.length > 0),
    never: some((one) => one.spans.length === 0),
    unsigned: yetToSign(state).slice(0, FEW),
    witnesses: some((one) => one.capacity === 'witness'),
    chairs: some((one) => one.capacity === 'chair'),
    members: some((one) => one.capacity === 'member'),
    party: people.find((one) => one.capacity === 'party')?.personId ?? null,
  }
  found.set(state, targets)
  return targets
}

const orNobody = (ids: readonly string[]): readonly string[] => (ids.length > 0 ? ids : [NOBODY])
const others = (ids: readonly string[], personId: string) => orNobody(ids.filter((id) => id !== personId))
const why = { reason: NOBODY }
const ANY_PAPER = {
  ...{ part: NOBODY, title: NOBODY, versionId: NOBODY, hash: NOBODY },
  ...{ paragraphs: 1, readers: [] },
} as const
const stop = { ground: 'other', reason: NOBODY, resumeOn: null } as const

const trials: Trials = {
  'name-participant': (state) =>
    CAPACITIES.map((capacity) => ({
      type: 'name-participant',
      personId: NOBODY,
      capacity,
      represents: targetsIn(state).party,
      breadth: NOBODY,
      name: NOBODY,
      bodyName: '',
    })),
  'remove-participant': (state) =>
    orNobody([...targetsIn(state).tribunal, ...targetsIn(state).never, ...targetsIn(state).present]).map(
      (personId) => ({ type: 'remove-participant', personId, ...why }),
    ),
  'register-as-observer': () => [{ type: 'register-as-observer' }],
  'serve-notice': ({ startsAt }) => [{ type: 'serve-notice', text: NOBODY, shortReason: NOBODY, startsAt }],
  'serve-papers': () => [{ type: 'serve-papers', papers: [ANY_PAPER] }],
  'read-notice': () => [{ type: 'read-notice' }],
  cancel: () => [{ type: 'cancel', ...why }],
  'come-in': () => [{ type: 'come-in' }],
  'go-out': () => [{ type: 'go-out' }],
  'check-identity': (state) =>
    orNobody(targetsIn(state).unchecked).map((personId) => ({ type: 'check-identity', personId })),
  'call-witness': (state) =>
    orNobody(targetsIn(state).witnesses).map((personId) => ({
      type: 'call-witness',
      personId,
    })),
  'release-witness': (state) =>
    orNobody(targetsIn(state).witnesses).map((personId) => ({
      type: 'release-witness',
      personId,
    })),
  open: () => [{ type: 'open' }],
  'next-phase': () => [{ type: 'next-phase' }],
  'back-to-phase': () => [{ type: 'back-to-phase', phase: PHASES[0], ...why }],
  postpone: () => [{ type: 'postpone', ...stop }],
  suspend: () => [{ type: 'suspend', ...stop }],
  resume: () => [{ type: 'resume' }],
  terminate: () => [{ type: 'terminate', ground: 'other', ...why }],
  'apply-for-recusal': (state) =>
    orNobody(targetsIn(state).tribunal).map((personId) => ({ type: 'apply-for-recusal', personId, ...why })),
  'rule-on-recusal': ({ recusals }) =>
    orNobody(recusals.filter((one) => one.ruling === null).map((one) => one.id)).map((recusalId) => ({
      type: 'rule-on-recusal',
      recusalId,
      granted: true,
      ...why,
    })),
  'ask-to-speak': () => [{ type: 'ask-to-speak', alsoFor: [] }],
  withdraw: () => [{ type: 'withdraw' }],
  'give-floor': ({ floor }) =>
    orNobody(floor.waiting.slice(0, FEW).map((hand) => hand.id)).map((requestId) => ({
      type: 'give-floor',
      requestId,
      seconds: null,
    })),
  'extend-floor': () => [{ type: 'extend-floor', seconds: 60 }],
  'end-floor': () => [{ type: 'end-floor' }],
  'put-question': (state, personId) =>
    others(targetsIn(state).present, personId).map((to) => ({ type: 'put-question', to, text: NOBODY })),
  'mark-question': ({ questions }) => [
    { type: 'mark-question', questionId: questions.at(-1)?.id ?? NOBODY, answered: true },
  ],
  warn: (state, personId) =>
    others(targetsIn(state).present, personId).map((one) => ({ type: 'warn', personId: one, ...why })),
  mute: (state, personId) =>
    others(targetsIn(state).present, personId).map((one) => ({ type: 'mute', personId: one, ...why })),
  unmute: (state) => orNobody(targetsIn(state).muted).map((personId) => ({ type: 'unmute', personId })),
  expel: (state, personId) =>
    others(targetsIn(state).warned, personId).map((one) => ({ type: 'expel', personId: one, ...why })),
  'open-comments-to-observers': ({ observersComment }) => [
    { type: 'open-comments-to-observers', open: !observersComment },
  ],
  'stage-evidence': () => [
    { type: 'stage-evidence', evidenceId: NOBODY, page: 1, zone: null, title: NOBODY },
  ],
  'clear-stage': () => [{ type: 'clear-stage' }],
  'write-passage': (state) =>
    orNobody(
      [
        state.floor.speaking?.personId ?? [],
        state.floor.heard.at(-1)?.personId ?? [],
        targetsIn(state).chairs,
      ].flat(),
    ).map((personId) => ({ type: 'write-passage', personId, text: NOBODY })),
  'confirm-passage': ({ passages }, personId) => {
    const own = passages.filter((one) => one.personId === personId)
    const open = own.find((one) => one.confirmedAt === null) ?? own[0]
    return [{ type: 'confirm-passage', passageId: open?.id ?? NOBODY }]
  },
  'correct-passage': (state, personId) => {
    const { passages } = state
    const own = passages.find((one) => one.personId === personId)
    // Whether words of others wait is nobody's business who may do nothing about it (H-162).
    const others = isRecorder(state, personId) ? passages : []
    const open = own ?? others.find((one) => one.confirmedAt === null)
    return [{ type: 'correct-passage', passageId: open?.id ?? NOBODY, text: NOBODY }]
  },
  'give-opinion': () => [{ type: 'give-opinion', stand: 'other', ...why }],
  'freeze-transcript': () => [{ type: 'freeze-transcript', versionId: NOBODY, hash: NOBODY }],
  'sign-transcript': ({ transcript }) => {
    const hash = transcript.frozen?.hash ?? NOBODY
    return [{ type: 'sign-transcript', hash, ownPartHash: hash }]
  },
  'note-refusal-to-sign': (state, personId) =>
    others(targetsIn(state).unsigned, personId).map((one) => ({
      type: 'note-refusal-to-sign',
      personId: one,
      ...why,
    })),
  'note-missing-signature': (state, personId) =>
    others(targetsIn(state).unsigned, personId).map((one) => ({
      type: 'note-missing-signature',
      personId: one,
      ...why,
    })),
  'appoint-acting': (state, personId) =>
    others(targetsIn(state).members, personId).flatMap((one) => [
      { type: 'appoint-acting', capacity: 'chair', personId: one, ...why },
      { type: 'appoint-acting', capacity: 'recorder', personId: one, ...why },
    ]),
  'correct-late': () => [{ type: 'correct-late', text: NOBODY }],
  'give-feedback': () => [{ type: 'give-feedback', text: NOBODY, caseDecided: true }],
  'sign-report': () => [{ type: 'sign-report', suggestion: NOBODY, versionId: NOBODY, hash: NOBODY }],
}

function contextOf({ personId, roles = [] }: HearingViewer, at: Moment): Context {
  return {
    ...at,
    actor: { personId, name: '', bodyId: null, bodyName: null, roles },
    newId: () => NOBODY,
    chance: () => 0,
  }
}

/** When it is asked, and the years of working days that are known. */
export type Moment = Pick<Context, 'now' | 'calendar'>

const TYPES = Object.keys(trials) as readonly CommandType[]
type May = Readonly<Record<CommandType, RefusalCode | null>>

/**
 * What the rules ask of one person among many, or null where the state names him or he has an office in it. Two people of one
 * standing may do the same: a hall of a thousand is a few standings.
 */
function standingOf(state: HearingState, viewer: HearingViewer, { now }: Moment): string | null {
  const { personId, roles = [] } = viewer
  const one = lineOf(state, personId)
  const { waiting, speaking } = state.floor
  const named =
    waiting.some((hand) => hand.personId === personId) ||
    speaking?.personId === personId ||
    state.passages.some((passage) => passage.personId === personId) ||
    state.transcript.signatures.some((signature) => signature.personId === personId) ||
    state.staged?.by === personId
  if (!one || named || isTribunal(one.capacity)) return null
  const { capacity, removed, expelled, mutedAt, identityCheckedAt, noticeServedAt, noticeReadAt } = one
  const facts = [removed, expelled, mutedAt, identityCheckedAt, noticeServedAt, noticeReadAt].map(Boolean)
  const times = [isPresent(one), one.spans.length > 0, one.calledAt !== null, one.releasedAt !== null]
  const prepares = mayPrepare({ roles }, state)
  return [capacity, ...facts, ...times, prepares, calendarDay(now.toISOString())].join()
}

const answered = new WeakMap<HearingState, Map<string, May>>()

/** The same answers are the same object, also of different states: a page whose person may do what he could hears nothing. */
const same = new Map<string, May>()
const MOST_KEPT = 1_000

function kept(may: May): May {
  const words = JSON.stringify(may)
  const before = same.get(words)
  if (before) return before
  if (same.size >= MOST_KEPT) same.clear()
  same.set(words, may)
  return may
}

function answersTo(state: HearingState, viewer: HearingViewer, at: Moment): May {
  const context = contextOf(viewer, at)
  const answer = (orders: readonly HearingDecidable[]): RefusalCode | null => {
    let first: RefusalCode | null = null
    for (const order of orders) {
      const decided = decideHearing(state, order, context)
      if (!isRefusal(decided)) return null
      first ??= decided.refused
    }
    return first
  }
  return Object.fromEntries(TYPES.map((type) => [type, answer(trials[type](state, viewer.personId))])) as May
}

/**
 * What a person may do now: of every command null, or why not. It asks `decideHearing` itself, so that buttons and rules never
 * differ; a command that needs somebody or something is tried on those there are, and may be given if any goes.
 */
export function mayNow(state: HearingState, viewer: HearingViewer, at: Moment): May {
  const standing = standingOf(state, viewer, at)
  if (standing === null) return answersTo(state, viewer, at)
  const known = answered.get(state) ?? new Map<string, May>()
  answered.set(state, known)
  const before = known.get(standing)
  if (before) return before
  const may = kept(answersTo(state, viewer, at))
  known.set(standing, may)
  return may
}
