import { shuffled } from '#domain/ballots/shuffled.ts'
import type { Choice, Counts } from '#domain/ballots/types.ts'
import type { OwnVote } from '#domain/meetings/types.ts'
import type { BallotBox } from '#server/services/ballot-box.ts'
import { castOnPostgres, castOnSqlite } from './casting.ts'
import type { Database, Tx } from './client.ts'

/** Fewer voters than these would point at persons (architecture §5). */
const LEAST_TURNOUT_SHOWN = 3

/** The choices were checked against the question's options before they were cast. */
const choiceOf = (text: string) => text as Choice

/**
 * The ballot box. A secret ballot's rows name nobody and no time; what could still link them while the
 * ballot is open (a common transaction, the order in the file) is ended by `scatter` and `sweep`.
 */
export interface StoredBallotBox extends BallotBox<Tx> {
  /**
   * What the files still hold of rows that were rewritten or removed is overwritten. Done by itself after the
   * commit of `scatter` and `discard`; best effort, and idempotent.
   */
  sweep(): Promise<void>
}

export function createBallotBox(database: Database): StoredBallotBox {
  const { client, kind } = database

  async function sweep(): Promise<void> {
    // SQLite: the log still has the old pages. PostgreSQL: the old rows lie dead in the tables.
    if (kind === 'sqlite') await client.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
    else await client.$executeRawUnsafe('VACUUM "PollBallot", "PollRoll"')
  }

  return {
    async open(tx, { id, stream, method, roll }) {
      await tx.pollBox.create({ data: { id, stream, method, status: 'open' } })
      const entitled = roll.filter((line) => line.entitled)
      await tx.pollRoll.createMany({
        data: entitled.map(({ personId }, index) => ({ pollId: id, personId, ordinal: index + 1 })),
      })
    },

    cast: database.direct ? castOnSqlite(database, database.direct) : castOnPostgres(database),

    async turnout(pollId) {
      const voted = await client.pollRoll.count({ where: { pollId, voted: true } })
      const entitled = await client.pollRoll.count({ where: { pollId } })
      return { pollId, voted: voted < LEAST_TURNOUT_SHOWN ? null : voted, entitled }
    },

    async owns(pollIds) {
      const polls = { pollId: { in: [...pollIds] } }
      const lines = await client.pollRoll.findMany({ where: polls, orderBy: { pollId: 'asc' } })
      // Only a named ballot bears its voter's name, so a secret choice cannot be found here.
      const ballots = await client.pollBallot.findMany({ where: { ...polls, personId: { not: null } } })
      const choices = new Map(ballots.map((ballot) => [`${ballot.pollId} ${ballot.personId}`, ballot.choice]))
      const owns = new Map<string, OwnVote[]>()
      for (const { pollId, personId, voted, receipt } of lines) {
        const choice = choices.get(`${pollId} ${personId}`)
        const own = { pollId, voted, receipt, choice: choice === undefined ? null : choiceOf(choice) }
        owns.set(personId, [...(owns.get(personId) ?? []), own])
      }
      return owns
    },

    async close(tx, pollId) {
      // The row is locked from here: casts under way were waited for, later ones find it shut.
      await tx.pollBox.updateMany({ where: { id: pollId, status: 'open' }, data: { status: 'closed' } })
      const roll = await tx.pollRoll.findMany({ where: { pollId, voted: true }, orderBy: { ordinal: 'asc' } })
      // By their random keys: the order of the rows is nobody's business, not even a log's.
      const ballots = await tx.pollBallot.findMany({ where: { pollId }, orderBy: { id: 'asc' } })
      const counts: Partial<Record<Choice, number>> = {}
      const choices: Record<string, Choice> = {}
      for (const { personId, choice } of ballots) {
        counts[choiceOf(choice)] = (counts[choiceOf(choice)] ?? 0) + 1
        if (personId !== null) choices[personId] = choiceOf(choice)
      }
      return { votedIds: roll.map(({ personId }) => personId), counts: counts satisfies Counts, choices }
    },

    async scatter(tx, pollId, { chance, newId }) {
      const ballots = await tx.pollBallot.findMany({ where: { pollId } })
      const roll = await tx.pollRoll.findMany({ where: { pollId } })
      await tx.pollBallot.deleteMany({ where: { pollId } })
      await tx.pollRoll.deleteMany({ where: { pollId } })
      const fresh = ballots.map(({ choice }) => ({ id: newId(), pollId, personId: null, choice }))
      await tx.pollBallot.createMany({ data: [...shuffled(fresh, chance)] })
      await tx.pollRoll.createMany({ data: [...shuffled(roll, chance)] })
      database.afterCommit(tx, sweep)
    },

    async discard(tx, pollId) {
      await tx.pollBox.updateMany({ where: { id: pollId }, data: { status: 'void' } })
      await tx.pollBallot.deleteMany({ where: { pollId } })
      database.afterCommit(tx, sweep)
    },

    sweep,
  }
}
