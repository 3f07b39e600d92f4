import { CASE_KINDS } from '#domain/cases/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { inForce, mayEditTemplates, type TemplateInstruction } from '#domain/templates/decide.ts'
import {
  TEMPLATE_PARTS,
  templateDraft,
  templateStream,
  type TemplateKey,
  type TemplateState,
  type TemplateVersion,
} from '#domain/templates/types.ts'
import { namesIn } from './names-in.ts'
import type { LiveDocuments, NameStore, RecordPort } from './ports.ts'
import { releaseWords, templateWords, type TemplateWords } from './template-words.ts'
import { hashOf } from './versions.ts'

/** A version without its words. */
export type TemplateVersionRow = Omit<TemplateVersion, 'content'>

export interface TemplateRow extends TemplateKey {
  /** Null: the secretary has put none in force, and texts begin empty. */
  readonly inForce: TemplateVersionRow | null
}

export interface TemplateView extends TemplateKey {
  /** Oldest first; the last is in force. */
  readonly versions: readonly TemplateVersionRow[]
  /** The words of the version asked for, of the one in force where none was; 0 is the release's. */
  readonly shown: { readonly number: number; readonly content: string }
  readonly mayEdit: boolean
  /** For who edits: the draft, and whether it says anything else than what is in force. */
  readonly draft: { readonly content: string; readonly differs: boolean } | null
  readonly people: Readonly<Record<string, string>>
}

export interface TemplatesService {
  /** All of them, by kind of case and document. For everybody who is signed in. */
  list(): Promise<{
    readonly rows: readonly TemplateRow[]
    readonly people: Readonly<Record<string, string>>
  }>
  /** Refusals: access/not-found (no such version). */
  view(actor: Actor, key: TemplateKey, number: number | null): Promise<TemplateView | Refusal>
  /** Gives the draft the words in force (of the release where none are), unless it has words of its own. Refusals: access/denied, those of any edit. */
  beginDraft(actor: Actor, key: TemplateKey): Promise<Refusal | null>
  /** Throws the draft's words away for those in force. Refusals: access/denied, those of any edit. */
  dropDraft(actor: Actor, key: TemplateKey): Promise<Refusal | null>
  /** Puts the draft in force. Refusals: access/denied, template/unchanged, input/too-large. */
  putInForce(actor: Actor, key: TemplateKey, commandId: string, reason: string): Promise<Refusal | null>
  /**
   * Puts an older version in force again, as a new one; 0 the release's. A draft that was at what was in force follows it, one with
   * words of its own stays. Refusals: access/denied, access/not-found, template/unchanged.
   */
  putBack(
    actor: Actor,
    key: TemplateKey,
    commandId: string,
    order: { readonly number: number; readonly reason: string },
  ): Promise<Refusal | null>
}

interface Ports<Tx> {
  readonly record: RecordPort<Tx>
  readonly documents: LiveDocuments
  readonly names: NameStore
}

const asRow = ({ content: _, ...row }: TemplateVersion): TemplateVersionRow => row

/** What documents begin with: a stream of versions for each, and a live text as its draft (ADR 25). */
export function createTemplatesService<Tx>(ports: Ports<Tx>): TemplatesService {
  const { record, documents } = ports
  const load = (key: TemplateKey) => record.load<TemplateState>(templateStream(key))
  const standing = (state: TemplateState, key: TemplateKey): TemplateWords =>
    inForce(state) ?? releaseWords(key)
  const denied = (actor: Actor) => (mayEditTemplates(actor) ? null : refuse('access/denied'))

  /** `unless`: looked at where nothing can come between it and the edit. */
  async function redraft(
    actor: Actor,
    key: TemplateKey,
    unless: (draft: { readonly isEmpty: boolean; readonly content: string }) => boolean,
  ): Promise<Refusal | null> {
    const { content } = standing(await load(key), key)
    const done = await documents.rewrite(
      templateDraft(key),
      JSON.parse(content) as unknown,
      actor.personId,
      () => Promise.resolve(denied(actor)),
      (before) => (unless(before) ? refuse('record/conflict') : null),
    )
    return isRefusal(done) && done.refused !== 'record/conflict' ? done : null
  }

  async function execute(
    actor: Actor,
    key: TemplateKey,
    commandId: string,
    command: TemplateInstruction,
  ): Promise<Refusal | null> {
    const done = await record.execute({ stream: templateStream(key), actor, commandId, command })
    return isRefusal(done) ? done : null
  }

  return {
    async list() {
      const keys = CASE_KINDS.flatMap((kind) => TEMPLATE_PARTS.map((part) => ({ kind, part })))
      const rows = await Promise.all(
        keys.map(async (key) => {
          const last = inForce(await load(key))
          return { ...key, inForce: last && asRow(last) }
        }),
      )
      return { rows, people: namesIn(rows, await ports.names.people()) }
    },

    async view(actor, key, number) {
      const state = await load(key)
      const now = standing(state, key)
      const shown = number === null ? now : templateWords(state, key, number)
      if (!shown) return refuse('access/not-found')
      const mayEdit = mayEditTemplates(actor)
      const draft = mayEdit ? await documents.read(templateDraft(key)) : null
      return {
        ...key,
        versions: state.versions.map(asRow),
        shown: { number: shown.number, content: shown.content },
        mayEdit,
        draft: draft && {
          content: draft.content,
          differs: !draft.isEmpty && hashOf(draft.content) !== now.hash,
        },
        people: namesIn(
          state.versions.map(({ by }) => by),
          await ports.names.people(),
        ),
      }
    },

    async beginDraft(actor, key) {
      return denied(actor) ?? (await redraft(actor, key, ({ isEmpty }) => !isEmpty))
    },

    async dropDraft(actor, key) {
      return denied(actor) ?? (await redraft(actor, key, () => false))
    },

    async putInForce(actor, key, commandId, reason) {
      // Before the text is held: who may not is to hold up nobody who writes it.
      const refusal = denied(actor)
      if (refusal) return refusal
      return documents.freeze(templateDraft(key), ({ content }) =>
        execute(actor, key, commandId, {
          ...{ type: 'put-in-force', content, hash: hashOf(content), reason, from: null },
        }),
      )
    },

    async putBack(actor, key, commandId, { number, reason }) {
      const refusal = denied(actor)
      if (refusal) return refusal
      const state = await load(key)
      const words = templateWords(state, key, number)
      if (!words) return refuse('access/not-found')
      const { content, hash } = words
      const done = await execute(actor, key, commandId, {
        ...{ type: 'put-in-force', content, hash, reason, from: number },
      })
      if (done) return done
      const before = standing(state, key).hash
      return redraft(actor, key, (draft) => !draft.isEmpty && hashOf(draft.content) !== before)
    },
  }
}
