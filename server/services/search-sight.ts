import { isRestricted } from '#domain/cases/evidence-knowers.ts'
import { hasPages, type EvidencePiece } from '#domain/cases/evidence-types.ts'
import { documentAccess, mayOpenEvidence } from '#domain/cases/may.ts'
import { scopeOf } from '#domain/cases/standing.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import type { Seat } from '#domain/comments/happenings.ts'
import type { CommentsState } from '#domain/comments/types.ts'
import { seesComment } from '#domain/comments/view.ts'
import { HEARING_PARTS } from '#domain/hearings/documents.ts'
import { mayReadHearing } from '#domain/hearings/sight.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import { mayReadMeeting } from '#domain/meetings/may.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { remarkSeat } from '#domain/remarks/seat.ts'
import type { RemarksState } from '#domain/remarks/types.ts'
import { seesRemark } from '#domain/remarks/view.ts'
import {
  caseDocument,
  caseHead,
  caseParticulars,
  evidenceNote,
  evidenceRegistered,
  evidenceWords,
  marksFound,
  typeOfWords,
} from '#domain/search/case-entries.ts'
import { commentEntry } from '#domain/search/comment-entries.ts'
import type { SearchEntry } from '#domain/search/entry.ts'
import {
  hearingEntry,
  hearingPaper,
  meetingEntry,
  minutesEntry,
  minutesText,
} from '#domain/search/proceeding-entries.ts'
import { pageAt } from '#domain/search/pages.ts'
import { remarkEntry, remarksOn } from '#domain/search/remark-entries.ts'
import type { Standing } from '#domain/search/readers.ts'
import { createCaseAccess } from './case-access.ts'
import type { HearingPapersService } from './hearing-papers.ts'
import type { AccessMinutes } from './minutes-access.ts'
import type { RecordPort, RecusalStore } from './ports.ts'
import { fileMark, type Proposal } from './search-ports.ts'
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
  /** What it is called where its title is another entry's: the piece whose pages say the words. */
  readonly called?: string
  /** That it says them is told, not how: what is in a restricted piece is read where each opening is recorded. */
  readonly unquoted?: boolean
  /** The number of the mark whose note it is. */
  readonly mark?: number
  /** The piece was taken back and stays in the register alone. */
  readonly isWithdrawn?: boolean
  /** On which page of the piece a place of the text stands; absent where it has no pages. */
  readonly pageOf?: (place: number) => number
}

interface Ports<Tx> {
  readonly record: RecordPort<Tx>
  readonly accessMinutes: AccessMinutes
  readonly hearingPapers: Pick<HearingPapersService, 'access'>
  readonly recusals: Pick<RecusalStore, 'closedCases'>
  readonly documents: DocumentReader
  /** What the hearing says of a person to its live comments; null: he does not read them. */
  readonly seatOf: (actor: Actor, hearingId: string) => Promise<Seat | null>
}

/** One question for what is asked in the same turn: a page of hits looks at a dozen texts. */
function gathered<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<Answer>,
): (key: Key) => Promise<Answer> {
  let next: { readonly keys: Key[]; readonly answer: Promise<Answer> } | null = null
  async function soon(keys: readonly Key[]): Promise<Answer> {
    await new Promise((resolve) => setImmediate(resolve))
    next = null
    return ask(keys)
  }
  return (key) => {
    if (next) next.keys.push(key)
    else {
      const keys = [key]
      next = { keys, answer: soon(keys) }
    }
    return next.answer
  }
}

/** Only while the piece is the file that the words are of. */
function wordsIn({ entry: { text }, mark }: Proposal, view: CaseState, piece: EvidencePiece) {
  if (typeOfWords(piece) === null || mark !== fileMark(piece.sha256)) return null
  const entry = { ...evidenceWords(view, piece), text }
  return { entry, ...(hasPages(piece) && { pageOf: (place: number) => pageAt(text, place) }) }
}

function noteOn(view: CaseState, piece: EvidencePiece, markId: string | undefined) {
  const mark = marksFound(piece).find(({ id }) => id === markId)
  if (!mark) return null
  const { number, place } = mark
  return {
    ...{ entry: evidenceNote(view, piece, mark), mark: number },
    ...(hasPages(piece) && place.kind === 'zone' && { pageOf: () => place.page }),
  }
}

/**
 * What one searcher sees of entries, by the rules of their pages (Z-03): the index proposes, his own view answers. So
 * what he is shown is never older than his rights, however far the index is behind. Made anew for each search.
 */
