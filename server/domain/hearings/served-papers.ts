import { bodyOfOpinion } from '#domain/dossiers/parts.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { Context } from '#domain/record/entry.ts'
import { conducts } from './exhibits.ts'
import type { HearingHappening } from './happenings.ts'
import type { Steps } from './order.ts'
import { participantOf } from './people.ts'
import { sightOf, type HearingViewer } from './sight.ts'
import type { Capacity, HearingState, PaperReader, PinnedPaper, ServedPaper } from './types.ts'

/** The list of the case's evidence as a paper; made when it is served. */
export const EVIDENCE_LIST = 'evidence-list'

const READER_OF: Readonly<Partial<Record<Capacity, PaperReader>>> = {
  party: 'party',
  representative: 'party',
  'third-party': 'third-party',
  expert: 'expert',
  'public-seat': 'public-seat',
}

/**
 * To whom a part of the dossier may be served besides those who conduct the hearing: what the bodies think and what is
 * drafted stays with them (D-08). Witnesses and observers get nothing (F-37).
 */
export function readersFor(part: string): readonly PaperReader[] {
  const inner = bodyOfOpinion(part) !== null || part === 'draft-decision'
  return inner ? [] : ['party', 'third-party', 'expert', 'public-seat']
}

/** The papers that this person may open (REQ-070): who conducts the hearing, all of them. */
export function papersFor(state: HearingState, viewer: HearingViewer): readonly ServedPaper[] {
  const sight = sightOf(state, viewer)
  if (isRefusal(sight) || viewer.audience === 'screen') return []
  if (conducts(sight)) return state.papers
  const one = participantOf(state, viewer.personId)
  const reader = one && READER_OF[one.capacity]
  return reader ? state.papers.filter(({ readers }) => readers.includes(reader)) : []
}

/** As much of a text as its words need; both readings of a stored text have it. */
interface Worded {
  readonly text?: string | undefined
  readonly content?: readonly Worded[] | undefined
}

const wordsOf = (node: Worded): string => node.text ?? (node.content ?? []).map(wordsOf).join('')

/** The paragraphs of a paper as a reader counts them: every block that holds words, a table or list as one. */
export function paragraphsOf(paper: Worded): readonly string[] {
  return (paper.content ?? []).map((block) => wordsOf(block).trim()).filter((words) => words !== '')
}

function isNew(state: HearingState, { versionId, readers }: PinnedPaper): boolean {
  const known = state.papers.find((paper) => paper.versionId === versionId)
  return !known || readers.some((reader) => !known.readers.includes(reader))
}

/** Refusals: hearing/paper-not-for-them, hearing/papers-already-served. */
export function serving(
  state: HearingState,
  papers: readonly PinnedPaper[],
  late: boolean,
  { newId }: Pick<Context, 'newId'>,
): readonly Extract<HearingHappening, { type: 'papers/served' }>[] | Refusal {
  if (papers.length === 0) return []
  const unfit = papers.some(({ part, readers }) =>
    readers.some((reader) => !readersFor(part).includes(reader)),
  )
  if (unfit) return refuse('hearing/paper-not-for-them')
  const added = papers.filter((paper) => isNew(state, paper))
  if (added.length === 0) return refuse('hearing/papers-already-served')
  const served = added.map((paper) => ({ paperId: newId(), ...paper }))
  return [{ type: 'papers/served', payload: { papers: served, late } }]
}

export const servedPaperSteps: Steps<'papers/served'> = {
  /** The same version served to more keeps its place: what cites it goes on doing so. */
  'papers/served'(state, { papers, late }, { at }) {
    const all = new Map(state.papers.map((paper) => [paper.versionId, paper]))
    for (const { paperId, ...paper } of papers) {
      const known = all.get(paper.versionId)
      all.set(
        paper.versionId,
        known
          ? { ...known, readers: [...new Set([...known.readers, ...paper.readers])] }
          : { ...paper, id: paperId, late, servedAt: at },
      )
    }
    return { ...state, papers: [...all.values()] }
  },
}
