import type { HearingCommand } from '#domain/hearings/commands.ts'
import type { HearingInstruction } from '#domain/hearings/happenings.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { canonicalJson } from './canonical-json.ts'
import type { MemberLookup } from './meetings.ts'
import type { LiveDocuments, NewVersion, RecordPort, Surroundings, VersionStore } from './ports.ts'
import { hashOf, versionOf } from './versions.ts'

export interface HearingCommandPorts<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly members: MemberLookup
  readonly documents: LiveDocuments
  readonly versions: VersionStore<Tx>
}

type Done = Promise<{ readonly seq: number } | Refusal>

interface Asked {
  readonly actor: Actor
  readonly state: HearingState
  readonly commandId: string
}

export const transcriptOf = (hearingId: string) => `hearing/${hearingId}/transcript`
export const reportOf = (hearingId: string) => `hearing/${hearingId}/report`

/** SHA-256 (hex) over what the recorder wrote of one person, corrections included: what a witness reads and signs (F-38). */
export function ownPartHash(state: HearingState, personId: string): string {
  return hashOf(canonicalJson(state.passages.filter((passage) => passage.personId === personId)))
}

async function run<Tx>(
  ports: HearingCommandPorts<Tx>,
  { actor, state, commandId }: Asked,
  command: HearingCommand | HearingInstruction,
  version?: NewVersion,
): Done {
  const done = await ports.record.executeAll({
    actor,
    commandId,
    steps: [{ stream: `hearing/${state.id}`, command }],
    ...(version && { alsoWrite: (tx: Tx) => ports.versions.insert(tx, version) }),
  })
  return isRefusal(done) ? done : { seq: done.seqs[0] ?? 0 }
}

/** A text that is read and signed: frozen while it enters the record. Refusal: document/empty. */
function freezing<Tx>(
  ports: HearingCommandPorts<Tx>,
  asked: Asked,
  name: string,
  instruction: (frozen: { versionId: string; hash: string }) => HearingInstruction,
): Done {
  return ports.documents.freeze(name, async (text) => {
    if (text.isEmpty) return refuse('document/empty')
    const { version, frozen } = versionOf(
      text,
      { name, reason: 'signed', label: '', personId: asked.actor.personId },
      ports,
    )
    return run(ports, asked, instruction(frozen), version)
  })
}

/**
 * A person's command with what only the server knows: names and frozen texts. Refusals: those of the rules,
 * people/body-unknown, document/empty.
 */
export async function executeHearing<Tx>(
  ports: HearingCommandPorts<Tx>,
  asked: Asked,
  command: HearingCommand,
): Done {
  const { actor, state } = asked
  switch (command.type) {
    case 'name-participant': {
      const [person] = await ports.members.membersFor([command.personId])
      if (!person) return refuse('people/body-unknown')
      return run(ports, asked, { ...command, name: person.name, bodyName: person.bodyName })
    }
    case 'freeze-transcript':
      return freezing(ports, asked, transcriptOf(state.id), (frozen) => ({
        type: 'freeze-transcript',
        ...frozen,
      }))
    case 'sign-transcript':
      return run(ports, asked, { ...command, ownPartHash: ownPartHash(state, actor.personId) })
    case 'sign-report':
      return freezing(ports, asked, reportOf(state.id), (frozen) => ({ ...command, ...frozen }))
    default:
      return run(ports, asked, command)
  }
}
