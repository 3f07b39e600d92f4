import { createHash } from 'node:crypto'
import { decideCase } from '#domain/cases/decide.ts'
import { evolveCase } from '#domain/cases/evolve.ts'
import type { CaseHappening } from '#domain/cases/happenings.ts'
import { initialCase } from '#domain/cases/initial.ts'
import { caseRow, caseTasks } from '#domain/cases/project.ts'
import type { CaseState } from '#domain/cases/types.ts'
import { decideComments } from '#domain/comments/decide.ts'
import { evolveComments, initialComments } from '#domain/comments/evolve.ts'
import type { CommentHappening, CommentInstruction } from '#domain/comments/happenings.ts'
import type { CommentsState } from '#domain/comments/types.ts'
import { decideHearing } from '#domain/hearings/decide.ts'
import { evolveHearing } from '#domain/hearings/evolve.ts'
import type { HearingHappening } from '#domain/hearings/happenings.ts'
import { initialHearing } from '#domain/hearings/initial.ts'
import { hearingRow, hearingTasks } from '#domain/hearings/project.ts'
import type { HearingState } from '#domain/hearings/types.ts'
import { decideMeeting } from '#domain/meetings/decide.ts'
import { evolveMeeting } from '#domain/meetings/evolve.ts'
import type { MeetingHappening } from '#domain/meetings/happenings.ts'
import { initialMeeting } from '#domain/meetings/initial.ts'
import { meetingRow, meetingTasks, recusalsInForce } from '#domain/meetings/project.ts'
import type { MeetingState } from '#domain/meetings/types.ts'
import { decideMinutes } from '#domain/minutes/decide.ts'
import { evolveMinutes } from '#domain/minutes/evolve.ts'
import type { MinutesHappening } from '#domain/minutes/happenings.ts'
import { initialMinutes } from '#domain/minutes/initial.ts'
import { minutesRow, minutesTasks } from '#domain/minutes/project.ts'
import type { MinutesState } from '#domain/minutes/types.ts'
import { decideRemarks } from '#domain/remarks/decide.ts'
import { evolveRemarks, initialRemarks } from '#domain/remarks/evolve.ts'
import type { RemarkHappening, RemarkInstruction } from '#domain/remarks/happenings.ts'
import type { RemarksState } from '#domain/remarks/types.ts'
import { remarkTasks } from '#domain/remarks/view.ts'
import type { TaskDraft } from '#domain/tasks/types.ts'
import {
  decideTemplate,
  evolveTemplate,
  initialTemplate,
  type TemplateHappening,
  type TemplateInstruction,
} from '#domain/templates/decide.ts'
import type { TemplateState } from '#domain/templates/types.ts'
import type { StreamDefinition } from './definitions.ts'
import { NO_ROWS, type TaskColumns } from './projections.ts'

/**
 * A task's id says what it is: the same thing waiting for the same people in the same stream has the same id
 * however often the rows are made anew, so a page that shows it need not jump.
 */
export function taskRows(stream: string, drafts: readonly TaskDraft[]): readonly TaskColumns[] {
  const rows = new Map<string, TaskColumns>()
  for (const draft of drafts) {
    const { kind, subject, title, dueAt, openedAt } = draft
    const addressee = {
      personId: draft.personId ?? null,
      bodyId: draft.bodyId ?? null,
      role: draft.role ?? null,
    }
    const what = [stream, kind, addressee.personId, addressee.bodyId, addressee.role, subject, title]
    const id = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 32)
    rows.set(id, { id, stream, kind, ...addressee, subject, title, dueAt, openedAt })
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

const cases: StreamDefinition<CaseState, Parameters<typeof decideCase>[1], CaseHappening> = {
  initial: initialCase,
  decide: decideCase,
  evolve: evolveCase,
  project: (stream, state) =>
    state.seq === 0
      ? NO_ROWS
      : { ...NO_ROWS, CaseRow: [caseRow(state)], Task: taskRows(stream, caseTasks(state)) },
}

const hearings: StreamDefinition<HearingState, Parameters<typeof decideHearing>[1], HearingHappening> = {
  initial: initialHearing,
  decide: decideHearing,
  evolve: evolveHearing,
  project: (stream, state) =>
    state.seq === 0
      ? NO_ROWS
      : { ...NO_ROWS, HearingRow: [hearingRow(state)], Task: taskRows(stream, hearingTasks(state)) },
}

const meetings: StreamDefinition<MeetingState, Parameters<typeof decideMeeting>[1], MeetingHappening> = {
  initial: initialMeeting,
  decide: decideMeeting,
  evolve: evolveMeeting,
  project: (stream, state) =>
    state.seq === 0
      ? NO_ROWS
      : {
          ...NO_ROWS,
          MeetingRow: [meetingRow(state)],
          RecusalRow: recusalsInForce(state).map((recusal) => ({ ...recusal, meetingId: state.id })),
          Task: taskRows(stream, meetingTasks(state)),
        },
}

const minutes: StreamDefinition<MinutesState, Parameters<typeof decideMinutes>[1], MinutesHappening> = {
  initial: initialMinutes,
  decide: decideMinutes,
  evolve: evolveMinutes,
  project: (stream, state) =>
    state.seq === 0
      ? NO_ROWS
      : { ...NO_ROWS, MinutesRow: [minutesRow(state)], Task: taskRows(stream, minutesTasks(state)) },
}

/** The live comments of a hearing, apart from it: nothing waits in them for anybody, they have no read rows. */
const comments: StreamDefinition<CommentsState, CommentInstruction, CommentHappening> = {
  initial: initialComments,
  decide: decideComments,
  evolve: evolveComments,
  project: () => NO_ROWS,
}

/** What is remarked on one live document; the stream's id is the document's name. */
const remarks: StreamDefinition<RemarksState, RemarkInstruction, RemarkHappening> = {
  initial: initialRemarks,
  decide: decideRemarks,
  evolve: evolveRemarks,
  project: (stream, state) => ({ ...NO_ROWS, Task: taskRows(stream, remarkTasks(state)) }),
}

/** What documents of a kind begin with; the stream's id is `<case kind>.<document>`. Its history is its only reading. */
const templates: StreamDefinition<TemplateState, TemplateInstruction, TemplateHappening> = {
  initial: initialTemplate,
  decide: decideTemplate,
  evolve: evolveTemplate,
  project: () => NO_ROWS,
}

/** The kinds of streams of this release and their rules. */
export const nouns = {
  case: cases,
  comments,
  hearing: hearings,
  meeting: meetings,
  minutes,
  remarks,
  template: templates,
}
