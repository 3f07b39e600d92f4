import { EVIDENCE_PAGES, EXHIBIT_PAGES } from './evidence-matrix.ts'
import { TEMPLATE_DRAFTS, TEMPLATE_PAGES } from './template-matrix.ts'
import { VERSION_PAGES } from './version-matrix.ts'
import { WORD_PAGES } from './word-matrix.ts'

/**
 * WHO MAY DO WHAT. Every page, form, message and command, tried as every role by matrix.test.ts on a running server.
 *
 * The moment (scene.ts): the demo's consultation is open, item 1 (rent relief, `:case`) is in statements, discipline1
 * has stated, audit1 waits for the floor, political3 is recused from item 2 (`:otherCase`). All departments take part
 * in rent relief; political has submitted its opinion, discipline and organization have drafts. In a second meeting of
 * the same people (`:voting`) a named ballot is open. A third (`:pastMeeting`) is closed
 * and its minutes are in review.
 *
 * The roles, one column each:
 *   nob  nobody, not signed in            cha  chair: member due, of discipline
 *   app  applicant of rent relief         lea  leader, who signs minutes
 *   d1   discipline1, member due          rec  recorder, a role in hearings only
 *   d3   discipline3, handler             p3   political3, member due, recused from item 2
 *   aud  audit1, attends (列席)            sys  sea  adt  system, security, audit administrator
 *   sec  secretary
 *
 * What happens:
 *   ok   opened, or would be done: every check passed, and only the test's lock on the database refused
 *   >    led on to another page of ours    in   must sign in first (sockets: the handshake is refused)
 *   w r  the document opens for writing, for reading only
 *   no   access/denied                     --   access/not-found: not to be told from what does not exist
 *   rx   access/recused                    np   meeting/not-participant
 *   ch   meeting/not-chair                 of   meeting/not-secretary: neither chair nor secretary
 *   md   meeting/not-a-member-due          sg   minutes/not-a-signatory
 *   1 2  the refusal named at the end of the line: the role may in principle, the state says no
 */
export const ROLES = {
  nob: null,
  app: 'applicant',
  d1: 'discipline1',
  d3: 'discipline3',
  aud: 'audit1',
  sec: 'secretary',
  cha: 'chair',
  lea: 'leader',
  rec: 'recorder',
  p3: 'political3',
  sys: 'sysadmin',
  sea: 'secadmin',
  adt: 'auditor',
} as const

