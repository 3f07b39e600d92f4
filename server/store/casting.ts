import { setTimeout as sleep } from 'node:timers/promises'
import type { BallotBox, Cast } from '#server/services/ballot-box.ts'
import type { Database, Tx } from './client.ts'
import { isTaken } from './failures.ts'
import type { Direct, Prepare } from './sqlite-statements.ts'

type CastAnswer = Awaited<ReturnType<BallotBox<Tx>['cast']>>
type Casting = BallotBox<Tx>['cast']

/** Why nothing was taken; for a vote that was taken before, its receipt. */
async function whyNot(tx: Pick<Tx, 'pollRoll'>, { pollId, personId, commandId }: Cast): Promise<CastAnswer> {
  const line = await tx.pollRoll.findUnique({ where: { pollId_personId: { pollId, personId } } })
  if (!line) return 'not-entitled'
  if (!line.voted) return 'closed'
  return line.commandId === commandId && line.receipt !== null ? { receipt: line.receipt } : 'already-voted'
}

/**
 * PostgreSQL: one statement shares the open poll's row (so a close waits for it, and it for a close), marks
 * the voter if he has not voted, and puts the ballot in if he was marked.
 */
export function castOnPostgres({ client }: Database): Casting {
  return async (vote) => {
    const { pollId, personId, commandId, receipt, ballotId, choice } = vote
    const taken = await client.$queryRaw<unknown[]>`
      WITH box AS (
        SELECT "id", "method" FROM "PollBox" WHERE "id" = ${pollId} AND "status" = 'open' FOR SHARE
      ), marked AS (
        UPDATE "PollRoll" SET "voted" = TRUE, "commandId" = ${commandId}, "receipt" = ${receipt}
        WHERE "pollId" = (SELECT "id" FROM box) AND "personId" = ${personId} AND "voted" = FALSE
        RETURNING "pollId"
      ), put AS (
        INSERT INTO "PollBallot" ("id", "pollId", "personId", "choice")
        SELECT ${ballotId}, marked."pollId", CASE WHEN box."method" = 'named' THEN ${personId} END, ${choice}
        FROM marked, box
        RETURNING 1
      )
      SELECT 1 FROM put`
    return taken.length > 0 ? { receipt } : whyNot(client, vote)
  }
}

const MARK = `
  UPDATE "PollRoll" SET "voted" = TRUE, "commandId" = ?, "receipt" = ?
  WHERE "pollId" = ? AND "personId" = ? AND "voted" = FALSE
    AND EXISTS (SELECT 1 FROM "PollBox" WHERE "id" = ? AND "status" = 'open')`
const PUT = `
  INSERT INTO "PollBallot" ("id", "pollId", "personId", "choice")
  SELECT ?, "id", CASE WHEN "method" = 'named' THEN ? END, ? FROM "PollBox" WHERE "id" = ?`

/** Whether the vote was taken. */
function castWithin(prepare: Prepare, vote: Cast): boolean {
  const { pollId, personId, commandId, receipt, ballotId, choice } = vote
  if (prepare(MARK).run(commandId, receipt, pollId, personId, pollId).changes !== 1) return false
  prepare(PUT).run(ballotId, personId, choice, pollId)
  return true
}

interface Waiting {
  readonly vote: Cast
  readonly answer: (answer: CastAnswer) => void
  readonly fail: (error: unknown) => void
}

/**
 * How much longer than a commit the pause behind it is, and its bound: a commit waits for the disk on the main thread,
 * and a thousand voters who press the key within a second then share some thirty of them.
 */
const PAUSE_FACTOR = 5
const MOST_PAUSE_MS = 20
/** So that the commit of the first is not kept waiting by the last. */
const MOST_PER_COMMIT = 200

/**
 * SQLite has one writer: votes that arrive while a transaction runs share the next one, and with it one
 * write to the disk. Each still is a conditional update and an insert, and is answered after the commit.
 */
export function castOnSqlite({ client }: Database, direct: Direct): Casting {
  const queue: Waiting[] = []
  let running = false

  async function commit(batch: readonly Waiting[]): Promise<void> {
    let taken: readonly boolean[]
    try {
      taken = await direct.write((prepare) => batch.map(({ vote }) => castWithin(prepare, vote)))
    } catch (error) {
      // One that cannot be put in must not take the others with it.
      if (batch.length > 1 && isTaken(error)) for (const one of batch) await commit([one])
      else for (const { fail } of batch) fail(error)
      return
    }
    for (const [index, { vote, answer, fail }] of batch.entries())
      if (taken[index]) answer({ receipt: vote.receipt })
      else whyNot(client, vote).then(answer, fail)
  }

  async function drain(): Promise<void> {
    running = true
    while (queue.length > 0) {
      const started = performance.now()
      await commit(queue.splice(0, MOST_PER_COMMIT))
      await sleep(Math.min(MOST_PAUSE_MS, (performance.now() - started) * PAUSE_FACTOR))
    }
    running = false
  }

  return (vote) =>
    new Promise((answer, fail) => {
      queue.push({ vote, answer, fail })
      if (!running) void drain()
    })
}
