import { withKnownEvidence } from '#domain/cases/evidence-knowers.ts'
import { evolveCase } from '#domain/cases/evolve.ts'
import { initialCase } from '#domain/cases/initial.ts'
import { scopeOf } from '#domain/cases/standing.ts'
import type { CaseCommand } from '#domain/cases/commands.ts'
import type { CaseHappening, FrozenText } from '#domain/cases/happenings.ts'
import { documentAccess, dossierParts, mayRegisterCase, maySeeAllCases } from '#domain/cases/may.ts'
import { refusalToSubmit } from '#domain/dossiers/decide.ts'
import { opinionPart } from '#domain/dossiers/parts.ts'
import { ownOpinion } from '#domain/opinions/decide.ts'
import { DOSSIER_PARTS, type CaseParticulars, type CaseState, type Stage } from '#domain/cases/types.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import { actsFor } from '#domain/people/acts-for.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { openSuggestions } from '#domain/remarks/suggesting.ts'
import type { RemarksState } from '#domain/remarks/types.ts'
import { yearIn } from './time-zone.ts'
import type { AccessCase } from './case-access.ts'
import type { CaseTemplates } from './case-templates.ts'
import { namesIn } from './names-in.ts'
import type {
  CounterStore,
  LiveDocuments,
  NameStore,
  RecordPort,
  Surroundings,
  VersionStore,
} from './ports.ts'
import { saysNothing, versionOf } from './versions.ts'

export interface CaseQuery {
  readonly search: string
  readonly stage: Stage | null
  readonly sort: 'number' | 'updated' | 'title'
  readonly descending: boolean
  /** 1, 2, 3 … */
  readonly page: number
}

export interface CaseListRow {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly title: string
  readonly stage: Stage
  readonly subjects: string
  readonly registeredAt: string
  readonly updatedAt: string
}

export interface CasePage {
  readonly rows: readonly CaseListRow[]
  readonly total: number
  readonly pageSize: number
}

export type DocumentAccess = 'write' | 'read' | 'none'

/** The case as one viewer may see it. */
export interface CaseView {
  readonly state: CaseState
  /** By part, also `opinion-<bodyId>`. */
  readonly documents: Readonly<Record<string, DocumentAccess>>
  readonly people: Readonly<Record<string, string>>
  readonly bodies: Readonly<Record<string, string>>
}

export interface CasesService {
  list(actor: Actor, query: CaseQuery): Promise<CasePage>
  view(actor: Actor, caseId: string): Promise<CaseView | Refusal>
  /**
   * What had been found by a moment (ISO 8601), for a version taken then; nothing for whoever is shown no findings now.
   * Refusals: access/not-found, access/recused.
   */
  foundAt(
    actor: Actor,
    caseId: string,
    at: string,
  ): Promise<Pick<CaseState, 'findings' | 'conditions'> | Refusal>
  register(
    actor: Actor,
    commandId: string,
    registration: {
      particulars: CaseParticulars
      bodyIds: readonly string[]
      applicantIds: readonly string[]
    },
  ): Promise<{ caseId: string; number: string } | Refusal>
  execute(
    actor: Actor,
    caseId: string,
    commandId: string,
    command: CaseCommand,
  ): Promise<{ seq: number } | Refusal>
}

export interface CaseListStore {
  /** Only the cases the person may see: all, or those of his body or naming him. */
  list(
    query: CaseQuery,
    visible: { all: boolean; bodyId: string | null; personId: string },
  ): Promise<CasePage>
}

interface Ports<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly accessCase: AccessCase
  readonly templates: CaseTemplates<Tx>
  readonly list: CaseListStore
  readonly counters: CounterStore<Tx>
  readonly versions: VersionStore<Tx>
  readonly documents: LiveDocuments
  readonly names: NameStore
}