/** By route module. `#word`: which of a page's forms (asks.ts). */
export const PAGES = `
                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
root
  GET  /sign-in                                         ok  >   >   >   >   >   >   >   >   >   >   >   >
_index
  GET  /                                                in  >   >   >   >   >   >   >   >   >   >   >   >
set-up
  GET  /set-up                                          >   >   >   >   >   >   >   >   >   >   >   >   >
  POST /set-up                                          1   1   1   1   1   1   1   1   1   1   1   1   1   1=people/already-set-up
sign-in
  GET  /sign-in                                         ok  >   >   >   >   >   >   >   >   >   >   >   >
  POST /sign-in                                         >   >   >   >   >   >   >   >   >   >   >   >   >
sign-out
  GET  /sign-out                                        >   >   >   >   >   >   >   >   >   >   >   >   >
  POST /sign-out                                        in  in  in  in  in  in  in  in  in  in  in  in  in
language
  GET  /language                                        >   >   >   >   >   >   >   >   >   >   >   >   >
  POST /language                                        >   ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
_app.$
  GET  /no/such/page                                    --  --  --  --  --  --  --  --  --  --  --  --  --
_app.workbench
  GET  /workbench                                       in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
_app.account
  GET  /account                                         in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
  POST /account                                         in  no  no  no  no  no  no  no  no  no  no  no  no
_app.calendar
  GET  /calendar                                        in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
  GET  /calendar?year=2099                              in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
${TEMPLATE_PAGES}
_app.search
  GET  /search?q=容                                     in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
_app.search_.hits
  GET  /search/hits?q=容                                in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok

                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
_app.cases._index
  GET  /cases                                           in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
_app.cases.new
  GET  /cases/new                                       in  no  no  no  no  ok  no  no  no  no  no  no  no
  POST /cases/new                                       in  no  no  no  no  ok  no  no  no  no  no  no  no
_app.cases.$caseId
  GET  /cases/:case                                     in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
_app.cases.$caseId._index
  GET  /cases/:case                                     in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:otherCase                                in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
_app.cases.$caseId.amend
  GET  /cases/:case/amend                               in  no  no  ok  no  ok  no  no  --  no  --  --  --
  POST /cases/:case/amend                               in  no  no  ok  no  ok  no  no  --  no  --  --  --
_app.cases.$caseId.decisions
  GET  /cases/:case/decisions                           in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
_app.cases.$caseId.dossier.($part)
  GET  /cases/:case/dossier                             in  >   >   >   >   >   >   >   --  >   --  --  --
  GET  /cases/:case/dossier/applicant-statement         in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:case/dossier/facts                       in  1   ok  ok  ok  ok  ok  ok  --  ok  --  --  --  1=document/unknown
  GET  /cases/:otherCase/dossier/facts                  in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
  POST /cases/:case/dossier/facts                       in  --  2   2   1   2   2   1   --  2   --  --  --  1=document/read-only 2=record/conflict
  POST /cases/:otherCase/dossier/facts                  in  --  2   2   1   2   2   1   --  rx  --  --  --  1=document/read-only 2=record/conflict
${EVIDENCE_PAGES}_app.cases.$caseId.findings
  GET  /cases/:case/findings                            in  no  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
_app.cases.$caseId.opinions
  GET  /cases/:case/opinions                            in  no  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
_app.cases.$caseId.record
  GET  /cases/:case/record                              in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:otherCase/record                         in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
${VERSION_PAGES}
${WORD_PAGES}
cases_.$caseId.print.$part
  GET  /cases/:case/print/applicant-statement           in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:case/print/facts                         in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:case/print/opinion-discipline            in  --  ok  ok  --  --  ok  --  --  --  --  --  --
  GET  /cases/:case/print/opinion-organization          in  --  --  --  --  --  --  --  --  --  --  --  --
  GET  /cases/:case/print/opinion-political             in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  GET  /cases/:otherCase/print/facts                    in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --

                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
_app.meetings._index
  GET  /meetings                                        in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
_app.meetings.new
  GET  /meetings/new                                    in  no  no  no  no  ok  no  no  no  no  no  no  no
  POST /meetings/new                                    in  no  no  no  no  ok  no  no  no  no  no  no  no
_app.meetings.case-search
  GET  /meetings/case-search?search=                    in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
_app.meetings.$meetingId._index
  GET  /meetings/:meeting                               in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
_app.meetings.$meetingId.calendar[.]ics
  GET  /meetings/:meeting/calendar.ics                  in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
_app.meetings.$meetingId.check-in
  GET  /meetings/:meeting/check-in                      in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
  POST /meetings/:meeting/check-in                      in  --  1   --  1   1   1   np  --  1   --  --  --  1=meeting/already-present
_app.meetings.$meetingId.entries
  GET  /meetings/:meeting/entries                       in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
_app.meetings_.$meetingId_.record
  GET  /meetings/:meeting/record                        in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
meetings_.$meetingId_.record[.]txt
  GET  /meetings/:meeting/record.txt                    in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
meetings.$meetingId.screen
  GET  /meetings/:meeting/screen                        in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --

_app.hearings._index
  GET  /hearings                                        in  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
_app.hearings.new
  GET  /hearings/new                                    in  no  no  no  no  ok  no  no  no  no  no  no  no
  GET  /hearings/new?case=:case                         in  no  no  no  no  ok  no  no  --  no  --  --  --
  POST /hearings/new                                    in  no  no  no  no  ok  no  no  --  no  --  --  --
_app.hearings.$hearingId.prepare
  GET  /hearings/:hearing/prepare                       in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
  POST /hearings/:hearing/prepare#name                  in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
  POST /hearings/:hearing/prepare#remove                in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
  POST /hearings/:hearing/prepare#serve                 in  1   1   1   1   2   1   no  no  1   1   1   1  1=hearing/not-participant 2=hearing/already-noticed
  POST /hearings/:hearing/prepare#papers                in  1   1   1   1   2   1   no  no  1   1   1   1  1=hearing/not-participant 2=document/not-submitted
  POST /hearings/:hearing/prepare#postpone              in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
  POST /hearings/:hearing/prepare#cancel                in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
_app.hearings.$hearingId.guests
  GET  /hearings/:hearing/guests                        in  1   1   1   1   ok  1   no  ok  1   1   1   1  1=hearing/not-participant
  POST /hearings/:hearing/guests#name                   in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
  POST /hearings/:hearing/guests#issue                  in  1   1   1   1   ok  1   no  ok  1   1   1   1  1=hearing/not-participant
  POST /hearings/:hearing/guests#revoke                 in  1   1   1   1   ok  1   no  ok  1   1   1   1  1=hearing/not-participant
_app.hearings.$hearingId.notice
  GET  /hearings/:hearing/notice                        in  1   1   1   1   ok  1   ok  ok  1   1   1   1  1=hearing/not-participant
  POST /hearings/:hearing/notice                        in  1   1   1   1   1   1   1   ok  1   1   1   1  1=hearing/not-participant
invited
  GET  /invited                                         ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
  POST /invited                                         1   1   1   1   1   1   1   1   1   1   1   1   1  1=invitation/not-valid
public.hearings
  GET  /public/hearings                                 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
  POST /public/hearings                                 in  ok  ok  ok  ok  ok  ok  ok  1   ok  ok  ok  ok  1=hearing/already-named
_app.hearings.$hearingId._index
  GET  /hearings/:hearing                               in  1   1   1   1   ok  1   ok  ok  1   1   1   1  1=hearing/not-participant
${EXHIBIT_PAGES}_app.hearings.$hearingId.papers
  GET  /hearings/:hearing/papers                        in  1   1   1   1   ok  1   ok  ok  1   1   1   1  1=hearing/not-participant
  GET  /hearings/:heard/papers                          in  ok  --  --  ok  ok  --  ok  ok  --  --  --  --
_app.hearings.$hearingId.papers_.$paperId
  GET  /hearings/:heard/papers/:paper                   in  ok  --  --  ok  ok  --  ok  ok  --  --  --  --
  GET  /hearings/:hearing/papers/:paper                 in  1   1   1   1   --  1   --  --  1   1   1   1  1=hearing/not-participant
_app.hearings.$hearingId.papers_.$paperId.text
  GET  /hearings/:heard/papers/:paper/text              in  ok  --  --  ok  ok  --  ok  ok  --  --  --  --
  GET  /hearings/:hearing/papers/:paper/text            in  1   1   1   1   --  1   --  --  1   1   1   1  1=hearing/not-participant
hearings.$hearingId.screen
  GET  /hearings/:hearing/screen                        in  1   1   1   1   ok  1   ok  ok  1   1   1   1   1=hearing/not-participant

_app.minutes.new
  GET  /minutes/new?meeting=:meeting                    in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
  GET  /minutes/new?meeting=:pastMeeting                in  --  >   --  >   >   >   >   --  >   --  --  --
  POST /minutes/new                                     in  --  no  --  no  1   no  no  --  no  --  --  --  1=minutes/exists
_app.minutes.$minutesId
  GET  /minutes/:minutes                                in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
  POST /minutes/:minutes#preview                        in  --  no  --  no  ok  no  no  --  no  --  --  --
  POST /minutes/:minutes#regenerate                     in  --  no  --  no  ok  no  no  --  no  --  --  --
minutes_.$minutesId.print
  GET  /minutes/:minutes/print                          in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --

                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
_app.hearings.$hearingId.signatures.$sha256
  GET  /hearings/:heard/signatures/none                 in  --  --  --  --  --  --  --  --  --  --  --  --
_app.hearings.$hearingId.transcript
  GET  /hearings/:heard/transcript                      in  ok  --  --  ok  ok  --  ok  ok  --  --  --  --
  POST /hearings/:heard/transcript#bring-up             in  1   --  --  1   1   --  1   1   --  --  --  --  1=document/read-only
  POST /hearings/:heard/transcript#sign                 in  1   --  --  1   2   --  2   1   --  --  --  --  1=hearing/other-text 2=hearing/not-a-signatory
_app.hearings.$hearingId.report
  GET  /hearings/:heard/report                          in  --  --  --  ok  --  --  --  ok  --  --  --  --
  POST /hearings/:heard/report#bring-up                 in  --  --  --  1   --  --  --  1   --  --  --  --  1=document/read-only
  POST /hearings/:heard/report#sign                     in  1   --  --  1   1   --  1   1   --  --  --  --  1=hearing/not-chair
hearings_.$hearingId.transcript.print
  GET  /hearings/:heard/transcript/print                in  ok  --  --  ok  ok  --  ok  ok  --  --  --  --
hearings_.$hearingId.report.print
  GET  /hearings/:heard/report/print                    in  --  --  --  ok  --  --  --  ok  --  --  --  --

                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
_app.administration
  GET  /administration                                  in  no  no  no  no  no  no  no  no  no  >   >   >
_app.administration._index
  GET  /administration                                  in  no  no  no  no  no  no  no  no  no  >   >   >
_app.administration.people
  GET  /administration/people                           in  no  no  no  no  no  no  no  no  no  ok  no  no
  POST /administration/people#add                       in  no  no  no  no  no  no  no  no  no  ok  no  no
  POST /administration/people#disable                   in  no  no  no  no  no  no  no  no  no  ok  no  no
  POST /administration/people#enable                    in  no  no  no  no  no  no  no  no  no  ok  no  no
  POST /administration/people#reset                     in  no  no  no  no  no  no  no  no  no  ok  no  no
_app.administration.bodies
  GET  /administration/bodies                           in  no  no  no  no  no  no  no  no  no  ok  ok  no
  POST /administration/bodies                           in  no  no  no  no  no  no  no  no  no  ok  no  no
_app.administration.calendar
  GET  /administration/calendar                         in  no  no  no  no  no  no  no  no  no  ok  no  no
  POST /administration/calendar#preview                 in  no  no  no  no  no  no  no  no  no  ok  no  no
  POST /administration/calendar#import                  in  no  no  no  no  no  no  no  no  no  ok  no  no
_app.administration.roles
  GET  /administration/roles                            in  no  no  no  no  no  no  no  no  no  no  ok  no
  POST /administration/roles#grant                      in  no  no  no  no  no  no  no  no  no  no  ok  no
  POST /administration/roles#end                        in  no  no  no  no  no  no  no  no  no  no  ok  no
_app.administration.audit
  GET  /administration/audit                            in  no  no  no  no  no  no  no  no  no  no  no  ok
`