export function createSight<Tx>(ports: Ports<Tx>, actor: Actor, standing: Standing) {
  const { record } = ports
  // What else a case's access is asked of the tables was asked for all of them at the beginning of this search.
  const those = (caseIds: readonly string[]) => (caseId: string) =>
    Promise.resolve(caseIds.includes(caseId) ? [actor.personId] : [])
  const accessCase = createCaseAccess({
    record,
    recusals: {
      recusedFromCase: those(standing.closedCaseIds),
      participantsOfCase: those(standing.meetingCaseIds),
    },
  })
  const marksOf = gathered(ports.documents.marksOf)
  const cases = new Map<string, ReturnType<typeof seenCase>>()

  async function seenCase(caseId: string) {
    const access = await accessCase(actor, caseId)
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
    const now = (await marksOf(document)).get(document.name)
    return now === mark ? entry.text : ports.documents.textOf(document)
  }

  /** `what`: its words, or a mark on it; undefined: what the register says. */
  async function ofPiece(
    proposal: Proposal,
    caseId: string,
    [pieceId = '', what, markId]: readonly string[],
  ) {
    const seen = await caseOnce(caseId)
    if (!seen) return null
    const { state, grounds, view } = seen
    const context = caseHead(view).title
    const piece = view.evidence.find(({ id }) => id === pieceId)
    if (!piece) return null
    if (what === undefined)
      return { entry: evidenceRegistered(view, piece), context, isWithdrawn: piece.withdrawn !== null }
    // Only of what he may open.
    if (!mayOpenEvidence(actor, state, grounds, pieceId)) return null
    const found = what === 'mark' ? noteOn(view, piece, markId) : wordsIn(proposal, view, piece)
    return found && { ...found, context, called: piece.title, unquoted: isRestricted(piece) }
  }

  async function inCase(proposal: Proposal, caseId: string, part: string | undefined) {
    const seen = await caseOnce(caseId)
    if (!seen) return null
    const { state, grounds, view, scope } = seen
    const head = caseHead(view)
    if (part === undefined) return { entry: head, context: null }
    const context = head.title
    if (part === 'particulars') return scope === 'duty' ? null : { entry: caseParticulars(view), context }
    if (documentAccess(actor, state, part, grounds) === 'none') return null
    const words = await wordsOf(caseDocumentOf(state, part), proposal)
    return { entry: caseDocument(view, part, words), context }
  }

  async function ofRemark(caseId: string, part: string, number: number) {
    const seen = await caseOnce(caseId)
    const seat = seen && remarkSeat(actor, seen.state, part, seen.grounds)
    if (!seat) return null
    const { remarks } = await record.load<RemarksState>(remarksOn(caseId, part))
    const remark = remarks[number - 1]
    if (!remark || !seesRemark(seat, remark)) return null
    return { entry: remarkEntry(seen.view, part, remark), context: caseHead(seen.view).title }
  }

  async function ofComment(hearingId: string, commentId: string) {
    const seat = await ports.seatOf(actor, hearingId)
    if (!seat) return null
    const [state, { comments }] = await Promise.all([
      record.load<HearingState>(`hearing/${hearingId}`),
      record.load<CommentsState>(`comments/${hearingId}`),
    ])
    const comment = comments.get(commentId)
    const reader = { personId: actor.personId, moderates: seat.moderates }
    if (!comment || !seesComment(reader, comment)) return null
    return { entry: commentEntry(state, comment), context: state.title }
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
    const [noun, id = '', part, ...within] = proposal.entry.id.split('/')
    switch (noun) {
      case 'case':
        return part === 'evidence' ? ofPiece(proposal, id, within) : inCase(proposal, id, part)
      case 'remarks':
        // `remarks/case/<id>/<part>/<number>`
        return ofRemark(part ?? '', within[0] ?? '', Number(within[1]))
      case 'meeting': {
        const state = await record.load<MeetingState>(`meeting/${id}`)
        return mayReadMeeting(actor, state) ? { entry: meetingEntry(state), context: null } : null
      }
      case 'hearing':
        return part === 'comment' ? ofComment(id, within[0] ?? '') : inHearing(proposal, id, part)
      case 'minutes':
        return inMinutes(proposal, id, part)
      default:
        return null
    }
  }
}

export type Sight = ReturnType<typeof createSight>
