import { scopeOf } from '#domain/cases/standing.ts'
import { hearingDocumentAccess, type HearingPart } from '#domain/hearings/documents.ts'
import { broughtUp, draftReport, draftTranscript, missingFacts } from '#domain/hearings/paper-draft.ts'
import { resolvePaper, type PaperComment } from '#domain/hearings/paper-facts.ts'
import { participantOf } from '#domain/hearings/people.ts'
import type { HearingState, Passage } from '#domain/hearings/types.ts'
import { hearingViewFor, type HearingView, type HearingViewer } from '#domain/hearings/view.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import { canonicalJson } from './canonical-json.ts'
import type { CalendarService } from './calendar.ts'
import type { CaseAccess } from './case-access.ts'
import { ownPartHash, reportOf, transcriptOf } from './hearing-commands.ts'
import { sourceOf } from './paper-source.ts'
import type { LiveDocuments, NameStore, RecordPort, RecusalStore, VersionStore } from './ports.ts'

const nameOfPaper: Readonly<Record<HearingPart, (hearingId: string) => string>> = {
  transcript: transcriptOf,
  report: reportOf,
}

/** A transcript or report as one person may see it. */
export interface HearingPaper {
  readonly part: HearingPart
  /** Title, case and times of the hearing, which stand in the head of the paper. */
  readonly head: Pick<HearingState, 'id' | 'title' | 'caseId' | 'caseNumber' | 'status'> & {
    readonly organ: string
  }
  /** The hearing as this person sees it; null for readers of the case who had no part in it. */
  readonly view: HearingView | null
  /** Null: a witness, who reads his own passages alone. */
  readonly access: 'write' | 'read' | null
  /** ProseMirror JSON: the frozen text with its facts told, or the text as it is now. */
  readonly content: string | null
  readonly frozen: { readonly versionId: string; readonly hash: string; readonly at: string } | null
  /** Admitted comments, for the facts of a text that is still written. */
  readonly comments: readonly PaperComment[]
  /** A witness's own passages, and the hash of what he reads and signs (F-38). */
  readonly ownPart: { readonly passages: readonly Passage[]; readonly hash: string } | null
}

export interface HearingPapersService {
  /** What a person may do with a text of a hearing. Refusals: those of `hearingDocumentAccess`. */
  access(actor: Actor, hearingId: string, part: string): Promise<'write' | 'read' | Refusal>
  /** Refusals: those of `access`, but of a witness's transcript his own part. */
  view(actor: Actor, hearingId: string, part: HearingPart): Promise<HearingPaper | Refusal>
  /**
   * Puts what the text lacks of the record at the end of its sections, or drafts an empty one; changes nothing that was
   * written (H-71). Answers how many facts were added. Refusals: those of `access`, document/read-only.
   */
  bringUp(actor: Actor, hearingId: string, part: HearingPart): Promise<{ readonly added: number } | Refusal>
}

interface Ports<Tx> {
  readonly record: RecordPort<Tx>
  readonly documents: LiveDocuments
  readonly versions: VersionStore<Tx>
  readonly accessCase: (actor: Actor, caseId: string) => Promise<CaseAccess | Refusal>
  readonly recusals: Pick<RecusalStore, 'closedCases'>
  readonly names: Pick<NameStore, 'jurisdiction'>
  readonly accessLog: AccessLog
  readonly calendar: Pick<CalendarService, 'known'>
  readonly now: () => Date
}

