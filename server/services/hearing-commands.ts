import type { HearingCommand } from '#domain/hearings/commands.ts'
import type { CaseInstruction, FrozenText } from '#domain/cases/happenings.ts'
import { actingTold } from '#domain/hearings/acting.ts'
import { isClosed } from '#domain/cases/inquiries.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { decideHearing } from '#domain/hearings/decide.ts'
import type { HearingPart } from '#domain/hearings/documents.ts'
import { mayOpenExhibit } from '#domain/hearings/exhibits.ts'
import type { HearingInstruction } from '#domain/hearings/happenings.ts'
import type { HearingDecidable } from '#domain/hearings/order.ts'
import { majorityOf } from '#domain/hearings/opinions.ts'
import { sightOf } from '#domain/hearings/sight.ts'
import type { DrawnSignature, HearingState } from '#domain/hearings/types.ts'
import type { Actor } from '#domain/people/actor.ts'
import { paragraph, type ProseNode } from '#domain/minutes/prose.ts'
import { isRefusal, refuse, type Refusal } from '#domain/record/refusal.ts'
import { canonicalJson } from './canonical-json.ts'
import type { CalendarService } from './calendar.ts'
import type { MemberLookup } from './meetings.ts'
import type { LiveDocuments, NameStore, NewVersion, RecordPort, Surroundings, VersionStore } from './ports.ts'
import { signable, sourceOf } from './paper-source.ts'
import { pinPapers } from './pin-papers.ts'
import { hashOf, versionOf } from './versions.ts'

export interface HearingCommandPorts<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly calendar: Pick<CalendarService, 'known'>
  readonly members: MemberLookup
  readonly documents: LiveDocuments
  readonly versions: VersionStore<Tx>
  readonly names: Pick<NameStore, 'bodies'>
}

type Done = Promise<{ readonly seq: number } | Refusal>

interface Asked {
  readonly actor: Actor
  readonly state: HearingState
  readonly commandId: string
  /** Of a signature that was drawn too. */
  readonly drawn?: DrawnSignature
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
  command: HearingCommand | HearingInstruction | Refusal,
  { version, inCase }: { readonly version?: NewVersion; readonly inCase?: CaseInstruction } = {},
): Done {
  const done = await ports.record.executeAll({
    actor,
    commandId,
    steps: [
      { stream: `hearing/${state.id}`, command },
      ...(inCase ? [{ stream: `case/${state.caseId}`, command: inCase }] : []),
    ],
    ...(version && { alsoWrite: (tx: Tx) => ports.versions.insert(tx, version) }),
  })
  return isRefusal(done) ? done : { seq: done.seqs[0] ?? 0 }
}

/**
 * Why the rules would refuse it, before anything is read or frozen for it; null: they would not. It goes to the record in
 * the command's place: one that was carried out and is sent again is answered as the first time.
 */
async function refusalOf<Tx>(
  { now, calendar }: HearingCommandPorts<Tx>,
  { actor, state }: Asked,
  order: HearingDecidable,
): Promise<Refusal | null> {
  const context = { now: now(), actor, newId: () => '-', chance: () => 0, calendar: await calendar.known() }
  const decided = decideHearing(state, order, context)
  return isRefusal(decided) ? decided : null
}

interface Frozen {
  readonly instruction: HearingInstruction
  readonly inCase?: CaseInstruction
}

/** A text that is read and signed: frozen while it enters the record. Refusals: those of `signable`. */
async function freezing<Tx>(
  ports: HearingCommandPorts<Tx>,
  asked: Asked,
  part: HearingPart,
  entering: (frozen: FrozenText) => Frozen,
  closing: readonly ProseNode[] = [],
): Done {
  const name = `hearing/${asked.state.id}/${part}`
  // Asked before the text: freezing it would hold its writers up, and "empty" would tell of one that he may not read.
  const unable = await refusalOf(ports, asked, entering({ versionId: '-', hash: '-' }).instruction)
  if (unable) return run(ports, asked, unable)
  return ports.documents.freeze(name, async (text) => {
    // As it is now that nobody writes: what was confirmed since the page was made is told too.
    const state = await ports.record.load<HearingState>(`hearing/${asked.state.id}`)
    // Who signs for another says so and why, under the hash (H-184).
    const acting = state.acting.map((one) => paragraph(actingTold(state, one)))
    const told = signable(text, await sourceOf(ports.record, state, part), [...acting, ...closing])
    if (isRefusal(told)) return told
    const { version, frozen } = versionOf(
      told,
      { name, reason: 'signed', label: '', personId: asked.actor.personId },
      ports,
    )
    const { instruction, inCase } = entering(frozen)
    return run(ports, asked, instruction, { version, ...(inCase && { inCase }) })
  })
}

