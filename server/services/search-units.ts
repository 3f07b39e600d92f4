import { caseEntries, frozenPart } from '#domain/search/case-entries.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { dossierParts } from '#domain/dossiers/parts.ts'
import { HEARING_PARTS } from '#domain/hearings/documents.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import type { MinutesState } from '#domain/minutes/types.ts'
import type { IndexedEntry } from '#domain/search/entry.ts'
import { proseText } from '#domain/search/prose-text.ts'
import {
  frozenPaper,
  hearingEntries,
  meetingEntries,
  minutesEntries,
} from '#domain/search/proceeding-entries.ts'
import type { RecordPort, VersionStore } from './ports.ts'
import type { SearchTexts } from './search-ports.ts'

/** A document of a stream, and the version that is read in its place, where one is. */
export interface SearchDocument {
  readonly name: string
  readonly part: string
  readonly versionId: string | null
}

/** A stream as far as the index is concerned. */
interface Unit {
  readonly documents: readonly SearchDocument[]
  /** `texts` by part. */
  entries(texts: ReadonlyMap<string, string>): readonly IndexedEntry[]
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

/** What each kind of stream gives the index; null: nothing. */
export async function unitOf<Tx>(record: Pick<RecordPort<Tx>, 'load'>, stream: string): Promise<Unit | null> {
  const [noun] = stream.split('/')
  if (noun === 'case') {
    const state = await record.load<CaseState>(stream)
    const documents = state.seq === 0 ? [] : dossierParts(state).map((part) => caseDocumentOf(state, part))
    return { documents, entries: (texts) => caseEntries(state, texts) }
  }
  if (noun === 'meeting') {
    const state = await record.load<MeetingState>(stream)
    return { documents: [], entries: () => meetingEntries(state) }
  }
  if (noun === 'hearing') {
    const state = await record.load<HearingState>(stream)
    const about = await record.load<CaseState>(`case/${state.caseId}`)
    const documents = HEARING_PARTS.map((part) => hearingDocumentOf(state, part))
    return { documents, entries: (texts) => hearingEntries(state, about, texts) }
  }
  if (noun === 'minutes') {
    const state = await record.load<MinutesState>(stream)
    const cases = await Promise.all(state.caseIds.map((id) => record.load<CaseState>(`case/${id}`)))
    const entries: Unit['entries'] = (texts) => minutesEntries(state, cases, texts.get('text') ?? '')
    return { documents: [minutesDocumentOf(state)], entries }
  }
  return null
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
