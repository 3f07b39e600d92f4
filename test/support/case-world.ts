import { decideCase } from '#domain/cases/decide.ts'
import { evolveCase } from '#domain/cases/evolve.ts'
import type { CaseHappening, CaseOrder } from '#domain/cases/happenings.ts'
import { initialCase } from '#domain/cases/initial.ts'
import type { CaseParticulars, CaseState, Decision, Stage } from '#domain/cases/types.ts'
import type { Outcome } from '#domain/decisions/outcome.ts'
import type { Actor, Role } from '#domain/people/actor.ts'
import type { Context, Recorded } from '#domain/record/entry.ts'
import { isRefusal, type RefusalCode } from '#domain/record/refusal.ts'
import { SHIPPED_YEARS } from '#server/services/shipped-years.ts'

/** Somebody of a body with roles there. */
export function person(personId: string, bodyId: string | null, ...roles: Role[]): Actor {
  return {
    personId,
    name: personId,
    bodyId,
    bodyName: bodyId,
    roles: roles.map((role) => ({ role, bodyId: bodyId ?? '' })),
  }
}

/** One of every kind that comes near a case. */
export const people = {
  secretary: person('secretary', 'office', 'secretary'),
  leader: person('leader', 'committee', 'leader'),
  handler: person('handler', 'discipline', 'member'),
  handler2: person('handler2', 'discipline', 'member'),
  discipline: person('discipline1', 'discipline', 'member'),
  organization: person('organization1', 'organization', 'member'),
  political: person('political1', 'political', 'member'),
  audit: person('audit1', 'audit', 'member'),
  clerk: person('clerk', 'organization'),
  applicant: person('applicant', 'jinsong', 'applicant'),
  jinsong: person('jinsong1', 'jinsong', 'member'),
  sysadmin: person('sysadmin', null, 'system-administrator'),
  secadmin: person('secadmin', null, 'security-administrator'),
  auditor: person('auditor', null, 'audit-administrator'),
} as const

export type Who = keyof typeof people

export const subjectOf = (id: string) =>
  ({ id, kind: 'person', name: id, unit: '金松投资集团', position: '', role: 'responsible' }) as const

export const rentRelief: CaseParticulars = {
  kind: 'tolerance',
  title: '少减免租金案',
  subjects: [subjectOf('deng'), subjectOf('li')],
  summary: '对政策把握不准',
  situations: [],
  source: 'audit',
  trigger: { matter: '', organ: '', date: null },
  complexity: [],
}

export const frozen = (versionId: string) => ({ versionId, hash: `hash-of-${versionId}` })

/** A case in memory: orders decided and evolved as the record would, a minute further each time. */
export function caseFile(registration: Partial<Extract<CaseOrder, { type: 'register' }>> = {}) {
  const entries: Recorded<CaseHappening>[] = []
  let state: CaseState = initialCase('case-1')
  let minute = 0
  let ids = 0

  function context(actor: Actor): Context {
    return {
      now: new Date(Date.UTC(2026, 7, 7, 0, minute)),
      actor,
      newId: () => `id-${String((ids += 1))}`,
      chance: () => 0.5,
      calendar: SHIPPED_YEARS,
    }
  }

  function attempt(who: Who | Actor, order: CaseOrder): RefusalCode | null {
    const actor = typeof who === 'string' ? people[who] : who
    minute += 1
    const { now, ...rest } = context(actor)
    const decided = decideCase(state, order, { now, ...rest })
    if (isRefusal(decided)) return decided.refused
    decided.forEach((happening, commandPart) => {
      const entry: Recorded<CaseHappening> = {
        ...happening,
        stream: 'case/case-1',
        seq: state.seq + 1,
        actorId: actor.personId,
        at: now.toISOString(),
        commandId: `command-${String(minute)}`,
        commandPart,
        previousHash: '',
        hash: '',
      }
      entries.push(entry)
      state = evolveCase(state, entry)
    })
    return null
  }

  function must(who: Who | Actor, order: CaseOrder): void {
    const refused = attempt(who, order)
    if (refused) throw new Error(`${JSON.stringify(order)} refused: ${refused}`)
  }

  const register: CaseOrder = {
    type: 'register',
    particulars: rentRelief,
    year: 2026,
    ordinal: 1,
    applicantIds: ['applicant'],
    bodyIds: ['discipline', 'organization', 'political'],
    ...registration,
  }

  const api = {
    get state() {
      return state
    },
    entries,
    attempt,
    must,
    context,
    /** Some days pass. */
    later(days: number) {
      minute += days * 1440
      return api
    },
    registered() {
      must('secretary', register)
      return api
    },
    move(to: Stage, who: Who = 'secretary', reason = '理由') {
      must(who, { type: 'move', to, reason })
      return api
    },
    accepted() {
      return api.registered().move('accepted')
    },
    verifying() {
      api.accepted()
      must('secretary', { type: 'assign-handlers', handlerIds: ['handler', 'handler2'] })
      return api.move('in-verification')
    },
    consulting() {
      return api.verifying().move('in-consultation')
    },
    pinned(meetingId = 'm1', part = 'verification-report') {
      must('secretary', { type: 'pin-document', part, meetingId, frozen: frozen(`${meetingId}-${part}`) })
      return api
    },
    listed(meetingId = 'm1') {
      api.pinned(meetingId)
      must('secretary', { type: 'list', meetingId, itemId: `${meetingId}-item` })
      return api
    },
    opened(meetingId = 'm1') {
      must('secretary', { type: 'open-item', meetingId, itemId: `${meetingId}-item` })
      return api
    },
    opinion(who: Who, version = 'v1') {
      must(who, {
        type: 'submit-opinion',
        stands: Object.fromEntries(state.subjects.map((subject) => [subject.id, 'MITIGATED' as const])),
        clauses: ['《办法》减责情形'],
        frozen: frozen(version),
      })
      return api
    },
    decided(outcomes: Readonly<Record<string, Outcome>>, over: Partial<Decision> = {}) {
      must('leader', { type: 'record-decision', decisions: decisionsFor(outcomes, over) })
      return api
    },
  }
  return api
}

export function decisionFor(subjectId: string, outcome: Outcome, over: Partial<Decision> = {}): Decision {
  return {
    subjectId,
    outcome,
    clauses: [],
    vote: {
      pollId: 'poll',
      method: 'named',
      for: 6,
      against: 1,
      deferred: 1,
      abstained: 1,
      due: 9,
      present: 9,
      recused: 0,
      rule: {
        quorum: { least: 2, of: 3 },
        majority: 'more-than-half-of-due',
        recusedCountAsDue: false,
        base: 9,
      },
    },
    measure: outcome === 'LIGHTER' || outcome === 'MITIGATED' ? 'talk-reminder' : null,
    measureText: '',
    effects: [],
    duties: [],
    shelvedUntil: outcome === 'SHELVED' ? '2026-11-07' : null,
    meetingId: 'm1',
    itemId: 'm1-item',
    minutesId: 'minutes-1',
    minutesNumber: '纪要〔2026〕1号',
    minutesHash: 'hash',
    decidedAt: '2026-08-07T03:00:00.000Z',
    ...over,
  }
}

export function decisionsFor(
  outcomes: Readonly<Record<string, Outcome>>,
  over: Partial<Decision> = {},
): readonly Decision[] {
  return Object.entries(outcomes).map(([subjectId, outcome]) => decisionFor(subjectId, outcome, over))
}
