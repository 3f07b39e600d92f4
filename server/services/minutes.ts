import type { MeetingState } from '#domain/meetings/types.ts'
import { meetingViewFor, type MeetingView } from '#domain/meetings/view.ts'
import type { MinutesCommand } from '#domain/minutes/commands.ts'
import { draftMinutes } from '#domain/minutes/draft.ts'
import { minutesViewFor, tookPart, writesMinutes } from '#domain/minutes/may.ts'
import type { MinutesState } from '#domain/minutes/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import type { MinutesAccess } from './minutes-access.ts'
import { draftInstruction, executeMinutes, textOf, type MinutesPorts } from './minutes-commands.ts'
import { departuresIn, type DepartingCase } from './minutes-departures.ts'
import { namesIn } from './names-in.ts'
import { versionOf } from './versions.ts'

export interface MinutesView {
  readonly state: MinutesState
  /** Facts for the blocks. Null for readers of issued minutes who were not in the meeting: the text holds all. */
  readonly meeting: MeetingView | null
  readonly access: 'write' | 'read'
  readonly people: Readonly<Record<string, string>>
  readonly bodies: Readonly<Record<string, string>>
  /** The organ whose minutes these are, as printed. */
  readonly issuer: string
  /** Decided against the majority of their hearing's members; none for readers who had no part in the minutes. */
  readonly departing: readonly DepartingCase[]
  /** The frozen text (ProseMirror JSON, facts resolved) from countersigning on. */
  readonly frozenContent: string | null
  /** The text as it is now (ProseMirror JSON), while it is being written. */
  readonly currentContent: string | null
}

export interface MinutesService {
  /** Starts the minutes of a closed meeting: drafts the text from the record. */
  draft(actor: Actor, commandId: string, meetingId: string): Promise<{ minutesId: string } | Refusal>
  view(actor: Actor, minutesId: string): Promise<MinutesView | Refusal>
  execute(
    actor: Actor,
    minutesId: string,
    commandId: string,
    command: MinutesCommand,
  ): Promise<{ seq: number } | Refusal>
  /** What drafting anew would change, as ProseMirror JSON of both; nothing is written. */
  previewRegeneration(actor: Actor, minutesId: string): Promise<{ current: string; fresh: string } | Refusal>
  /** Keeps the present text as a version, then replaces it. */
  regenerate(actor: Actor, minutesId: string, commandId: string): Promise<{ seq: number } | Refusal>
}

export function createMinutesService<Tx>(ports: MinutesPorts<Tx>): MinutesService {
  const { record, documents } = ports

  async function find(
    actor: Actor,
    minutesId: string,
  ): Promise<(MinutesAccess & { meeting: MeetingState }) | Refusal> {
    const access = await ports.accessMinutes(actor, minutesId)
    if (isRefusal(access)) return access
    const meeting = await record.load<MeetingState>(`meeting/${access.state.meetingId}`)
    return { ...access, meeting }
  }

  /** Drafting anew is the business of those who write, while they write. */
  async function findToWrite(actor: Actor, minutesId: string) {
    const found = await find(actor, minutesId)
    if (isRefusal(found)) return found
    if (!writesMinutes(actor, found.state)) return refuse('access/denied')
    if (found.text !== 'write') return refuse('minutes/wrong-step')
    const fresh = draftMinutes(found.meeting, await ports.names.bodies())
    return { ...found, fresh }
  }

  return {
    async draft(actor, commandId, meetingId) {
      const meeting = await record.load<MeetingState>(`meeting/${meetingId}`)
      if (meeting.seq === 0 || isRefusal(meetingViewFor(await ports.viewerOf(actor), meeting)))
        return refuse('access/not-found')
      const minutesId = commandId
      const done = await record.executeAll({
        actor,
        commandId,
        steps: [
          { stream: `minutes/${minutesId}`, command: draftInstruction(meeting) },
          { stream: `meeting/${meetingId}`, command: { type: 'draft-minutes', minutesId } },
        ],
      })
      if (isRefusal(done)) return done
      // Only an empty text is drafted into: the command sent twice must not overwrite what was written since.
      if ((await documents.read(textOf(minutesId))).isEmpty)
        await documents.replaceText(
          textOf(minutesId),
          draftMinutes(meeting, await ports.names.bodies()),
          actor.personId,
        )
      return { minutesId }
    },

    async view(actor, minutesId) {
      const found = await find(actor, minutesId)
      if (isRefusal(found)) return found
      const state = minutesViewFor(actor, found.state)
      const [everybody, bodies, { name: issuer }] = await Promise.all([
        ports.names.people(),
        ports.names.bodies(),
        ports.names.jurisdiction(),
      ])
      const seen = meetingViewFor(await ports.viewerOf(actor), found.meeting)
      const people = namesIn([state, isRefusal(seen) ? null : seen.state], everybody)
      const meeting = isRefusal(seen) ? null : { ...seen, turnout: [], own: [], people, bodies }
      const version = state.frozen ? await ports.versions.get(state.frozen.versionId) : null
      return {
        state,
        meeting,
        access: found.text,
        people,
        bodies,
        issuer,
        departing: tookPart(actor, found.state) ? await departuresIn(record, found.meeting) : [],
        frozenContent: version?.content ?? null,
        currentContent: version ? null : (await documents.read(textOf(minutesId))).content,
      }
    },

    async execute(actor, minutesId, commandId, command) {
      const found = await find(actor, minutesId)
      if (isRefusal(found)) return found
      return executeMinutes(ports, actor, found, commandId, command)
    },

    async previewRegeneration(actor, minutesId) {
      const found = await findToWrite(actor, minutesId)
      if (isRefusal(found)) return found
      const current = await documents.read(textOf(minutesId))
      return { current: current.content, fresh: JSON.stringify(found.fresh) }
    },

    async regenerate(actor, minutesId, commandId) {
      const found = await findToWrite(actor, minutesId)
      if (isRefusal(found)) return found
      const name = textOf(minutesId)
      // Writers wait meanwhile: what they typed between the two would stand in neither the version nor the new text.
      return documents.freeze(name, async (text) => {
        const { version, frozen } = versionOf(
          text,
          { name, reason: 'regenerated', label: '', personId: actor.personId },
          ports,
        )
        let isNew = false
        const done = await record.executeAll({
          actor,
          commandId,
          steps: [
            {
              stream: `minutes/${minutesId}`,
              command: { type: 'regenerate', versionId: frozen.versionId },
            },
          ],
          alsoWrite: async (tx) => {
            await ports.versions.insert(tx, version)
            isNew = true
          },
        })
        if (isRefusal(done)) return done
        // Sent again it was done before, and replacing would take what was written since.
        if (isNew) await documents.replaceText(name, found.fresh, actor.personId)
        return { seq: done.seqs[0] ?? 0 }
      })
    },
  }
}
