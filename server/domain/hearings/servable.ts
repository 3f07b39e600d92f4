import { isRestricted } from '#domain/cases/evidence-knowers.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { PART_NAMES } from '#domain/decisions/official-names.ts'
import { bodyOfOpinion, examinationPart, isDossierPart, opinionPart } from '#domain/dossiers/parts.ts'
import { heading, orderedList, type ProseNode } from '#domain/minutes/prose.ts'
import { EVIDENCE_LIST } from './served-papers.ts'

/** A document of the case whose words do not change any more; the evidence list is frozen as it is served. */
export interface FrozenPart {
  readonly part: string
  readonly frozen: { readonly versionId: string; readonly hash: string } | null
}

/** What is known to a named circle alone is not told to a hall. */
const standing = (state: CaseState) =>
  state.evidence.filter((piece) => piece.withdrawn === null && !isRestricted(piece))

/** What of a case can be served with the notice of a hearing: submitted parts and opinions, and the list of evidence. */
export function servableParts(state: CaseState): readonly FrozenPart[] {
  const documents = state.documents.map(({ part, status, versionId, hash }) => ({
    part,
    status,
    versionId,
    hash,
  }))
  const opinions = state.opinions.map(({ bodyId, ...opinion }) => ({ part: opinionPart(bodyId), ...opinion }))
  const submitted = [...documents, ...opinions].flatMap(({ part, status, versionId, hash }) =>
    status === 'submitted' && versionId !== null && hash !== null
      ? [{ part, frozen: { versionId, hash } }]
      : [],
  )
  return standing(state).length > 0 ? [...submitted, { part: EVIDENCE_LIST, frozen: null }] : submitted
}

/** The title of a paper, always Chinese as official papers are. `bodyName` tells the name of a body. */
export function paperTitle(part: string, state: CaseState, bodyName: (bodyId: string) => string): string {
  const bodyId = bodyOfOpinion(part)
  if (bodyId !== null) return `${bodyName(bodyId)}意见`
  if (part === EVIDENCE_LIST) return '证据目录'
  if (isDossierPart(part)) return PART_NAMES[part]
  const examination = state.examinations.find((one) => examinationPart(one) === part)
  return examination ? `${PART_NAMES[examination.way.kind]}（${examination.matter}）` : part
}

/** The evidence as it stands when the list is served: who handed it in is left out. */
export function evidenceList(state: CaseState): ProseNode {
  const pieces = standing(state).map(
    ({ title, fileName, sha256 }) => `${title || fileName}（${fileName}，校验值 ${sha256.slice(0, 12)}）`,
  )
  return {
    type: 'doc',
    content: [
      heading(1, `${state.number}证据目录`),
      ...pieces.map((piece, index) => ({
        ...orderedList([piece]),
        attrs: { start: index + 1 },
      })),
    ],
  }
}
