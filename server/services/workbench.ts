import type { Actor } from '#domain/people/actor.ts'

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

export function createWorkbenchService(ports: { tasks: TaskStore }): WorkbenchService {
  return { tasks: (actor) => ports.tasks.tasksFor(actor) }
}
