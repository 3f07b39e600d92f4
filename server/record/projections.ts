import type { CaseColumns } from '#domain/cases/project.ts'
import type { MinutesColumns } from '#domain/minutes/project.ts'
import type { TaskDraft } from '#domain/tasks/types.ts'

/** A meeting as the list of meetings shows it; lists of ids are JSON text. */
export interface MeetingColumns {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly status: string
  readonly grade: string
  readonly chairId: string
  readonly personIds: string
  readonly caseIds: string
  readonly minutesId: string | null
}

/** A hearing as the lists of hearings show it; `personIds` and `officeRoles` are JSON text. */
export interface HearingColumns {
  readonly id: string
  readonly caseId: string
  readonly title: string
  readonly place: string
  readonly startsAt: string
  readonly status: string
  readonly preset: string
  readonly public: boolean
  readonly chairId: string | null
  readonly personIds: string
  readonly officeRoles: string
}

/** A recusal that cuts its person off from the case now. */
export interface RecusalColumns {
  readonly id: string
  readonly meetingId: string
  readonly itemId: string
  readonly caseId: string
  readonly personId: string
}

export interface TaskColumns {
  readonly id: string
  readonly stream: string
  readonly kind: TaskDraft['kind']
  readonly personId: string | null
  readonly bodyId: string | null
  readonly role: string | null
  readonly subject: string
  readonly title: string
  readonly dueAt: string | null
  readonly openedAt: string
}

/**
 * The rows of the read tables that one stream gives. They are a function of the stream's state and of
 * nothing else, so they can be thrown away and made again. (`CaseRow.jurisdictionId` is the store's.)
 */
export interface ProjectionRows {
  readonly CaseRow: readonly CaseColumns[]
  readonly HearingRow: readonly HearingColumns[]
  readonly MeetingRow: readonly MeetingColumns[]
  readonly MinutesRow: readonly MinutesColumns[]
  readonly RecusalRow: readonly RecusalColumns[]
  readonly Task: readonly TaskColumns[]
}

export type ProjectionTable = keyof ProjectionRows
export const PROJECTION_TABLES = [
  'CaseRow',
  'HearingRow',
  'MeetingRow',
  'MinutesRow',
  'RecusalRow',
  'Task',
] as const

export const NO_ROWS: ProjectionRows = {
  CaseRow: [],
  HearingRow: [],
  MeetingRow: [],
  MinutesRow: [],
  RecusalRow: [],
  Task: [],
}
