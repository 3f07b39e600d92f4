import type { CaseState } from '#domain/cases/types.ts'
import { mustMayPrepare } from '#domain/hearings/guards.ts'
import { paperTitle, servableParts } from '#domain/hearings/servable.ts'
import { papersFor, paragraphsOf, readersFor } from '#domain/hearings/served-papers.ts'
import type { HearingState, PaperReader, ServedPaper } from '#domain/hearings/types.ts'
import { sightOf, type HearingViewer } from '#domain/hearings/view.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import type { NameStore, RecordPort, RecusalStore, VersionStore } from './ports.ts'

/** A document of the case that can be served now. */
export interface PaperChoice {
  readonly part: string
  readonly title: string
  /** To whom besides those who conduct the hearing. */
  readonly readers: readonly PaperReader[]
  /** This version is served already, to these; null: it is not. */
  readonly served: readonly PaperReader[] | null
}

/** A paper with the first words of its paragraphs, by which a comment cites them. */
export interface PaperOpenings {
  readonly id: string
  readonly openings: readonly string[]
}

export interface ServedPapersService {
  /** What of the case is frozen and can be served. Refusals: those of the hearing's view, access/denied. */
  choices(actor: Actor, hearingId: string): Promise<readonly PaperChoice[] | Refusal>
  /** Of those that this person may open. Refusals: those of the view. */
  openings(actor: Actor, hearingId: string): Promise<readonly PaperOpenings[] | Refusal>
  /** Writes the access entry first. Refusals: those of the view, access/not-found. */
  open(
    actor: Actor,
    hearingId: string,
    paperId: string,
  ): Promise<{ readonly paper: ServedPaper; readonly content: string } | Refusal>
}

interface Ports<Tx> {
  readonly record: RecordPort<Tx>
  readonly recusals: Pick<RecusalStore, 'closedCases'>
  readonly versions: Pick<VersionStore<Tx>, 'get'>
  readonly names: Pick<NameStore, 'bodies'>
  readonly accessLog: AccessLog
}

/** As much of a paragraph as tells which one it is. */
const FIRST_WORDS = 24

/** Papers of a hearing that were served with its notice or after it (REQ-070). */
export function createServedPapers<Tx>(ports: Ports<Tx>): ServedPapersService {
  async function find(actor: Actor, hearingId: string) {
    const state = await ports.record.load<HearingState>(`hearing/${hearingId}`)
    const viewer: HearingViewer = {
      ...{ personId: actor.personId, roles: actor.roles, audience: 'person' },
      closedCaseIds: (await ports.recusals.closedCases()).get(actor.personId) ?? [],
    }
    const sight = sightOf(state, viewer)
    return isRefusal(sight) ? sight : { state, papers: papersFor(state, viewer) }
  }

  const proseOf = async (versionId: string) => (await ports.versions.get(versionId))?.content ?? '{}'

  return {
    async choices(actor, hearingId) {
      const found = await find(actor, hearingId)
      if (isRefusal(found)) return found
      const { state } = found
      const refused = mustMayPrepare(state, actor)
      if (refused) return refused
      const ofCase = await ports.record.load<CaseState>(`case/${state.caseId}`)
      const bodies = await ports.names.bodies()
      return servableParts(ofCase).map(({ part, frozen }) => ({
        part,
        title: paperTitle(part, ofCase, (bodyId) => bodies[bodyId] ?? bodyId),
        readers: readersFor(part),
        served: state.papers.find(({ versionId }) => versionId === frozen?.versionId)?.readers ?? null,
      }))
    },

    async openings(actor, hearingId) {
      const found = await find(actor, hearingId)
      if (isRefusal(found)) return found
      return Promise.all(
        found.papers.map(async ({ id, versionId }) => ({
          id,
          openings: paragraphsOf(JSON.parse(await proseOf(versionId)) as ProseNode).map((words) =>
            [...words].slice(0, FIRST_WORDS).join(''),
          ),
        })),
      )
    },

    async open(actor, hearingId, paperId) {
      const found = await find(actor, hearingId)
      if (isRefusal(found)) return found
      const paper = found.papers.find(({ id }) => id === paperId)
      // Whether there is such a paper is told to nobody who may not open it.
      if (!paper) return refuse('access/not-found')
      await ports.accessLog.note({
        personId: actor.personId,
        action: 'version/opened',
        subject: `hearing/${hearingId}/papers/${paperId}`,
        detail: `${paper.versionId} ${paper.hash}`,
      })
      return { paper, content: await proseOf(paper.versionId) }
    },
  }
}