/** Of a piece that this person may open; null: there is none for him. */
async function titleFor<Tx>(
  { record }: HearingCommandPorts<Tx>,
  { actor, state }: Asked,
  evidenceId: string,
): Promise<string | null> {
  const sight = sightOf(state, { ...actor, audience: 'person' })
  if (isRefusal(sight)) return null
  const { evidence } = await record.load<CaseState>(`case/${state.caseId}`)
  const piece = evidence.find(({ id, withdrawn }) => id === evidenceId && withdrawn === null)
  return piece && mayOpenExhibit(sight, state, actor.personId, piece) ? piece.title : null
}

/**
 * A person's command with what only the server knows: names and frozen texts. Refusals: those of the rules,
 * people/body-unknown and those of `signable`.
 */
export async function executeHearing<Tx>(
  ports: HearingCommandPorts<Tx>,
  asked: Asked,
  command: HearingCommand,
): Done {
  const { actor, state, drawn } = asked
  switch (command.type) {
    case 'name-participant': {
      const [person] = await ports.members.membersFor([command.personId])
      if (!person) return refuse('people/body-unknown')
      return run(ports, asked, { ...command, name: person.name, bodyName: person.bodyName })
    }
    case 'stage-evidence': {
      // Nobody puts on stage, and so opens to all, what he may not open himself.
      const title = await titleFor(ports, asked, command.evidenceId)
      return run(ports, asked, { ...command, title })
    }
    case 'serve-notice':
    case 'serve-papers': {
      // Which papers the case has is told to nobody who may not serve them (H-165).
      const unable = await refusalOf(ports, asked, { ...command, papers: [] })
      if (unable) return run(ports, asked, unable)
      const pinned = await pinPapers(ports, asked, command.papers ?? [])
      if (isRefusal(pinned)) return pinned
      const { papers, version } = pinned
      return run(ports, asked, { ...command, papers }, version ? { version } : {})
    }
    case 'freeze-transcript':
      return freezing(ports, asked, 'transcript', (frozen) => ({
        instruction: { type: 'freeze-transcript', ...frozen },
      }))
    case 'sign-transcript':
      return run(ports, asked, {
        ...{ ...command, ownPartHash: ownPartHash(state, actor.personId) },
        ...(drawn && { drawn }),
      })
    case 'sign-report':
      // Report and case stand together or not at all (REQ-080, C-71).
      return freezing(
        ports,
        asked,
        'report',
        (frozen) => {
          const report = { ...frozen, suggestion: command.suggestion, majority: majorityOf(state) }
          return {
            instruction: { ...command, ...frozen, ...(drawn && { drawn }) },
            inCase: { type: 'hearing-reported', hearingId: state.id, report },
          }
        },
        [paragraph(`听证建议：${command.suggestion}`)],
      )
    case 'give-feedback': {
      const ofCase = await ports.record.load<CaseState>(`case/${state.caseId}`)
      const instruction = { ...command, caseDecided: isClosed(ofCase) }
      return run(ports, asked, instruction, { inCase: { type: 'hearing-answered', hearingId: state.id } })
    }
    case 'cancel':
    case 'terminate': {
      const how = command.type === 'cancel' ? 'cancelled' : 'terminated'
      return run(ports, asked, command, {
        inCase: { type: 'hearing-ended', hearingId: state.id, how },
      })
    }
    default:
      return run(ports, asked, command)
  }
}
