import type { CalendarService } from './calendar.ts'
import type { CasesService } from './cases.ts'
import type { CommentsService } from './comments.ts'
import type { DocumentsService } from './documents.ts'
import type { EvidenceService } from './evidence.ts'
import type { ExhibitsService } from './exhibits.ts'
import type { HearingPapersService } from './hearing-papers.ts'
import type { HearingsService } from './hearings.ts'
import type { InvitationsService } from './invitations.ts'
import type { MeetingsService } from './meetings.ts'
import type { MinutesService } from './minutes.ts'
import type { PeopleService } from './people.ts'
import type { SearchService } from './search.ts'
import type { ServedPapersService } from './served-papers.ts'
import type { RemarksService } from './remarks.ts'
import type { CaseTemplates } from './case-templates.ts'
import type { TemplatesService } from './templates.ts'
import type { TimelineService } from './timeline.ts'
import type { UploadsService } from './uploads.ts'
import type { WordFiles } from './word-files.ts'
import type { WorkbenchService } from './workbench.ts'

/** Everything a page or a socket may ask for; made once in `compose.ts`. */
export interface Services {
  readonly calendar: CalendarService
  readonly cases: CasesService
  readonly comments: CommentsService
  readonly documents: DocumentsService
  readonly evidence: EvidenceService
  readonly exhibits: ExhibitsService
  readonly hearings: HearingsService
  readonly hearingPapers: HearingPapersService
  readonly invitations: InvitationsService
  readonly meetings: MeetingsService
  readonly minutes: MinutesService
  readonly people: PeopleService
  readonly search: SearchService
  readonly servedPapers: ServedPapersService
  readonly remarks: RemarksService
  readonly templates: TemplatesService & Pick<CaseTemplates<unknown>, 'insert'>
  readonly timeline: TimelineService
  readonly uploads: UploadsService
  readonly wordFiles: WordFiles
  readonly workbench: WorkbenchService
}