/** Transcript and report of hearings (REQ-079, REQ-080). */
export function createHearingPapers<Tx>(ports: Ports<Tx>): HearingPapersService {
  const { record, documents } = ports

  async function find(actor: Actor, hearingId: string) {
    const state = await record.load<HearingState>(`hearing/${hearingId}`)
    const viewer: HearingViewer = {
      personId: actor.personId,
      roles: actor.roles,
      audience: 'person',
      closedCaseIds: (await ports.recusals.closedCases()).get(actor.personId) ?? [],
    }
    return { state, viewer }
  }

  /** Asked only where it matters: the case's dossier holds the papers of a finished hearing. */
  async function readsCase(actor: Actor, state: HearingState): Promise<boolean> {
    if (state.status !== 'finished') return false
    const found = await ports.accessCase(actor, state.caseId)
    return !isRefusal(found) && scopeOf(actor, found.state, found.grounds) === 'all'
  }

  async function accessTo(actor: Actor, { state, viewer }: Awaited<ReturnType<typeof find>>, part: string) {
    const own = hearingDocumentAccess(state, viewer, part)
    if (!isRefusal(own) || !(await readsCase(actor, state))) return own
    return hearingDocumentAccess(state, viewer, part, { readsCase: true })
  }

  const frozenOf = ({ transcript, report }: HearingState, part: HearingPart) => {
    if (part === 'transcript') return transcript.frozen
    return report && { versionId: report.versionId, hash: report.hash, at: report.at }
  }

  function ownPartOf(state: HearingState, actor: Actor, part: HearingPart): HearingPaper['ownPart'] {
    if (part !== 'transcript' || participantOf(state, actor.personId)?.capacity !== 'witness') return null
    const passages = state.passages.filter(({ personId }) => personId === actor.personId)
    return { passages, hash: ownPartHash(state, actor.personId) }
  }

  return {
    async access(actor, hearingId, part) {
      return accessTo(actor, await find(actor, hearingId), part)
    },

    async view(actor, hearingId, part) {
      const found = await find(actor, hearingId)
      const { state, viewer } = found
      const allowed = await accessTo(actor, found, part)
      const ownPart = ownPartOf(state, actor, part)
      if (isRefusal(allowed) && !ownPart) return allowed
      const at = { now: ports.now(), calendar: await ports.calendar.known() }
      const seen = hearingViewFor(viewer, state, at)
      if (isRefusal(seen) && isRefusal(allowed)) return allowed
      const view = isRefusal(seen) ? null : seen
      const access = isRefusal(allowed) ? null : allowed
      const frozen = frozenOf(state, part)
      const version = access && frozen ? await ports.versions.get(frozen.versionId) : null
      if (version)
        await ports.accessLog.note({
          ...{ personId: actor.personId, action: 'version/opened' },
          ...{ subject: nameOfPaper[part](hearingId), detail: version.id },
        })
      const source = access === null || version ? null : await sourceOf(record, state, part)
      const live = source ? await documents.read(nameOfPaper[part](hearingId)) : null
      const { id, title, caseId, caseNumber, status } = state
      return {
        part,
        head: {
          ...{ id, title, status },
          ...(access ? { caseId, caseNumber } : { caseId: '', caseNumber: '' }),
          organ: state.orderingBodyName || (await ports.names.jurisdiction()).name,
        },
        view,
        access,
        content:
          version?.content ??
          (live && source
            ? canonicalJson(
                access === 'write'
                  ? (JSON.parse(live.content) as object)
                  : resolvePaper(JSON.parse(live.content) as ProseNode, source),
              )
            : null),
        frozen,
        comments: source?.comments ?? [],
        ownPart,
      }
    },

    async bringUp(actor, hearingId, part) {
      const found = await find(actor, hearingId)
      const allowed = await accessTo(actor, found, part)
      if (isRefusal(allowed)) return allowed
      if (allowed !== 'write') return refuse('document/read-only')
      const source = await sourceOf(record, found.state, part)
      const name = nameOfPaper[part](hearingId)
      // Writers wait meanwhile: the text that is brought up is the whole of what they wrote.
      return documents.freeze(name, async (text) => {
        const written = JSON.parse(text.content) as ProseNode
        const added = missingFacts(written, source).length
        const draft = part === 'transcript' ? draftTranscript : draftReport
        const next = text.isEmpty ? draft(source) : broughtUp(written, source)
        if (text.isEmpty || added > 0) await documents.replaceText(name, next, actor.personId)
        return { added }
      })
    },
  }
}
