import { maySeeAllCases } from '#domain/cases/may.ts'
import type { Actor } from '#domain/people/actor.ts'
import { TO_WRITERS } from '#domain/tasks/types.ts'
import type { TaskStore } from '#server/services/workbench.ts'
import type { Database } from './client.ts'

const caseOf = (subject: string) => /^\/cases\/([^/?#]+)/.exec(subject)?.[1] ?? ''

/** What waits for a person: by name, by body, by role, by role in a body, or as who may write a text. */
export function createTaskStore({ client }: Database): TaskStore {
  /** Of the lines for writers those in cases that the person works in; whether he writes the text is the case's to say. */
  async function inOwnCases<Row extends { bodyId: string | null; subject: string }>(
    { personId, bodyId, ...actor }: Actor,
    rows: readonly Row[],
  ): Promise<readonly Row[]> {
    const ids = rows.filter((row) => row.bodyId === TO_WRITERS).map(({ subject }) => caseOf(subject))
    if (ids.length === 0 || maySeeAllCases({ personId, bodyId, ...actor })) return rows
    const cases = await client.caseRow.findMany({
      where: { id: { in: ids } },
      select: { id: true, personIds: true, bodyIds: true },
    })
    // Not by LIKE: to it `_` is any sign.
    const mine = [personId, bodyId].filter((id) => id !== null).map((id) => JSON.stringify(id))
    const known = new Set(
      cases
        .filter((one) => mine.some((id) => one.personIds.includes(id) || one.bodyIds.includes(id)))
        .map(({ id }) => id),
    )
    return rows.filter((row) => row.bodyId !== TO_WRITERS || known.has(caseOf(row.subject)))
  }

  return {
    async tasksFor(actor) {
      const found = await client.task.findMany({
        where: {
          OR: [
            { personId: actor.personId },
            { personId: null, bodyId: TO_WRITERS, role: null },
            ...actor.roles.flatMap(({ role, bodyId }) => [
              { personId: null, bodyId, role },
              { personId: null, bodyId: null, role },
              // To a body without a role: its members and leaders.
              ...(role === 'member' || role === 'leader' ? [{ personId: null, bodyId, role: null }] : []),
            ]),
          ],
        },
      })
      const rows = await inOwnCases(actor, found)
      const recusals = await client.recusalRow.findMany({
        where: { personId: actor.personId },
        select: { caseId: true },
      })
      // A recused person is not told the case's title by what waits for his department either.
      const closed = new Set(recusals.map(({ caseId }) => caseId))
      return rows
        .filter((task) => !closed.has(caseOf(task.subject)))
        .map(({ id, stream, kind, subject, title, dueAt, openedAt }) => ({
          id,
          stream,
          kind,
          subject,
          title,
          dueAt,
          openedAt,
        }))
        .sort(byUrgency)
    },
  }
}

interface Urgent {
  readonly id: string
  readonly dueAt: string | null
  readonly openedAt: string
}

/** What is due first; what is due at no time after it, the oldest first. */
function byUrgency(a: Urgent, b: Urgent): number {
  const key = (task: Urgent) => [task.dueAt ?? '9999', task.openedAt, task.id].join(' ')
  return key(a) < key(b) ? -1 : 1
}
