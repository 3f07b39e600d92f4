import { documentAccess } from '#domain/cases/may.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { bodyOfOpinion } from '#domain/dossiers/parts.ts'
import { namesOf, versionVisible, type Naming } from '#domain/dossiers/versions.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { mayEditTemplates } from '#domain/templates/decide.ts'
import { templateKey } from '#domain/templates/types.ts'
import type { AccessLog } from './access-log.ts'
import type { AccessCase } from './case-access.ts'
import type { HearingPapersService } from './hearing-papers.ts'
import type { AccessMinutes } from './minutes-access.ts'
import { namesIn } from './names-in.ts'
import { openSuggestions } from './open-suggestions.ts'
import type { LiveDocuments, NameStore, StoredVersion, Surroundings, VersionStore } from './ports.ts'
import type { RemarksService } from './remarks.ts'
import { createVersionActs, type VersionActs } from './version-acts.ts'

export interface DocumentVersionRow {
  readonly id: string
  readonly name: string
  readonly reason: StoredVersion['reason']
  readonly label: string
  readonly at: string
  /** Who did what made it; at a pause, who wrote last. */
  readonly by: string
  /** Who wrote since the version before, the latest first; empty where nobody did or it was not yet kept. */
  readonly authors: readonly string[]
  /** Every name that it was given, the one that it bears last. */
  readonly names: readonly Naming[]
  readonly hash: string
}

/** The versions of a text that a person may see, oldest first, and the names of those in them. */
export interface Timeline {
  readonly access: 'write' | 'read'
  readonly versions: readonly DocumentVersionRow[]
  readonly people: Readonly<Record<string, string>>
}

/** A section of a dossier on its way out of the product, and what the paper says of itself. */
export interface SectionPaper {
  readonly content: string
  /** Suggestions that wait and that whoever takes it out may see. */
  readonly proposed: number
  readonly caseNumber: string
  readonly caseTitle: string
  /** Whose opinion it is; of any other section the jurisdiction's name. */
  readonly unit: string
  /** Who takes it out, of which body, when (ISO 8601). */
  readonly by: string
  readonly byUnit: string
  readonly at: string
}

export interface DocumentsService extends VersionActs {
  /** Asked by the socket at every open, and again after every change of access. */
  access(actor: Actor, name: string): Promise<'write' | 'read' | Refusal>
  versions(actor: Actor, name: string): Promise<Timeline | Refusal>
  /** ProseMirror JSON of a version. */
  version(actor: Actor, versionId: string): Promise<(DocumentVersionRow & { content: string }) | Refusal>
  /** ProseMirror JSON of the text as it is now, for reading and comparing. */
  read(actor: Actor, name: string): Promise<{ content: string } | Refusal>
  /**
   * A section as a paper; each stands in the record of access. The suggestions that wait and that the person may see stand
   * under the marks `insertion` and `deletion`. Refusals: those of the document.
   */
  paper(actor: Actor, name: string, as: 'printed' | 'exported'): Promise<SectionPaper | Refusal>
}

interface Ports<Tx> extends Surroundings {
  readonly accessCase: AccessCase
  readonly accessMinutes: AccessMinutes
  readonly hearingPapers: Pick<HearingPapersService, 'access'>
  readonly versions: VersionStore<Tx>
  readonly documents: LiveDocuments
  readonly accessLog: AccessLog
  readonly names: NameStore
  readonly remarks: Pick<RemarksService, 'changes'>
}

/** What a person may do with a document; of a case, with its state. */
interface Allowed {
  readonly mode: 'write' | 'read'
  readonly ofCase: { readonly state: CaseState; readonly part: string } | null
}

function asRow(version: Omit<StoredVersion, 'content'>): DocumentVersionRow {
  const { id, name, reason, label, at, personId, authors, hash } = version
  return { id, name, reason, label, at, by: personId, authors, names: namesOf(version), hash }
}

