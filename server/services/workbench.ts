import { yearsToImport } from '#domain/calendar/to-import.ts'
import type { Actor } from '#domain/people/actor.ts'
import { mayImportCalendar } from '#domain/people/may.ts'
import { LAPSING } from '#domain/tasks/types.ts'
import type { CalendarService } from './calendar.ts'
import type { RemarksService } from './remarks.ts'

export interface TaskRow {
  readonly id: string
  readonly kind: string
  /** Path in the product, e.g. `/cases/abc`. */
  readonly subject: string
  readonly title: string
  readonly dueAt: string | null
  readonly openedAt: string
}

/** With the stream that lets it wait. */
export type StoredTask = TaskRow & { readonly stream: string }

export interface WorkbenchService {
  tasks(actor: Actor): Promise<readonly TaskRow[]>
}

export interface TaskStore {
  /** Tasks addressed to the person, to a role he holds, to his body (and role in it), or to the writers of texts in his cases. */
  tasksFor(actor: Actor): Promise<readonly StoredTask[]>
}

interface Ports {
  readonly tasks: TaskStore
  readonly remarks: Pick<RemarksService, 'mayRead' | 'mayDecide'>
  readonly calendar: Pick<CalendarService, 'known'>
  /** YYYY-MM-DD in the jurisdiction's time zone. */
  today(): string
}

const REMARKS = 'remarks/'

/** What waits for a person: what the records make wait, and for who keeps the calendar a year that is missing (H-181). */
export function createWorkbenchService({ tasks, remarks, calendar, today }: Ports): WorkbenchService {
  /** A line about remarks stands as long as the person reads (or decides on) the document, whatever closed it to him since. */
  async function isOpen(actor: Actor, { stream, kind, subject }: StoredTask): Promise<boolean> {
    if (!stream.startsWith(REMARKS)) return true
    const name = stream.slice(REMARKS.length)
    if (kind === 'decide-suggestions') return remarks.mayDecide(actor, name)
    return remarks.mayRead(actor, name, Number(subject.split('?remark=')[1]))
  }

  async function missingYears(): Promise<readonly TaskRow[]> {
    return yearsToImport(today(), await calendar.known()).map(({ year, since, dueOn }) => ({
      id: `calendar-${year}`,
      kind: 'import-calendar',
      subject: `/administration/calendar?year=${year}`,
      // The name of the notice that the table is taken from, as the office publishes it.
      title: `国务院办公厅关于${year}年部分节假日安排的通知`,
      dueAt: dueOn,
      openedAt: `${since}T00:00:00Z`,
    }))
  }

  return {
    async tasks(actor) {
      const over = ({ kind, dueAt }: TaskRow) => LAPSING.has(kind) && dueAt !== null && dueAt < today()
      const all = (await tasks.tasksFor(actor)).filter((task) => !over(task))
      const open = await Promise.all(all.map((task) => isOpen(actor, task)))
      const waiting = all.filter((_, at) => open[at]).map(({ stream: _, ...row }) => row)
      return mayImportCalendar(actor) ? [...(await missingYears()), ...waiting] : waiting
    },
  }
}
