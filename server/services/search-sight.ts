import { documentAccess } from '#domain/cases/may.ts'
import { scopeOf } from '#domain/cases/standing.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { HEARING_PARTS } from '#domain/hearings/documents.ts'
import { mayReadHearing } from '#domain/hearings/sight.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import { mayReadMeeting } from '#domain/meetings/may.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { caseDocument, caseEvidence, caseHead, caseParticulars } from '#domain/search/case-entries.ts'
import type { SearchEntry } from '#domain/search/entry.ts'
import {
  hearingEntry,
  hearingPaper,
  meetingEntry,
  minutesEntry,
  minutesText,
} from '#domain/search/proceeding-entries.ts'
import type { AccessCase } from './case-access.ts'
import type { HearingPapersService } from './hearing-papers.ts'
import type { AccessMinutes } from './minutes-access.ts'
import type { RecordPort, RecusalStore } from './ports.ts'
import type { Proposal } from './search-ports.ts'
import {
  caseDocumentOf,
  hearingDocumentOf,
  minutesDocumentOf,
  type DocumentReader,
  type SearchDocument,
} from './search-units.ts'

/** What a searcher sees of a proposed entry now, and what it belongs to. */
export interface Sighted {
  readonly entry: SearchEntry
  /** The case, meeting, hearing or minutes around a document or piece; null: it is one itself. */
  readonly context: string | null
}

interface Ports<Tx> {
  readonly record: RecordPort<Tx>
  readonly accessCase: AccessCase
  readonly accessMinutes: AccessMinutes
  readonly hearingPapers: Pick<HearingPapersService, 'access'>
  readonly recusals: Pick<RecusalStore, 'closedCases'>
  readonly documents: DocumentReader
}

/**
 * What one searcher sees of entries, by the rules of their pages (Z-03): the index proposes, his own view answers. So
 * what he is shown is never older than his rights, however far the index is behind. Made anew for each search.
 */
export function createSight<Tx>(ports: Ports<Tx>, actor: Actor) {
  const { record } = ports
  const cases = new Map<string, ReturnType<typeof seenCase>>()

  async function seenCase(caseId: string) {
    const access = await ports.accessCase(actor, caseId)
    if (isRefusal(access)) return null
    const view = caseViewFor(actor, access.state, access.grounds)
    return isRefusal(view) ? null : { ...access, view, scope: scopeOf(actor, access.state, access.grounds) }
  }

  function caseOnce(caseId: string) {
    const asked = cases.get(caseId) ?? seenCase(caseId)
    cases.set(caseId, asked)
    return asked
  }

  /** The indexed words where they are still those of the document, else the words as they are now. */
  async function wordsOf(document: SearchDocument, { entry, mark }: Proposal): Promise<string> {
    const now = (await ports.documents.marksOf([document])).get(document.name)
    return now === mark ? entry.text : ports.documents.textOf(document)
  }

  async function inCase(proposal: Proposal, caseId: string, part: string | undefined, pieceId: string) {
    const seen = await caseOnce(caseId)
    if (!seen) return null
    const { state, grounds, view, scope } = seen
    const head = caseHead(view)
    if (part === undefined) return { entry: head, context: null }
    const context = head.title
    if (part === 'particulars') return scope === 'duty' ? null : { entry: caseParticulars(view), context }
    if (part === 'evidence') {
      const entry = caseEvidence(view).find(({ id }) => id === `case/${caseId}/evidence/${pieceId}`)
      return entry ? { entry, context } : null
    }
    if (documentAccess(actor, state, part, grounds) === 'none') return null
    const words = await wordsOf(caseDocumentOf(state, part), proposal)
    return { entry: caseDocument(view, part, words), context }
  }

  async function inHearing(proposal: Proposal, hearingId: string, part: string | undefined) {
    const state = await record.load<HearingState>(`hearing/${hearingId}`)
    if (part === undefined) {
      const closed = (await ports.recusals.closedCases()).get(actor.personId) ?? []
      return mayReadHearing(actor, state, closed) ? { entry: hearingEntry(state), context: null } : null
    }
    const paper = HEARING_PARTS.find((known) => known === part)
    if (!paper || isRefusal(await ports.hearingPapers.access(actor, hearingId, paper))) return null
    const words = await wordsOf(hearingDocumentOf(state, paper), proposal)
    return { entry: hearingPaper(state, paper, words), context: state.title }
  }

  async function inMinutes(proposal: Proposal, minutesId: string, part: string | undefined) {
    const access = await ports.accessMinutes(actor, minutesId)
    if (isRefusal(access)) return null
    const head = minutesEntry(access.state)
    if (part === undefined) return { entry: head, context: null }
    const words = await wordsOf(minutesDocumentOf(access.state), proposal)
    return { entry: minutesText(access.state, words), context: head.title }
  }

  return async function sight(proposal: Proposal): Promise<Sighted | null> {
    const [noun, id = '', part, pieceId = ''] = proposal.entry.id.split('/')
    switch (noun) {
      case 'case':
        return inCase(proposal, id, part, pieceId)
      case 'meeting': {
        const state = await record.load<MeetingState>(`meeting/${id}`)
        return mayReadMeeting(actor, state) ? { entry: meetingEntry(state), context: null } : null
      }
      case 'hearing':
        return inHearing(proposal, id, part)
      case 'minutes':
        return inMinutes(proposal, id, part)
      default:
        return null
    }
  }
}

export type Sight = ReturnType<typeof createSight>