export function createDocumentsService<Tx>(ports: Ports<Tx>): DocumentsService {
  async function allowed(actor: Actor, name: string): Promise<Allowed | Refusal> {
    const [noun, id, part] = name.split('/')
    if (!id || !part) return refuse('document/unknown')
    if (noun === 'minutes') {
      const found = await ports.accessMinutes(actor, id)
      if (isRefusal(found)) return found
      return part === 'text' ? { mode: found.text, ofCase: null } : refuse('document/unknown')
    }
    if (noun === 'hearing') {
      const mode = await ports.hearingPapers.access(actor, id, part)
      return isRefusal(mode) ? mode : { mode, ofCase: null }
    }
    // The draft of a template is the secretary's; what is in force everybody reads on its page.
    if (noun === 'template' && templateKey(id, part))
      return mayEditTemplates(actor) ? { mode: 'write', ofCase: null } : refuse('access/not-found')
    if (noun !== 'case') return refuse('document/unknown')
    const found = await ports.accessCase(actor, id)
    if (isRefusal(found)) return found
    const { state, grounds } = found
    const mode = documentAccess(actor, state, part, grounds)
    return mode === 'none' ? refuse('access/not-found') : { mode, ofCase: { state, part } }
  }

  const sees = (actor: Actor, { ofCase }: Allowed, version: Pick<StoredVersion, 'id' | 'reason'>) =>
    !ofCase || versionVisible(actor, ofCase.state, ofCase.part, version)

  /** A version that the person may see, and what he may do with its text. */
  async function find(actor: Actor, versionId: string) {
    const version = await ports.versions.get(versionId)
    if (!version) return refuse('access/not-found')
    const may = await allowed(actor, version.name)
    if (isRefusal(may)) return may
    return sees(actor, may, version) ? { version, mode: may.mode } : refuse('access/not-found')
  }

  async function access(actor: Actor, name: string) {
    const may = await allowed(actor, name)
    return isRefusal(may) ? may : may.mode
  }

  return {
    access,

    ...createVersionActs({ ...ports, access, find }),

    async versions(actor, name) {
      const may = await allowed(actor, name)
      if (isRefusal(may)) return may
      const versions = (await ports.versions.list(name)).filter((one) => sees(actor, may, one)).map(asRow)
      const people = namesIn(
        versions.map(({ by, authors, names }) => [by, authors, names.map(({ personId }) => personId)]),
        await ports.names.people(),
      )
      return { access: may.mode, versions, people }
    },

    async version(actor, versionId) {
      const found = await find(actor, versionId)
      if (isRefusal(found)) return found
      const { version } = found
      await ports.accessLog.note({
        personId: actor.personId,
        action: 'version/opened',
        subject: version.name,
        detail: versionId,
      })
      return { ...asRow(version), content: version.content }
    },

    async read(actor, name) {
      const may = await allowed(actor, name)
      if (isRefusal(may)) return may
      return { content: (await ports.documents.read(name)).content }
    },

    async paper(actor, name, as) {
      const [noun, caseId = '', part = ''] = name.split('/')
      if (noun !== 'case') return refuse('document/unknown')
      const may = await allowed(actor, name)
      if (isRefusal(may)) return may
      const found = await ports.accessCase(actor, caseId)
      if (isRefusal(found)) return found
      const proposed = await openSuggestions(ports.remarks, actor, name)
      if (isRefusal(proposed)) return proposed
      await ports.accessLog.note({ personId: actor.personId, action: `document/${as}`, subject: name })
      const [bodies, { name: jurisdiction }] = await Promise.all([
        ports.names.bodies(),
        ports.names.jurisdiction(),
      ])
      return {
        content: await ports.documents.revised(name, proposed),
        proposed: proposed.length,
        caseNumber: found.state.number,
        caseTitle: found.state.title,
        unit: bodies[bodyOfOpinion(part) ?? ''] ?? jurisdiction,
        by: actor.name,
        byUnit: actor.bodyName ?? '',
        at: ports.now().toISOString(),
      }
    },
  }
}
