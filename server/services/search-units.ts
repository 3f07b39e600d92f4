import type { CaseState } from '#domain/cases/types.ts'
import type { CommentsState } from '#domain/comments/types.ts'
import { dossierParts } from '#domain/dossiers/parts.ts'
import { HEARING_PARTS } from '#domain/hearings/documents.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import type { MinutesState } from '#domain/minutes/types.ts'
import type { RemarksState } from '#domain/remarks/types.ts'
import { caseEntries, evidenceWords, frozenPart, typeOfWords } from '#domain/search/case-entries.ts'
import { commentEntries } from '#domain/search/comment-entries.ts'
import type { IndexedEntry } from '#domain/search/entry.ts'
import { proseText } from '#domain/search/prose-text.ts'
import {
  frozenPaper,
  hearingEntries,
  meetingEntries,
  minutesEntries,
} from '#domain/search/proceeding-entries.ts'
import { remarkEntries, remarksOn } from '#domain/search/remark-entries.ts'
import type { RecordPort, VersionStore } from './ports.ts'
import type { SearchTexts, WordedFile } from './search-ports.ts'

/** A document of a stream, and the version that is read in its place, where one is. */
export interface SearchDocument {
  readonly name: string
  readonly part: string
  readonly versionId: string | null
}

/** A file whose words are looked for, and the entry that stands for them. */
export interface SearchFile extends WordedFile {
  readonly entryId: string
}

/** A stream and those beside it, as far as the index is concerned. */
interface Unit {
  readonly documents: readonly SearchDocument[]
  readonly files: readonly SearchFile[]
  /** Of the streams beside it, read before they were. */
  readonly heads: ReadonlyMap<string, string>
  /** `texts` by part, `withWords` the contents of files in which words were found. */
  entries(texts: ReadonlyMap<string, string>, withWords: ReadonlySet<string>): readonly IndexedEntry[]
}

interface UnitPorts<Tx> {
  readonly record: Pick<RecordPort<Tx>, 'load'>
  /** The last entry of each stream, by its hash; those without entries are missing. */
  readonly headsOf: (streams: readonly string[]) => Promise<ReadonlyMap<string, string>>
}

const NONE = { documents: [], files: [], heads: new Map<string, string>() } as const

/** Whose entries a stream or document belongs to: what is said beside a text or in a hearing stands with it. */
export function unitNameOf(name: string): string {
  const [noun, ...rest] = name.split('/')
  if (noun === 'remarks') return rest.slice(0, 2).join('/')
  return noun === 'comments' ? `hearing/${rest[0] ?? ''}` : `${noun ?? ''}/${rest[0] ?? ''}`
}

export const caseDocumentOf = (state: CaseState, part: string): SearchDocument => ({
  name: `case/${state.id}/${part}`,
  part,
  versionId: frozenPart(state, part),
})

export const hearingDocumentOf = (
  state: HearingState,
  part: (typeof HEARING_PARTS)[number],
): SearchDocument => ({
  name: `hearing/${state.id}/${part}`,
  part,
  versionId: frozenPaper(state, part),
})

export const minutesDocumentOf = (state: MinutesState): SearchDocument => ({
  name: `minutes/${state.id}/text`,
  part: 'text',
  versionId: state.frozen?.versionId ?? null,
})

async function caseUnit<Tx>({ record, headsOf }: UnitPorts<Tx>, stream: string): Promise<Unit> {
  const state = await record.load<CaseState>(stream)
  const parts = state.seq === 0 ? [] : dossierParts(state)
  const heads = await headsOf(parts.map((part) => remarksOn(state.id, part)))
  const remarked = await Promise.all(
    parts
      .filter((part) => heads.has(remarksOn(state.id, part)))
      .map(async (part) => [part, await record.load<RemarksState>(remarksOn(state.id, part))] as const),
  )
  return {
    heads,
    documents: parts.map((part) => caseDocumentOf(state, part)),
    files: state.evidence.flatMap((piece) => {
      const type = typeOfWords(piece)
      return type === null ? [] : [{ entryId: evidenceWords(state, piece).id, sha256: piece.sha256, type }]
    }),
    entries: (texts, withWords) => [
      ...caseEntries(state, texts, withWords),
      ...remarked.flatMap(([part, remarks]) => remarkEntries(state, part, remarks)),
    ],
  }
}

async function hearingUnit<Tx>({ record, headsOf }: UnitPorts<Tx>, stream: string): Promise<Unit> {
  const state = await record.load<HearingState>(stream)
  const about = await record.load<CaseState>(`case/${state.caseId}`)
  const beside = `comments/${state.id}`
  const heads = await headsOf([beside])
  const comments = heads.has(beside) ? await record.load<CommentsState>(beside) : null
  return {
    ...NONE,
    heads,
    documents: HEARING_PARTS.map((part) => hearingDocumentOf(state, part)),
    entries: (texts) => [
      ...hearingEntries(state, about, texts),
      ...(comments ? commentEntries(state, comments) : []),
    ],
  }
}

/** What each kind of stream gives the index, with what stands beside it; null: nothing. */
export async function unitOf<Tx>(ports: UnitPorts<Tx>, stream: string): Promise<Unit | null> {
  const { record } = ports
  switch (stream.split('/')[0]) {
    case 'case':
      return caseUnit(ports, stream)
    case 'hearing':
      return hearingUnit(ports, stream)
    case 'meeting': {
      const state = await record.load<MeetingState>(stream)
      return { ...NONE, entries: () => meetingEntries(state) }
    }
    case 'minutes': {
      const state = await record.load<MinutesState>(stream)
      const cases = await Promise.all(state.caseIds.map((id) => record.load<CaseState>(`case/${id}`)))
      const entries: Unit['entries'] = (texts) => minutesEntries(state, cases, texts.get('text') ?? '')
      return { ...NONE, documents: [minutesDocumentOf(state)], entries }
    }
    default:
      return null
  }
}

/** Streams whose entries say something of this one: whoever comes to a case reads the papers of its hearings. */
export function dependentsOf(stream: string, state: unknown): readonly string[] {
  if (!stream.startsWith('case/')) return []
  return (state as CaseState).hearings.map(({ hearingId }) => `hearing/${hearingId}`)
}

export interface DocumentReader {
  /** How a document stands now, without reading it. */
  marksOf(documents: readonly SearchDocument[]): Promise<ReadonlyMap<string, string>>
  textOf(document: SearchDocument): Promise<string>
}

/** Texts as those read them who are not writing them: the version that stands frozen, or what is committed. */
export function createDocumentReader<Tx>(ports: {
  readonly texts: SearchTexts
  readonly versions: Pick<VersionStore<Tx>, 'get'>
}): DocumentReader {
  return {
    async marksOf(documents) {
      const live = documents.filter(({ versionId }) => versionId === null)
      const last = await ports.texts.lastChanges(live.map(({ name }) => name))
      return new Map(
        documents.flatMap(({ name, versionId }): [string, string][] => {
          if (versionId !== null) return [[name, `version ${versionId}`]]
          const change = last.get(name)
          return change === undefined ? [] : [[name, String(change)]]
        }),
      )
    },

    async textOf({ name, versionId }) {
      if (versionId === null) return ports.texts.committed(name)
      const version = await ports.versions.get(versionId)
      return version ? proseText(JSON.parse(version.content) as ProseNode) : ''
    },
  }
}
