import { documentAccess } from '#domain/cases/may.ts'
import type { CaseKind } from '#domain/cases/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { inForce } from '#domain/templates/decide.ts'
import type { TakenTemplates } from '#domain/templates/taken.ts'
import {
  TEMPLATE_PARTS,
  templateKey,
  templateStream,
  templateOfPart,
  type TemplateKey,
  type TemplateState,
} from '#domain/templates/types.ts'
import type { AccessCase } from './case-access.ts'
import type { LiveDocuments, NewVersion, RecordPort, Surroundings, VersionStore } from './ports.ts'
import { templateWords, type TemplateWords } from './template-words.ts'
import { versionOf } from './versions.ts'

/** The first words of texts that nobody can have opened yet. */
export interface TextBeginnings<Tx> {
  /** As change 1 of the text; `update` is its Yjs update. */
  begin(tx: Tx, version: NewVersion, update: Uint8Array): Promise<void>
}

/** Templates as cases take them (D-124 … D-128). */
export interface CaseTemplates<Tx> {
  /** What a case that is registered now takes: only what a secretary has put in force. */
  inForce(kind: CaseKind): Promise<TakenTemplates>
  /** Writes what these documents of a case begin with, in the transaction of the entry by which they come to be. */
  beginning(
    actor: Actor,
    caseId: string,
    taken: TakenTemplates,
    parts: readonly string[],
  ): Promise<(tx: Tx) => Promise<void>>
  /**
   * Puts into an empty text the template that its case took, the release's where it took none. Refusals: those of the
   * document, document/unknown (no template), document/read-only, record/conflict (words stand in it by now).
   */
  insert(actor: Actor, name: string): Promise<Refusal | null>
}

interface Ports<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly accessCase: AccessCase
  readonly documents: LiveDocuments
  readonly versions: VersionStore<Tx>
  readonly beginnings: TextBeginnings<Tx>
}

export function createCaseTemplates<Tx>(ports: Ports<Tx>): CaseTemplates<Tx> {
  const { record, documents } = ports
  const load = (key: TemplateKey) => record.load<TemplateState>(templateStream(key))

  /** The first version of a text, so that what is written later is compared with it, and nobody counts as its author. */
  const versionFrom = ({ content, number }: TemplateWords, actor: Actor, name: string, upTo: number) =>
    versionOf(
      { state: new Uint8Array(), content, upTo },
      { name, reason: 'template', label: String(number), personId: actor.personId },
      ports,
    ).version

  async function wordsFor(
    taken: TakenTemplates,
    kind: CaseKind,
    part: string,
  ): Promise<TemplateWords | null> {
    const template = templateOfPart(part)
    if (!template) return null
    const { kind: of = kind, number = 0 } = taken[template] ?? {}
    const key = templateKey(of, template)
    return key && templateWords(await load(key), key, number)
  }

  return {
    async inForce(kind) {
      const found = await Promise.all(
        TEMPLATE_PARTS.map(async (part) => [part, inForce(await load({ kind, part }))] as const),
      )
      return Object.fromEntries(
        found.flatMap(([part, words]) =>
          words ? [[part, { kind, number: words.number, hash: words.hash }] as const] : [],
        ),
      )
    },

    async beginning(actor, caseId, taken, parts) {
      const texts: { version: NewVersion; update: Uint8Array }[] = []
      for (const part of parts) {
        const { kind } = taken[templateOfPart(part) ?? ''] ?? {}
        const words = kind === undefined ? null : await wordsFor(taken, kind as CaseKind, part)
        if (!words) continue
        const version = versionFrom(words, actor, `case/${caseId}/${part}`, 1)
        texts.push({ version, update: documents.saying(JSON.parse(words.content)) })
      }
      return async (tx) => {
        for (const { version, update } of texts) await ports.beginnings.begin(tx, version, update)
      }
    },

    async insert(actor, name) {
      const [noun, caseId = '', part = ''] = name.split('/')
      if (noun !== 'case') return refuse('document/unknown')
      async function stand() {
        const found = await ports.accessCase(actor, caseId)
        if (isRefusal(found)) return found
        const mode = documentAccess(actor, found.state, part, found.grounds)
        if (mode === 'none') return refuse('access/not-found')
        return mode === 'write' ? found.state : refuse('document/read-only')
      }
      const state = await stand()
      if (isRefusal(state)) return state
      const words = await wordsFor(state.templates, state.kind, part)
      if (!words) return refuse('document/unknown')
      const done = await documents.rewrite(
        name,
        JSON.parse(words.content) as unknown,
        actor.personId,
        async () => {
          const now = await stand()
          return isRefusal(now) ? now : null
        },
        ({ isEmpty }) => (isEmpty ? null : refuse('record/conflict')),
      )
      if (isRefusal(done)) return done
      await ports.versions.keep(versionFrom(words, actor, name, done.before.upTo + 1))
      return null
    },
  }
}