/** Every message of the socket that is answered, and what it is aimed at. Commands stand below. */
export const MESSAGES = `
                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
room/join
  case/:case                                            in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:otherCase                                       in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
  meeting/:meeting                                      in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
  meeting/:meeting#screen                               in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
  minutes/:minutes                                      in  --  ok  --  ok  ok  ok  ok  --  ok  --  --  --
  meeting/nobody-has-it                                 in  --  --  --  --  --  --  --  --  --  --  --  --
  hearing/:hearing                                      in  1   1   1   1   ok  1   ok  ok  1   1   1   1  1=hearing/not-participant
comments/join
  :hearing                                              in  --  --  --  --  ok  --  ok  ok  --  --  --  --
remarks/join
  case/:case/applicant-statement                        in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/facts                                      in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/verification-report                        in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/condition-matrix                           in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/draft-decision                             in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/opinion-discipline                         in  --  ok  ok  --  --  ok  --  --  --  --  --  --
  case/:case/opinion-organization                       in  --  --  --  --  --  --  --  --  --  --  --  --
  case/:case/opinion-political                          in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/no-such-part                               in  --  --  --  --  --  --  --  --  --  --  --  --
  case/:otherCase/facts                                 in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
remarks/readers
  case/:case/applicant-statement                        in  ok  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/facts                                      in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/verification-report                        in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/condition-matrix                           in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/draft-decision                             in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/opinion-discipline                         in  --  ok  ok  --  --  ok  --  --  --  --  --  --
  case/:case/opinion-organization                       in  --  --  --  --  --  --  --  --  --  --  --  --
  case/:case/opinion-political                          in  --  ok  ok  ok  ok  ok  ok  --  ok  --  --  --
  case/:case/no-such-part                               in  --  --  --  --  --  --  --  --  --  --  --  --
  case/:otherCase/facts                                 in  --  ok  ok  ok  ok  ok  ok  --  rx  --  --  --
document/open
  case/:case/applicant-statement                        in  w   r   r   r   r   r   r   --  r   --  --  --
  case/:case/facts                                      in  --  w   w   r   w   w   r   --  w   --  --  --
  case/:case/verification-report                        in  --  w   w   r   w   w   r   --  w   --  --  --
  case/:case/condition-matrix                           in  --  w   w   r   w   w   r   --  w   --  --  --
  case/:case/draft-decision                             in  --  w   w   r   w   w   r   --  w   --  --  --
  case/:case/opinion-discipline                         in  --  w   w   --  --  w   --  --  --  --  --  --
  case/:case/opinion-organization                       in  --  --  --  --  --  --  --  --  --  --  --  --
  case/:case/opinion-political                          in  --  r   r   r   r   r   r   --  r   --  --  --
  case/:case/no-such-part                               in  --  --  --  --  --  --  --  --  --  --  --  --
  case/:otherCase/facts                                 in  --  w   w   r   w   w   r   --  rx  --  --  --
${TEMPLATE_DRAFTS}
  minutes/:minutes/text                                 in  --  r   --  r   w   r   r   --  r   --  --  --
document/update
  case/:case/facts                                      in  1   ok  ok  2   ok  ok  2   1   ok  1   1   1   1=document/unknown 2=document/read-only
  case/:case/opinion-organization                       in  1   1   1   1   1   1   1   1   1   1   1   1   1=document/unknown
  case/:otherCase/facts                                 in  1   ok  ok  2   ok  ok  2   1   1   1   1   1   1=document/unknown 2=document/read-only
ballot/cast
  :voting                                               in  --  ok  --  1   1   ok  1   --  ok  --  --  --  1=ballot/not-entitled
`

