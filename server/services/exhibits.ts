import type { CaseState } from '#domain/cases/types.ts'
import { framesOn, mayOpenExhibit, type MarkedFrame } from '#domain/hearings/exhibits.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import { sightOf, type HearingViewer } from '#domain/hearings/view.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import type { EvidenceStore, OpenedEvidence } from './evidence.ts'
import { createOpenings, type Opening } from './evidence-openings.ts'
import type { RecordPort, RecusalStore, Surroundings } from './ports.ts'

/** A piece of the case's evidence, as the hearing names it. */
export interface Exhibit {
  readonly id: string
  readonly title: string
  readonly fileName: string
  readonly mediaType: string
  /** Absent for who does not conduct the hearing, and where nothing is marked. */
  readonly frames?: readonly MarkedFrame[] | undefined
}

export interface ExhibitsService {
  /** Those that this person may open now; the screen, what it shows. Refusals: those of the hearing's view. */
  list(
    actor: Actor,
    hearingId: string,
    audience?: HearingViewer['audience'],
  ): Promise<readonly Exhibit[] | Refusal>
  /** Writes the access entry first, then hands out the bytes. Refusals: those of the view, access/denied, input/invalid. */
  open(actor: Actor, hearingId: string, evidenceId: string, why: Opening): Promise<OpenedEvidence | Refusal>
}

interface Ports<Tx> extends Pick<Surroundings, 'now'> {
  readonly record: RecordPort<Tx>
  readonly recusals: Pick<RecusalStore, 'closedCases'>
  readonly files: EvidenceStore
  readonly accessLog: AccessLog
}

/** Evidence in a hearing: most who take part do not read the case, and see of it what is put on stage. */
export function createExhibitsService<Tx>(ports: Ports<Tx>): ExhibitsService {
  const { record, recusals } = ports
  const opened = createOpenings(ports)

  async function openTo(actor: Actor, hearingId: string, audience: HearingViewer['audience'] = 'person') {
    const state = await record.load<HearingState>(`hearing/${hearingId}`)
    const closedCaseIds = (await recusals.closedCases()).get(actor.personId) ?? []
    const sight = sightOf(state, { ...actor, audience, closedCaseIds })
    if (isRefusal(sight)) return sight
    const { evidence } = await record.load<CaseState>(`case/${state.caseId}`)
    return {
      caseId: state.caseId,
      sight,
      may: evidence.filter(
        (piece) => piece.withdrawn === null && mayOpenExhibit(sight, state, actor.personId, piece),
      ),
    }
  }

  return {
    async list(actor, hearingId, audience) {
      const found = await openTo(actor, hearingId, audience)
      if (isRefusal(found)) return found
      return found.may.map((piece) => {
        const { id, title, fileName, mediaType } = piece
        const frames = framesOn(found.sight, piece)
        return { id, title, fileName, mediaType, ...(frames.length > 0 && { frames }) }
      })
    },

    async open(actor, hearingId, evidenceId, why) {
      const found = await openTo(actor, hearingId)
      if (isRefusal(found)) return found
      const piece = found.may.find(({ id }) => id === evidenceId)
      // Whether there is such a piece is told to nobody who may not open it.
      if (!piece) return refuse('access/denied')
      return opened(actor, { caseId: found.caseId, piece, why, hearingId })
    },
  }
}
