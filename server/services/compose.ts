import { createCalendarService, type CalendarStore, type KnownYears } from './calendar.ts'
import { createCaseAccess } from './case-access.ts'
import { createCaseTemplates, type TextBeginnings } from './case-templates.ts'
import { createCasesService, type CaseListStore } from './cases.ts'
import { createCommentsService } from './comments.ts'
import { createDocumentsService } from './documents.ts'
import { createEvidenceService, type EvidenceStore } from './evidence.ts'
import type { AccessLog } from './access-log.ts'
import type { BallotBox } from './ballot-box.ts'
import { createExhibitsService } from './exhibits.ts'
import { createHearingPapers } from './hearing-papers.ts'
import { createHearingsService, type HearingListStore } from './hearings.ts'
import type { Services } from './index.ts'
import { createInvitations, type InvitationStore } from './invitations.ts'
import { createLeaveMeetings, type OfficeLookup } from './leave-meetings.ts'
import { createMeetingViewer } from './meeting-viewer.ts'
import { createMeetingsService, type MeetingListStore, type MemberLookup } from './meetings.ts'
import { createMinutesAccess } from './minutes-access.ts'
import { createMinutesService } from './minutes.ts'
import { createNewItems } from './new-items.ts'
import { createPeopleService, type PeoplePorts } from './people-service.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import type { PeopleStore, Proof } from './people.ts'
import type {
  CounterStore,
  LiveDocuments,
  NameStore,
  RecordPort,
  RecusalStore,
  Surroundings,
  VersionStore,
} from './ports.ts'
import { createRemarksService } from './remarks.ts'
import { createSearchService } from './search.ts'
import type { SearchIndex, StandingStore } from './search-ports.ts'
import { createSight } from './search-sight.ts'
import type { DocumentReader } from './search-units.ts'
import { sharedReading } from './shared-reading.ts'
import { calendarDateIn } from './time-zone.ts'
import { createServedPapers } from './served-papers.ts'
import { createTemplatesService } from './templates.ts'
import { createTimelineService } from './timeline.ts'
import { createUploadsService, type UploadStore } from './uploads.ts'
import type { WordFiles } from './word-files.ts'
import { createWorkbenchService, type TaskStore } from './workbench.ts'

export interface ServiceParts<Tx> extends Surroundings {
  readonly record: RecordPort<Tx>
  readonly stores: {
    readonly accessLog: AccessLog
    readonly beginnings: TextBeginnings<Tx>
    readonly box: BallotBox<Tx>
    readonly calendar: CalendarStore
    readonly cases: CaseListStore
    readonly counters: CounterStore<Tx>
    readonly hearings: HearingListStore
    readonly invitations: InvitationStore<Tx>
    readonly meetings: MeetingListStore
    readonly members: MemberLookup & OfficeLookup
    readonly names: NameStore
    readonly people: PeopleStore
    readonly recusals: RecusalStore
    readonly tasks: TaskStore
    readonly versions: VersionStore<Tx>
  }
  /** The same that the record decides by. */
  readonly knownYears: KnownYears
  readonly documents: LiveDocuments
  readonly search: {
    readonly index: SearchIndex
    readonly documents: DocumentReader
    readonly standing: StandingStore
  }
  readonly files: EvidenceStore
  readonly wordFiles: WordFiles
  readonly uploads: { readonly store: UploadStore; readonly limitBytes: number }
  readonly people: Pick<PeoplePorts, 'passwords' | 'sessions' | 'demo' | 'onSessionsEnded' | 'onRolesChanged'>
  /** Asks for a person's password again, before he signs; counted like a sign-in. */
  readonly confirmPassword: (personId: string, proof: Proof) => Promise<Refusal | null>
  readonly onCast: (meetingId: string, personId: string) => void
}

/** Joins the services; what they share is made once here. */
export function composeServices<Tx>(parts: ServiceParts<Tx>): Services {
  const { record, stores, documents, files, search, onCast, confirmPassword, knownYears } = parts
  const { now, newId, chance, timeZone } = parts
  const surroundings: Surroundings = { now, newId, chance, timeZone }
  const { accessLog, box, counters, versions } = stores
  const readClosed = sharedReading(() => stores.recusals.closedCases())
  const recusals = { ...stores.recusals, closedCases: () => readClosed(null) }
  const readPeople = sharedReading(() => stores.names.people())
  const readBodies = sharedReading(() => stores.names.bodies())
  const names: NameStore = {
    ...stores.names,
    people: () => readPeople(null),
    bodies: () => readBodies(null),
  }
  const accessCase = createCaseAccess({ record, recusals })
  const accessMinutes = createMinutesAccess({ record, accessCase, recusals })
  const viewerOf = createMeetingViewer({ recusals })
  const common = {
    ...surroundings,
    record,
    accessCase,
    accessMinutes,
    viewerOf,
    names,
    documents,
    versions,
    counters,
    accessLog,
  }
  const caseTemplates = createCaseTemplates({ ...common, beginnings: stores.beginnings })
  const today = () => calendarDateIn(surroundings.now(), surroundings.timeZone)
  const leaveMeetings = createLeaveMeetings({
    ...surroundings,
    record,
    list: stores.meetings,
    office: stores.members,
  })
  const hearings = createHearingsService({
    ...common,
    list: stores.hearings,
    members: stores.members,
    bodies: () => stores.people.bodies(),
    files,
    recusals,
    calendar: knownYears,
    confirmPassword,
  })
  const hearingPapers = createHearingPapers({ ...common, recusals, calendar: knownYears })
  const remarks = createRemarksService({ ...common, recusals, people: stores.people })
  const people = createPeopleService({
    ...parts.people,
    confirmPassword,
    store: stores.people,
    log: accessLog,
    today,
    newId: surroundings.newId,
    leaveMeetings: leaveMeetings.everyMeeting,
  })
  const evidence = createEvidenceService({ ...common, files })
  const sight = {
    ...{ record, accessMinutes, hearingPapers, recusals },
    ...{ documents: search.documents, seatOf: hearings.seatOf },
  }
  return {
    calendar: createCalendarService({
      ...{ store: stores.calendar, known: knownYears, log: accessLog, now: surroundings.now },
    }),
    cases: createCasesService({ ...common, templates: caseTemplates, list: stores.cases }),
    comments: createCommentsService({ record, seatOf: hearings.seatOf }),
    documents: createDocumentsService({ ...common, hearingPapers, remarks }),
    evidence,
    exhibits: createExhibitsService({ ...common, files, recusals }),
    hearings,
    hearingPapers,
    invitations: createInvitations({ ...common, ...parts.people, hearings, store: stores.invitations }),
    meetings: createMeetingsService({
      ...common,
      box,
      list: stores.meetings,
      members: stores.members,
      items: createNewItems(common),
      leaveMeetings,
      onCast,
    }),
    minutes: createMinutesService({ ...common, calendar: () => knownYears.known() }),
    people,
    search: createSearchService({
      ...search,
      ...{ people, names },
      sightOf: (actor, standing) => createSight(sight, actor, standing),
    }),
    remarks,
    servedPapers: createServedPapers({ ...common, recusals }),
    templates: { ...createTemplatesService(common), insert: caseTemplates.insert },
    timeline: createTimelineService({ ...common, recusals }),
    uploads: createUploadsService({ accessCase, evidence, ...parts.uploads }),
    wordFiles: parts.wordFiles,
    workbench: createWorkbenchService({ tasks: stores.tasks, remarks, calendar: knownYears, today }),
  }
}