/** Messages that nobody answers; people.test.ts shows that they do nothing for whoever has opened nothing. */
export const UNANSWERED = [
  'comments/leave',
  'remarks/leave',
  'room/leave',
  'stage/point',
  'document/presence',
  'document/close',
] as const

/** `room/command` in the room of rent relief. For political3 all of them in that of item 2: access/recused. */
export const CASE_COMMANDS = `
                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
amend                                                   in  no  no  ok  no  ok  no  no  --  no  --  --  --
move                                                    in  no  no  no  no  ok  no  ok  --  no  --  --  --
assign-handlers                                         in  no  no  no  no  ok  no  no  --  no  --  --  --
invite-body                                             in  no  no  no  no  ok  no  no  --  no  --  --  --
link-case                                               in  no  no  ok  no  ok  no  no  --  no  --  --  --
record-finding                                          in  no  ok  ok  no  no  ok  no  --  ok  --  --  --
set-condition                                           in  no  ok  ok  no  ok  ok  no  --  ok  --  --  --
submit-document                                         in  no  no  ok  no  ok  no  no  --  no  --  --  --
reopen-document                                         in  no  no  1   no  1   no  no  --  no  --  --  --  1=document/not-submitted
submit-opinion                                          in  no  ok  ok  1   1   ok  1   --  2   --  --  --  1=case/body-not-invited 2=opinion/already-submitted
withdraw-opinion                                        in  no  1   1   2   2   1   2   --  3   --  --  --  1=opinion/not-submitted 2=case/body-not-invited 3=opinion/item-opened
describe-evidence                                       in  no  no  ok  no  ok  no  no  --  no  --  --  --
withdraw-evidence                                       in  no  no  ok  no  ok  no  no  --  no  --  --  --
mark-evidence                                           in  no  1   1   no  1   1   1   --  1   --  --  --  1=input/invalid
withdraw-evidence-mark                                  in  no  1   1   no  1   1   1   --  1   --  --  --  1=evidence/mark-gone
report-duty-done                                        in  no  no  no  no  no  no  no  --  no  --  --  --
choose-examination                                      in  no  no  ok  no  ok  no  no  --  no  --  --  --
call-off-examination                                    in  no  no  1   no  1   no  no  --  no  --  --  --  1=input/invalid
tell-hearing-right                                      in  no  no  ok  no  ok  no  no  --  no  --  --  --
ask-for-hearing                                         in  1   no  no  no  no  no  no  --  no  --  --  --  1=hearing/right-not-told
register-hearing-request                                in  no  no  1   no  1   no  no  --  no  --  --  --  1=hearing/right-not-told
refuse-hearing-request                                  in  no  no  no  no  1   no  no  --  no  --  --  --  1=input/invalid
`

