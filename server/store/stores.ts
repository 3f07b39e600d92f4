import { createAccessLog } from './access-log.ts'
import { createBallotBox } from './ballots.ts'
import { createTextBeginnings } from './beginnings.ts'
import { createCalendarStore } from './calendar.ts'
import { createCaseList } from './cases.ts'
import type { Database } from './client.ts'
import { createCounters } from './counters.ts'
import { createDocumentsStore } from './documents.ts'
import { createHearingList } from './hearings.ts'
import { createInvitationStore } from './invitations.ts'
import { createMeetingList, createRecusalStore } from './meetings.ts'
import { createMemberLookup, createNameStore, createPeopleStore } from './people.ts'
import { createRecordStore } from './record.ts'
import { createSessionStore } from './sessions.ts'
import { createTaskStore } from './tasks.ts'
import { createVersionStore } from './versions.ts'

/** Every port that a database implements, over one client. */
export function createStores(database: Database, surroundings: { now(): Date; newId(): string }) {
  const versions = createVersionStore(database)
  return {
    accessLog: createAccessLog(database, surroundings),
    beginnings: createTextBeginnings(versions),
    box: createBallotBox(database),
    calendar: createCalendarStore(database),
    cases: createCaseList(database),
    counters: createCounters(),
    documents: createDocumentsStore(database),
    hearings: createHearingList(database),
    invitations: createInvitationStore(database),
    meetings: createMeetingList(database),
    members: createMemberLookup(database),
    names: createNameStore(database),
    people: createPeopleStore(database),
    record: createRecordStore(database),
    recusals: createRecusalStore(database),
    sessions: createSessionStore(database),
    tasks: createTaskStore(database),
    versions,
  }
}
