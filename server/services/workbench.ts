import type { Actor } from '#domain/people/actor.ts'
import { LAPSING } from '#domain/tasks/types.ts'

export interface TaskRow {
  readonly id: string
  readonly kind: string
  /** Path in the product, e.g. `/cases/abc`. */
  readonly subject: string
  readonly title: string
  readonly dueAt: string | null
  readonly openedAt: string
}

export interface WorkbenchService {
  tasks(actor: Actor): Promise<readonly TaskRow[]>
}

export interface TaskStore {
  /** Tasks addressed to the person, to a role he holds, or to his body (and role in it). */
  tasksFor(actor: Actor): Promise<readonly TaskRow[]>
}

interface Ports {
  readonly tasks: TaskStore
  /** YYYY-MM-DD in the jurisdiction's time zone. */
  today(): string
}

export function createWorkbenchService({ tasks, today }: Ports): WorkbenchService {
  return {
    async tasks(actor) {
      const over = ({ kind, dueAt }: TaskRow) => LAPSING.has(kind) && dueAt !== null && dueAt < today()
      return (await tasks.tasksFor(actor)).filter((task) => !over(task))
    },
  }
}
