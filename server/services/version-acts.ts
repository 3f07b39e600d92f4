import { namesOf } from '#domain/dossiers/versions.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { AccessLog } from './access-log.ts'
import { HAS_TIMELINE } from './kept-at-pauses.ts'
import type { DocumentText, LiveDocuments, StoredVersion, Surroundings, VersionStore } from './ports.ts'
import { hashOf, versionOf } from './versions.ts'

export interface VersionActs {
  /**
   * Keeps the text as it is now under a name; the same name for the same text twice is one version. Refusals: those of
   * `access`, document/read-only, document/unknown, input/too-often.
   */
  keepVersion(actor: Actor, name: string, label: string): Promise<{ readonly id: string } | Refusal>
  /**
   * Gives a version that is kept a name, or another one: the earlier ones stay beside it. The name that it bears already is not given
   * twice. Refusals: those of `version`, document/read-only, document/unknown, input/too-often.
   */
  nameVersion(actor: Actor, versionId: string, label: string): Promise<{ readonly id: string } | Refusal>
  /**
   * Brings a version back: an edit by the person, seen live by all, which makes a new version; what stood before is kept
   * first. Where the text says the same already nothing is done. Refusals: those of `version`, document/read-only,
   * document/unknown, input/too-often, record/unavailable.
   */
  restoreVersion(actor: Actor, versionId: string): Promise<{ readonly id: string } | Refusal>
}

interface Ports<Tx> extends Pick<Surroundings, 'now' | 'newId'> {
  readonly versions: VersionStore<Tx>
  readonly documents: LiveDocuments
  readonly accessLog: AccessLog
  readonly access: (actor: Actor, name: string) => Promise<'write' | 'read' | Refusal>
  readonly find: (
    actor: Actor,
    versionId: string,
  ) => Promise<{ readonly version: StoredVersion; readonly mode: 'write' | 'read' } | Refusal>
}

/** A version is the whole text again, a name stays for ever: nobody may fill the disk with them. */
const MOST_BY_HAND = 20
const WITHIN_MS = 60 * 60_000
const BY_HAND: ReadonlySet<StoredVersion['reason']> = new Set(['named', 'restored'])

export function createVersionActs<Tx>(ports: Ports<Tx>): VersionActs {
  const { versions, documents } = ports

  async function mayWrite(actor: Actor, name: string): Promise<Refusal | null> {
    const mode = await ports.access(actor, name)
    if (isRefusal(mode)) return mode
    if (!HAS_TIMELINE.test(name)) return refuse('document/unknown')
    return mode === 'write' ? null : refuse('document/read-only')
  }

  async function tooOften(name: string): Promise<Refusal | null> {
    const since = new Date(ports.now().getTime() - WITHIN_MS).toISOString()
    const rows = await versions.list(name)
    const byHand = [
      ...rows.filter(({ reason }) => BY_HAND.has(reason)),
      ...rows.flatMap(({ names }) => names),
    ].filter(({ at }) => at > since)
    return byHand.length >= MOST_BY_HAND ? refuse('input/too-often') : null
  }

  const made = (
    text: Pick<DocumentText, 'content' | 'upTo'>,
    about: Pick<StoredVersion, 'name' | 'reason' | 'label' | 'personId'>,
  ) => versionOf({ ...text, state: new Uint8Array() }, about, ports).version

  const bears = (version: Parameters<typeof namesOf>[0], label: string) =>
    namesOf(version).at(-1)?.label === label

  const note = (actor: Actor, action: string, { name, id }: Pick<StoredVersion, 'name' | 'id'>) =>
    ports.accessLog.note({ personId: actor.personId, action, subject: name, detail: id })

  return {
    async keepVersion(actor, name, label) {
      const refusal = (await mayWrite(actor, name)) ?? (await tooOften(name))
      if (refusal) return refusal
      const text = await documents.read(name)
      const version = made(text, { name, reason: 'named', label, personId: actor.personId })
      const newest = (await versions.list(name)).at(-1)
      // A second press, or the page sent again.
      if (newest && bears(newest, label) && newest.hash === version.hash) return { id: newest.id }
      await versions.keep(version)
      await note(actor, 'version/kept', version)
      return { id: version.id }
    },

    async nameVersion(actor, versionId, label) {
      const found = await ports.find(actor, versionId)
      if (isRefusal(found)) return found
      const { version } = found
      const refusal = await mayWrite(actor, version.name)
      if (refusal) return refusal
      // A second press, or the page sent again.
      if (bears(version, label)) return { id: versionId }
      const hasty = await tooOften(version.name)
      if (hasty) return hasty
      const { personId } = actor
      const at = ports.now().toISOString()
      await versions.giveName({ id: ports.newId(), name: version.name, versionId, label, at, personId })
      await note(actor, 'version/named', version)
      return { id: versionId }
    },

    async restoreVersion(actor, versionId) {
      const found = await ports.find(actor, versionId)
      if (isRefusal(found)) return found
      const { name, content, hash } = found.version
      const may = () => mayWrite(actor, name)
      const refusal = (await may()) ?? (await tooOften(name))
      if (refusal) return refusal
      const now = await documents.read(name)
      if (hashOf(now.content) === hash) return { id: versionId }
      const { personId } = (await versions.lastWritten(name)) ?? actor
      const keepNow = (text: DocumentText) =>
        versions.keepIfNew(made(text, { name, reason: 'pause', label: '', personId }))
      // Before the edit, lest it be lost in a power cut; and once more with what was typed in between.
      await keepNow(now)
      const done = await documents.rewrite(name, JSON.parse(content) as unknown, actor.personId, may)
      if (isRefusal(done)) return done
      await keepNow(done.before)
      // The change right behind what stood before: at one node that is this edit.
      const upTo = done.before.upTo + 1
      const version = made(
        { content, upTo },
        { name, reason: 'restored', label: versionId, personId: actor.personId },
      )
      await versions.keep(version)
      await note(actor, 'version/restored', version)
      return { id: version.id }
    },
  }
}
