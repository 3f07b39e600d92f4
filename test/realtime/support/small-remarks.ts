import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'
import type { RemarkCommand } from '#domain/remarks/commands.ts'
import { decideRemarks } from '#domain/remarks/decide.ts'
import { evolveRemarks, initialRemarks } from '#domain/remarks/evolve.ts'
import type { RemarksState } from '#domain/remarks/types.ts'
import { remarkChanges } from '#domain/remarks/view.ts'
import type { DocumentMode } from '#protocol/messages.ts'

/** Remarks on any document, by the rules of the domain and committed in memory; access is the document's. */
export class SmallRemarks {
  /** Who stands outside: sees nothing of what was remarked while the text was sealed. */
  readonly outside = new Set<string>()
  readonly sealed = new Set<string>()
  readMs = 0
  private readonly states = new Map<string, RemarksState>()

  constructor(
    private readonly access: (actor: Actor, name: string) => Promise<DocumentMode | Refusal>,
    private readonly onAppended: (stream: string) => void,
  ) {}

  state(name: string): RemarksState {
    return this.states.get(name) ?? initialRemarks(name)
  }

  changes = async (actor: Actor, name: string, after: number) => {
    const mode = await this.access(actor, name)
    if (isRefusal(mode)) return mode
    const own = !this.outside.has(actor.personId)
    const piece = remarkChanges(this.state(name), { own }, actor.personId, after)
    if (this.readMs > 0) await new Promise((resolve) => setTimeout(resolve, this.readMs))
    const may = { silenced: null, unsuggesting: null, settles: mode === 'write', writes: mode === 'write' }
    return { ...piece, own, ...may, applicantReads: false }
  }

  readers = async (actor: Actor, name: string) => {
    const mode = await this.access(actor, name)
    return isRefusal(mode) ? mode : []
  }

  execute = async (actor: Actor, name: string, commandId: string, command: RemarkCommand) => {
    const mode = await this.access(actor, name)
    if (isRefusal(mode)) return mode
    const seat = {
      ...{ name: actor.name, bodyId: actor.bodyId, silenced: null, settles: mode === 'write' },
      unsuggesting: null,
      ...{ writes: mode === 'write', sealed: this.sealed.has(name), title: '案件' },
      own: !this.outside.has(actor.personId),
    }
    const now = new Date()
    const context = { now, actor, newId: () => 'id', chance: () => 0, calendar: {} }
    const decided = decideRemarks(this.state(name), { ...command, seat, readers: [] }, context)
    if (isRefusal(decided)) return decided
    for (const happening of decided) {
      const state = this.state(name)
      const entry = {
        ...{ ...happening, stream: `remarks/${name}`, seq: state.seq + 1, actorId: actor.personId },
        ...{ at: now.toISOString(), commandId, commandPart: 0, previousHash: '', hash: '' },
      }
      this.states.set(name, evolveRemarks(state, entry))
    }
    this.onAppended(`remarks/${name}`)
    return { seq: this.state(name).seq }
  }
}
