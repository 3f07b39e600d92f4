import { join } from 'node:path'
import type { Choice } from '#domain/ballots/types.ts'
import type { Recorded } from '#domain/record/entry.ts'
import { recorded } from '#server/record/chain.ts'
import { openDatabase } from '#server/store/client.ts'
import { MEETING } from '../../support/meeting-play.ts'

export interface Counted {
  readonly pollId: string
  readonly method: string
  readonly votedIds: readonly string[]
  /** Of named ballots. */
  readonly choices: Readonly<Record<string, Choice>>
  readonly cast: number
}

/** A stream of the record, read from the database of a server that has stopped. */
export async function readStream(dataDirectory: string, stream: string): Promise<readonly Recorded[]> {
  const database = await openDatabase({ kind: 'sqlite', file: join(dataDirectory, 'huishang.db') })
  const rows = await database.client.recordEntry.findMany({ where: { stream }, orderBy: { seq: 'asc' } })
  await database.close()
  return rows.map(recorded)
}

/** What the record says of the meeting, read from the database of a server that has stopped. */
export async function readRecord(dataDirectory: string): Promise<{
  readonly ballots: ReadonlyMap<string, Counted>
  /** Hands raised, by person. */
  readonly hands: ReadonlyMap<string, number>
}> {
  const entries = await readStream(dataDirectory, `meeting/${MEETING}`)
  const methods = new Map<string, string>()
  const ballots = new Map<string, Counted>()
  const hands = new Map<string, number>()
  for (const { type, payload, actorId } of entries) {
    const told = payload as Counted & { readonly result: { readonly cast: number } }
    if (type === 'ballot/opened') methods.set(told.pollId, told.method)
    if (type === 'floor/hand-raised') hands.set(actorId, (hands.get(actorId) ?? 0) + 1)
    if (type !== 'ballot/closed') continue
    if (ballots.has(told.pollId)) throw new Error(`the ballot ${told.pollId} was closed twice`)
    const { pollId, votedIds, choices, result } = told
    ballots.set(pollId, { pollId, votedIds, choices, cast: result.cast, method: methods.get(pollId) ?? '' })
  }
  return { ballots, hands }
}
