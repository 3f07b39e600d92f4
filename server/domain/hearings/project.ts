import type { TaskDraft } from '#domain/tasks/types.ts'
import { authorityOver } from '#domain/proceedings/recusals.ts'
import { officeRoles } from './may.ts'
import { active, holderOf, isPresent } from './people.ts'
import { yetToSign } from './signing.ts'
import type { HearingState } from './types.ts'

/** The columns of the read table; lists of ids are JSON text, sorted, so that rebuilding gives the same bytes. */
export function hearingRow(state: HearingState) {
  return {
    id: state.id,
    caseId: state.caseId,
    title: state.title,
    place: state.place,
    startsAt: state.startsAt,
    status: state.status,
    preset: state.preset,
    /** Open to the public (REQ-071); what is not is on no public page. */
    public: state.closedGround === null,
    chairId: holderOf(state, 'chair'),
    personIds: JSON.stringify(
      active(state)
        .map((one) => one.personId)
        .sort(),
    ),
    /** Whose offices see it without taking part. */
    officeRoles: JSON.stringify(officeRoles(state.officeBodies)),
  }
}

/**
 * What a hearing makes wait for people: preparing it, reading the notice, coming, ruling, confirming one's words, signing,
 * the report. Observers owe nothing.
 */
export function hearingTasks(state: HearingState): readonly TaskDraft[] {
  if (state.seq === 0) return []
  switch (state.status) {
    case 'ordered':
    case 'postponed':
      return preparing(state)
    case 'noticed':
      return [...invitations(state), ...rulings(state)]
    case 'open':
      return [...rulings(state), ...confirmations(state)]
    case 'suspended':
      return [...resumption(state), ...rulings(state), ...confirmations(state)]
    case 'closed':
      return [...confirmations(state), ...toSign(state)]
    case 'finished':
    case 'terminated':
    case 'cancelled':
      return []
  }
}

/** What is done on the page of a paper is found there, the rest in the room. */
const WHERE: Readonly<Partial<Record<TaskDraft['kind'], string>>> = {
  'freeze-transcript': '/transcript',
  'sign-transcript': '/transcript',
  'write-hearing-report': '/report',
}

function taskFor(
  state: HearingState,
  kind: TaskDraft['kind'],
  personId: string | null,
  openedAt: string,
  dueAt: string | null = null,
): readonly TaskDraft[] {
  if (personId === null) return []
  const subject = `/hearings/${state.id}${WHERE[kind] ?? ''}`
  return [{ kind, personId, subject, title: state.title, dueAt, openedAt }]
}

/** Of a postponed one the new time is to be told. */
function preparing(state: HearingState): readonly TaskDraft[] {
  const stop = state.status === 'postponed' ? state.stops.at(-1) : undefined
  const dueAt = stop ? stop.resumeOn : state.startsAt
  return taskFor(state, 'prepare-hearing', state.orderedBy, stop?.at ?? state.orderedAt, dueAt)
}

function invitations(state: HearingState): readonly TaskDraft[] {
  return active(state)
    .filter((one) => one.capacity !== 'observer')
    .flatMap((one) => {
      const since = one.noticeServedAt ?? state.orderedAt
      const unread = one.noticeServedAt !== null && one.noticeReadAt === null
      return [
        ...(unread ? taskFor(state, 'read-notice', one.personId, since, state.startsAt) : []),
        ...(isPresent(one) ? [] : taskFor(state, 'attend-hearing', one.personId, since, state.startsAt)),
      ]
    })
}

/** On the chair the superior rules and the recorder enters it (F-18). */
function rulings(state: HearingState): readonly TaskDraft[] {
  const chairId = holderOf(state, 'chair')
  return state.recusals
    .filter((one) => one.ruling === null)
    .flatMap((one) => {
      const superior = authorityOver(one.personId, chairId) === 'superior'
      const ruler = superior ? holderOf(state, 'recorder') : chairId
      return taskFor(state, 'rule-on-hearing-recusal', ruler ?? state.orderedBy, one.at)
    })
}

function resumption(state: HearingState): readonly TaskDraft[] {
  const stop = state.stops.at(-1)
  return taskFor(
    state,
    'resume-hearing',
    holderOf(state, 'chair') ?? state.orderedBy,
    stop?.at ?? state.orderedAt,
    stop?.resumeOn ?? null,
  )
}

/** One line for a person, however many of his passages wait. */
function confirmations(state: HearingState): readonly TaskDraft[] {
  if (state.transcript.frozen) return []
  const first = new Map<string, string>()
  for (const { personId, confirmedAt, at } of state.passages)
    if (confirmedAt === null && !first.has(personId)) first.set(personId, at)
  return [...first].flatMap(([personId, at]) => taskFor(state, 'confirm-passage', personId, at))
}

function toSign(state: HearingState): readonly TaskDraft[] {
  const { frozen } = state.transcript
  if (!frozen)
    return taskFor(state, 'freeze-transcript', holderOf(state, 'recorder'), state.closedAt ?? state.orderedAt)
  const waiting = yetToSign(state)
  if (waiting.length > 0)
    return waiting.flatMap((personId) => taskFor(state, 'sign-transcript', personId, frozen.at))
  const last = state.transcript.signatures.at(-1)?.at ?? frozen.at
  return taskFor(state, 'write-hearing-report', holderOf(state, 'chair'), last, frozen.latestCorrectionOn)
}
