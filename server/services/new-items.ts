import { documentAccess } from '#domain/cases/may.ts'
import { scopeOf } from '#domain/cases/standing.ts'
import { HEARING_REPORT_PART, kindOfExamination } from '#domain/dossiers/parts.ts'
import type { NewItem } from '#domain/meetings/happenings.ts'
import type { Paper } from '#domain/meetings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { AccessCase } from './case-access.ts'
import { reportOf } from './hearing-commands.ts'
import type { LiveDocuments, NewVersion, Surroundings, VersionStore } from './ports.ts'
import { saysNothing, versionOf } from './versions.ts'

interface Pinned {
  readonly items: readonly NewItem[]
  /** What the cases' own streams learn in the same transaction. */
  readonly caseSteps: readonly { stream: string; command: object }[]
  readonly versions: readonly NewVersion[]
}

interface Ports<Tx> extends Surroundings {
  readonly accessCase: AccessCase
  readonly documents: LiveDocuments
  readonly versions: Pick<VersionStore<Tx>, 'list'>
}

/**
 * Cases as they come onto an agenda: every written document of the dossier is pinned, so that members read
 * and decide on the same words (REQ-055). Opinions stay sealed and are read in the case once submitted.
 */
export function createNewItems<Tx>(ports: Ports<Tx>) {
  async function pinCase(actor: Actor, meetingId: string, caseId: string): Promise<Pinned | Refusal> {
    const access = await ports.accessCase(actor, caseId)
    if (isRefusal(access)) return access
    const { state, grounds } = access
    const itemId = ports.newId()
    const papers: Paper[] = []
    const versions: NewVersion[] = []
    const caseSteps: { stream: string; command: object }[] = []
    for (const { part, versionId } of state.documents) {
      // A result is a paper once it was submitted (REQ-068); before, it is somebody's notes.
      if (kindOfExamination(part) && versionId === null) continue
      if (documentAccess(actor, state, part, grounds) === 'none') continue
      const name = `case/${caseId}/${part}`
      const text = await ports.documents.read(name)
      if (await saysNothing(ports.versions, name, text)) continue
      const { version, frozen } = versionOf(
        text,
        { name, reason: 'pinned', label: '', personId: actor.personId },
        ports,
      )
      versions.push(version)
      papers.push({ part, document: name, ...frozen })
      caseSteps.push({
        stream: `case/${caseId}`,
        command: { type: 'pin-document', part, meetingId, frozen },
      })
    }
    // A signed report does not change any more: its own version is the paper (REQ-080, REQ-081).
    for (const { hearingId, report } of state.hearings)
      if (report && scopeOf(actor, state, grounds) === 'all')
        papers.push({
          part: HEARING_REPORT_PART,
          document: reportOf(hearingId),
          versionId: report.versionId,
          hash: report.hash,
        })
    const subjects = state.subjects.map(({ id, name }) => ({ id, name }))
    const item = { id: itemId, caseId, caseNumber: state.number, caseTitle: state.title, subjects, papers }
    caseSteps.push({ stream: `case/${caseId}`, command: { type: 'list', meetingId, itemId } })
    return { items: [item], caseSteps, versions }
  }

  return {
    async pin(actor: Actor, meetingId: string, caseIds: readonly string[]): Promise<Pinned | Refusal> {
      const all: Pinned[] = []
      for (const caseId of caseIds) {
        const pinned = await pinCase(actor, meetingId, caseId)
        if (isRefusal(pinned)) return pinned
        all.push(pinned)
      }
      return {
        items: all.flatMap((one) => one.items),
        caseSteps: all.flatMap((one) => one.caseSteps),
        versions: all.flatMap((one) => one.versions),
      }
    },
  }
}

export type NewItems = ReturnType<typeof createNewItems>
