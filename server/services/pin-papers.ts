import type { CaseState } from '#domain/cases/types.ts'
import { evidenceList, paperTitle, servableParts } from '#domain/hearings/servable.ts'
import { EVIDENCE_LIST, paragraphsOf } from '#domain/hearings/served-papers.ts'
import type { HearingState, PaperReader, PinnedPaper } from '#domain/hearings/types.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import type { Actor } from '#domain/people/actor.ts'
import { refuse, type Refusal } from '#domain/record/refusal.ts'
import { canonicalJson } from './canonical-json.ts'
import type { NameStore, NewVersion, RecordPort, Surroundings, VersionStore } from './ports.ts'
import { versionOf } from './versions.ts'

interface Ports<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly versions: Pick<VersionStore<Tx>, 'get'>
  readonly names: Pick<NameStore, 'bodies'>
}

interface Chosen {
  readonly part: string
  readonly readers: readonly PaperReader[]
}

interface Pinned {
  readonly papers: readonly PinnedPaper[]
  /** Of the evidence list, which is made as it is served. */
  readonly version: NewVersion | null
}

/**
 * Documents of the case as they are served: each by the version that was submitted, so that nothing written later hides
 * under its hash (REQ-070). Refusal: document/not-submitted.
 */
export async function pinPapers<Tx>(
  ports: Ports<Tx>,
  { actor, state }: { readonly actor: Actor; readonly state: HearingState },
  chosen: readonly Chosen[],
): Promise<Pinned | Refusal> {
  if (chosen.length === 0) return { papers: [], version: null }
  const ofCase = await ports.record.load<CaseState>(`case/${state.caseId}`)
  const bodies = await ports.names.bodies()
  const servable = new Map(servableParts(ofCase).map((one) => [one.part, one.frozen]))
  const papers: PinnedPaper[] = []
  let list: NewVersion | null = null
  for (const { part, readers } of chosen) {
    const known = servable.get(part)
    if (known === undefined) return refuse('document/not-submitted')
    const made = known ? null : listAsServed(ports, actor, state.id, ofCase)
    list = made?.version ?? list
    const frozen = known ?? made?.frozen
    const content = made?.version.content ?? (frozen && (await ports.versions.get(frozen.versionId))?.content)
    if (!frozen || content === undefined) return refuse('document/not-submitted')
    const title = paperTitle(part, ofCase, (bodyId) => bodies[bodyId] ?? bodyId)
    const paragraphs = paragraphsOf(JSON.parse(content) as ProseNode).length
    papers.push({ part, title, ...frozen, paragraphs, readers })
  }
  return { papers, version: list }
}

function listAsServed(ports: Surroundings, actor: Actor, hearingId: string, ofCase: CaseState) {
  const name = `hearing/${hearingId}/${EVIDENCE_LIST}`
  // Nobody goes on writing it: there is no live document behind this version.
  const text = { state: new Uint8Array(), content: canonicalJson(evidenceList(ofCase)) }
  return versionOf(text, { name, reason: 'pinned', label: '', personId: actor.personId }, ports)
}
