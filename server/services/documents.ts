import { documentAccess } from '#domain/cases/may.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import type { AccessCase } from './case-access.ts'
import type { HearingPapersService } from './hearing-papers.ts'
import type { AccessMinutes } from './minutes-access.ts'
import type { LiveDocuments, VersionStore } from './ports.ts'

export interface DocumentVersionRow {
  readonly id: string
  readonly name: string
  readonly reason: 'submitted' | 'pinned' | 'signed' | 'regenerated'
  readonly label: string
  readonly at: string
  readonly by: string
  readonly hash: string
}

export interface DocumentsService {
  /** Asked by the socket at every open, and again after every change of access. */
  access(actor: Actor, name: string): Promise<'write' | 'read' | Refusal>
  versions(actor: Actor, name: string): Promise<readonly DocumentVersionRow[] | Refusal>
  /** ProseMirror JSON of a version. */
  version(actor: Actor, versionId: string): Promise<(DocumentVersionRow & { content: string }) | Refusal>
  /** ProseMirror JSON of the text as it is now, for reading and comparing. */
  read(actor: Actor, name: string): Promise<{ content: string } | Refusal>
}

interface Ports<Tx> {
  readonly accessCase: AccessCase
  readonly accessMinutes: AccessMinutes
  readonly hearingPapers: Pick<HearingPapersService, 'access'>
  readonly versions: VersionStore<Tx>
  readonly documents: LiveDocuments
  readonly accessLog: AccessLog
}

export function createDocumentsService<Tx>(ports: Ports<Tx>): DocumentsService {
  async function access(actor: Actor, name: string): Promise<'write' | 'read' | Refusal> {
    const [noun, id, part] = name.split('/')
    if (!id || !part) return refuse('document/unknown')
    if (noun === 'minutes') {
      const found = await ports.accessMinutes(actor, id)
      if (isRefusal(found)) return found
      return part === 'text' ? found.text : refuse('document/unknown')
    }
    if (noun === 'hearing') return ports.hearingPapers.access(actor, id, part)
    if (noun !== 'case') return refuse('document/unknown')
    const found = await ports.accessCase(actor, id)
    if (isRefusal(found)) return found
    const allowed = documentAccess(actor, found.state, part, found.grounds)
    return allowed === 'none' ? refuse('access/not-found') : allowed
  }

  return {
    access,

    async versions(actor, name) {
      const allowed = await access(actor, name)
      if (isRefusal(allowed)) return allowed
      const rows = await ports.versions.list(name)
      return rows.map(({ personId, ...row }) => ({ ...row, by: personId }))
    },

    async version(actor, versionId) {
      const found = await ports.versions.get(versionId)
      if (!found) return refuse('access/not-found')
      const allowed = await access(actor, found.name)
      if (isRefusal(allowed)) return allowed
      await ports.accessLog.note({
        personId: actor.personId,
        action: 'version/opened',
        subject: found.name,
        detail: versionId,
      })
      const { personId, ...row } = found
      return { ...row, by: personId }
    },

    async read(actor, name) {
      const allowed = await access(actor, name)
      if (isRefusal(allowed)) return allowed
      return { content: (await ports.documents.read(name)).content }
    },
  }
}
