import type { TaskStore } from '#server/services/workbench.ts'
import type { Database } from './client.ts'

/** What waits for a person: by name, by body, by role, by role in a body. */
export function createTaskStore({ client }: Database): TaskStore {
  return {
    async tasksFor(actor) {
      const rows = await client.task.findMany({
        where: {
          OR: [
            { personId: actor.personId },
            ...actor.roles.flatMap(({ role, bodyId }) => [
              { personId: null, bodyId, role },
              { personId: null, bodyId: null, role },
              // To a body without a role: its members and leaders.
              ...(role === 'member' || role === 'leader' ? [{ personId: null, bodyId, role: null }] : []),
            ]),
          ],
        },
      })
      const recusals = await client.recusalRow.findMany({
        where: { personId: actor.personId },
        select: { caseId: true },
      })
      // A recused person is not told the case's title by what waits for his department either.
      const closed = new Set(recusals.map(({ caseId }) => `/cases/${caseId}`))
      return rows
        .filter((task) => !closed.has(/^\/cases\/[^/?#]+/.exec(task.subject)?.[0] ?? ''))
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