/** `room/command` in the room of the demo's meeting; those of ballots in that of the voting one. */
export const MEETING_COMMANDS = `
                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
check-in                                                in  --  1   --  1   1   1   np  --  1   --  --  --  1=meeting/already-present
check-out                                               in  --  ok  --  ok  ok  ok  np  --  ok  --  --  --
take-leave                                              in  --  1   --  1   1   1   np  --  1   --  --  --  1=meeting/already-present
renew-code                                              in  --  of  --  of  ok  ok  of  --  of  --  --  --

open                                                    in  --  ch  --  ch  ch  1   ch  --  ch  --  --  --  1=meeting/already-open
adjourn                                                 in  --  ch  --  ch  ch  ok  ch  --  ch  --  --  --
resume                                                  in  --  ch  --  ch  ch  1   ch  --  ch  --  --  --  1=meeting/already-open
close                                                   in  --  ch  --  ch  ch  1   ch  --  ch  --  --  --  1=meeting/undecided-items
cancel                                                  in  --  of  --  of  1   1   of  --  of  --  --  --  1=meeting/already-open
hand-over-chair                                         in  --  ch  --  ch  ok  ok  ch  --  ch  --  --  --

reorder-items                                           in  --  of  --  of  ok  ok  of  --  of  --  --  --
propose-item                                            in  --  ok  --  md  ok  ok  md  --  ok  --  --  --
accept-item                                             in  --  1   --  --  1   ok  1   --  1   --  --  --  1=agenda/chair-consent-needed
decline-item                                            in  --  ch  --  ch  ch  ok  ch  --  ch  --  --  --
open-item                                               in  --  ch  --  ch  ch  1   ch  --  ch  --  --  --  1=agenda/item-open
enter-phase                                             in  --  ch  --  ch  ch  ok  ch  --  ch  --  --  --
defer-item                                              in  --  ch  --  ch  ch  ok  ch  --  ch  --  --  --
finish-item                                             in  --  ch  --  ch  ch  1   ch  --  ch  --  --  --  1=meeting/undecided-items

recuse-myself                                           in  --  ok  --  ok  ok  ok  np  --  1   --  --  --  1=recusal/already-recused
apply-for-recusal                                       in  --  ok  --  md  ok  ok  np  --  1   --  --  --  1=recusal/recused
rule-on-recusal                                         in  --  ch  --  ch  ch  ok  ch  --  ch  --  --  --

raise-hand                                              in  --  ok  --  1   ok  ok  np  --  ok  --  --  --  1=floor/already-waiting
withdraw-hand                                           in  --  1   --  ok  1   1   1   --  1   --  --  --  1=floor/nobody-waiting
grant-floor                                             in  --  ch  --  ch  ch  ok  ch  --  ch  --  --  --
end-floor                                               in  --  1   --  1   1   1   1   --  1   --  --  --  1=floor/nobody-speaking
state                                                   in  --  1   --  2   md  3   np  --  ok  --  --  --  1=statement/already-made 2=statement/attendee-cannot-state 3=statement/chair-last
correct-statement                                       in  --  ok  --  1   1   1   np  --  1   --  --  --  1=statement/not-yours

                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
put-question                                            in  --  ch  --  ch  ch  1   ch  --  ch  --  --  --  1=ballot/statements-missing
open-second-round                                       in  --  ch  --  ch  ch  1   ch  --  ch  --  --  --  1=ballot/already-open
enter-hands                                             in  --  of  --  of  1   of  of  --  of  --  --  --  1=ballot/nothing-to-confirm
confirm-count                                           in  --  1   --  1   1   1   np  --  2   --  --  --  1=ballot/not-scrutineer 2=ballot/nothing-to-confirm
close-ballot                                            in  --  of  --  of  ok  ok  of  --  of  --  --  --
void-ballot                                             in  --  ch  --  ch  ch  ok  ch  --  ch  --  --  --
answer-void                                             in  --  1   --  1   2   1   np  --  2   --  --  --  1=ballot/void-needs-another 2=ballot/void-not-asked
announce-result                                         in  --  ch  --  ch  ch  1   ch  --  ch  --  --  --  1=ballot/already-open
ask-reconsideration                                     in  --  1   --  md  md  1   np  --  1   --  --  --  1=ballot/already-open
consent-reconsideration                                 in  --  1   --  md  md  1   np  --  1   --  --  --  1=ballot/unknown
`