export function createCasesService<Tx>(ports: Ports<Tx>): CasesService {
  const { record, accessCase } = ports

  /** The text is frozen while the entry is written, so nothing typed later hides under the hash. */
  async function submit(
    actor: Actor,
    caseId: string,
    commandId: string,
    part: string,
    instructionFor: (frozen: FrozenText) => object,
  ): Promise<{ seq: number } | Refusal> {
    const name = `case/${caseId}/${part}`
    return ports.documents.freeze(name, async (text) => {
      if (await saysNothing(ports.versions, name, text)) return refuse('document/empty')
      const count = openSuggestions(await record.load<RemarksState>(`remarks/${name}`))
      if (count > 0) return refuse('suggestion/open', { count })
      const { version, frozen } = versionOf(
        text,
        { name, reason: 'submitted', label: '', personId: actor.personId },
        ports,
      )
      const done = await record.executeAll({
        actor,
        commandId,
        steps: [{ stream: `case/${caseId}`, command: instructionFor(frozen) }],
        alsoWrite: (tx) => ports.versions.insert(tx, version),
      })
      return isRefusal(done) ? done : { seq: done.seqs[0] ?? 0 }
    })
  }

  /** The opinion that the body will write begins with the template that the case took. */
  async function invite(
    actor: Actor,
    { id, templates }: CaseState,
    commandId: string,
    command: Extract<CaseCommand, { type: 'invite-body' }>,
  ): Promise<{ seq: number } | Refusal> {
    const begin = await ports.templates.beginning(actor, id, templates, [opinionPart(command.bodyId)])
    const done = await record.executeAll({
      ...{ actor, commandId, alsoWrite: begin },
      steps: [{ stream: `case/${id}`, command }],
    })
    return isRefusal(done) ? done : { seq: done.seqs[0] ?? 0 }
  }

  return {
    list: (actor, query) =>
      ports.list.list(query, {
        all: maySeeAllCases(actor),
        // Working in a body is not speaking for it: an investigator's body does not open its cases to him (P-07).
        bodyId: actor.bodyId !== null && actsFor(actor, actor.bodyId) ? actor.bodyId : null,
        personId: actor.personId,
      }),

    async view(actor, caseId) {
      const access = await accessCase(actor, caseId)
      if (isRefusal(access)) return access
      const state = caseViewFor(actor, access.state, access.grounds)
      if (isRefusal(state)) return state
      const [people, bodies] = await Promise.all([ports.names.people(), ports.names.bodies()])
      const documents = Object.fromEntries(
        dossierParts(access.state).map((part) => [
          part,
          documentAccess(actor, access.state, part, access.grounds),
        ]),
      )
      // An applicant's page names whom it mentions; the record told to departments also names those before.
      const applicant = access.state.applicantIds.includes(actor.personId)
      return { state, documents, people: applicant ? namesIn(state, people) : people, bodies }
    },

    async foundAt(actor, caseId, at) {
      const access = await accessCase(actor, caseId)
      if (isRefusal(access)) return access
      if (scopeOf(actor, access.state, access.grounds) !== 'all') return { findings: [], conditions: [] }
      const entries = (await record.entries(`case/${caseId}`)) as readonly Recorded<CaseHappening>[]
      const { findings, conditions } = entries
        .filter((entry) => entry.at <= at)
        .reduce(evolveCase, initialCase(caseId))
      // Who was let into a circle since, or put out of it, is asked now.
      const known = withKnownEvidence(actor, { ...access.state, findings, conditions })
      return { findings: known.findings, conditions: known.conditions }
    },

    async register(actor, commandId, registration) {
      if (!mayRegisterCase(actor)) return refuse('access/denied')
      const year = yearIn(ports.now(), ports.timeZone)
      const { caseMark: mark } = await ports.names.jurisdiction()
      const taken = await ports.templates.inForce(registration.particulars.kind)
      const parts = [...DOSSIER_PARTS, ...new Set(registration.bodyIds.map(opinionPart))]
      const begin = await ports.templates.beginning(actor, commandId, taken, parts)
      // The command's id names the new stream: a form sent twice registers one case.
      const done = await record.executeAll({
        actor,
        commandId,
        steps: [
          {
            stream: `case/${commandId}`,
            command: async (tx: Tx) => ({
              type: 'register',
              ...registration,
              year,
              mark,
              templates: taken,
              ordinal: await ports.counters.next(tx, `case/${year}`),
            }),
          },
        ],
        alsoWrite: begin,
      })
      if (isRefusal(done)) return done
      const registered = done.entries[0] as unknown as CaseHappening
      return {
        caseId: commandId,
        number: registered.type === 'case/registered' ? registered.payload.number : '',
      }
    },

    async execute(actor, caseId, commandId, command) {
      const access = await accessCase(actor, caseId)
      if (isRefusal(access)) return access
      // Asked before the text: freezing it would hold its writers up, and "empty" would tell of a sealed one (D-15).
      if (command.type === 'submit-document') {
        const refusal = refusalToSubmit(actor, access.state, command.part)
        if (refusal) return refusal
        return submit(actor, caseId, commandId, command.part, (frozen) => ({ ...command, frozen }))
      }
      if (command.type === 'submit-opinion') {
        const own = ownOpinion(actor, access.state)
        if (isRefusal(own)) return own
        return submit(actor, caseId, commandId, opinionPart(own.bodyId), (frozen) => ({
          ...command,
          frozen,
        }))
      }
      if (command.type === 'invite-body') return invite(actor, access.state, commandId, command)
      return record.execute({ stream: `case/${caseId}`, actor, commandId, command })
    },
  }
}
