import { auth } from './auth.ts'
import { ballots } from './ballots.ts'
import { blocks } from './blocks.ts'
import { calendar } from './calendar.ts'
import { cases } from './cases.ts'
import { comments } from './comments.ts'
import { common } from './common.ts'
import { dossiers } from './dossiers.ts'
import { evidence } from './evidence.ts'
import { evidenceMarks } from './evidence-marks.ts'
import { hearingWays } from './hearing-ways.ts'
import { hearingsBefore } from './hearings-before.ts'
import { hearings } from './hearings.ts'
import { hearingsAfter } from './hearings-after.ts'
import { invitations } from './invitations.ts'
import { meetings } from './meetings.ts'
import { minutes } from './minutes.ts'
import { people } from './people.ts'
import { record } from './record.ts'
import { refusals } from './refusals.ts'
import { search } from './search.ts'
import { remarks } from './remarks.ts'
import { shell } from './shell.ts'
import { suggestions } from './suggestions.ts'
import { templates } from './templates.ts'
import { versions } from './versions.ts'
import { word } from './word.ts'
import { workbench } from './workbench.ts'
import { writing } from './writing.ts'

/** Everything in this language: for the server, which renders any page. The browser loads single nouns. */
export const zhCN = {
  common,
  shell,
  auth,
  people,
  workbench,
  refusals,
  calendar,
  cases,
  dossiers,
  evidence,
  'evidence-marks': evidenceMarks,
  'hearings-before': hearingsBefore,
  'hearing-ways': hearingWays,
  meetings,
  ballots,
  blocks,
  minutes,
  record,
  remarks,
  suggestions,
  templates,
  versions,
  hearings,
  comments,
  hearingsAfter,
  invitations,
  search,
  word,
  writing,
}
