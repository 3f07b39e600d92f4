import { auth } from './auth.ts'
import { ballots } from './ballots.ts'
import { calendar } from './calendar.ts'
import { cases } from './cases.ts'
import { comments } from './comments.ts'
import { common } from './common.ts'
import { dossiers } from './dossiers.ts'
import { evidence } from './evidence.ts'
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
import { workbench } from './workbench.ts'

/** Everything in this language: for the server, which renders any page. The browser loads single nouns. */
export const en = {
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
  'hearings-before': hearingsBefore,
  'hearing-ways': hearingWays,
  meetings,
  ballots,
  minutes,
  record,
  remarks,
  hearings,
  comments,
  hearingsAfter,
  invitations,
  search,
}