/** `room/command` in the room of minutes in review. */
export const MINUTES_COMMANDS = `
                                                        nob app d1  d3  aud sec cha lea rec p3  sys sea adt
set-decision-detail                                     in  --  no  --  no  ok  no  no  --  no  --  --  --
reason-departure                                        in  --  no  --  no  1   no  no  --  no  --  --  --  1=minutes/no-departure
consent-to-departure                                    in  --  sg  --  sg  sg  sg  1   --  sg  --  --  --  1=minutes/no-departure
send-to-review                                          in  --  no  --  no  1   no  no  --  no  --  --  --  1=minutes/wrong-step
propose-change                                          in  --  ok  --  ok  ok  ok  no  --  ok  --  --  --
answer-proposal                                         in  --  no  --  no  1   no  no  --  no  --  --  --  1=input/invalid
send-to-countersign                                     in  --  no  --  no  ok  no  no  --  no  --  --  --
countersign                                             in  --  1   --  sg  sg  1   sg  --  1   --  --  --  1=minutes/wrong-step
send-to-sign                                            in  --  no  --  no  1   no  no  --  no  --  --  --  1=minutes/wrong-step
sign                                                    in  --  sg  --  sg  sg  sg  1   --  sg  --  --  --  1=minutes/wrong-step
return-to-draft                                         in  --  no  --  no  ok  ok  ok  --  no  --  --  --
`
