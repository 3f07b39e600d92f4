/**
 * `room/command` in the room of the demo's hearing before it is opened, nobody having come; signs and roles as in matrix.ts.
 * Of the roles the recorder takes part, the secretary and the leader read by office. What each capacity may do in each phase
 * stands in hearing-rights.ts.
 */
export const HEARING_COMMANDS = `
                                                        nob app d1 d3 aud sec cha lea rec p3 sys sea adt
name-participant                                        in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
remove-participant                                      in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
register-as-observer                                    in  ok  ok  ok  ok  ok  ok  ok  1   ok  ok  ok  ok  1=hearing/already-named
serve-notice                                            in  1   1   1   1   2   1   no  no  1   1   1   1  1=hearing/not-participant 2=hearing/already-noticed
serve-papers                                            in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
read-notice                                             in  1   1   1   1   1   1   1   ok  1   1   1   1  1=hearing/not-participant
cancel                                                  in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
come-in                                                 in  1   1   1   1   1   1   1   ok  1   1   1   1  1=hearing/not-participant
go-out                                                  in  1   1   1   1   1   1   1   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-present
check-identity                                          in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
call-witness                                            in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
release-witness                                         in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
open                                                    in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-chair
next-phase                                              in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
back-to-phase                                           in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
postpone                                                in  1   1   1   1   ok  1   no  no  1   1   1   1  1=hearing/not-participant
suspend                                                 in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
resume                                                  in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-chair
terminate                                               in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-chair
apply-for-recusal                                       in  1   1   1   1   1   1   1   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-a-side
rule-on-recusal                                         in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=recusal/unknown
ask-to-speak                                            in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
withdraw                                                in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
give-floor                                              in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
extend-floor                                            in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
end-floor                                               in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
put-question                                            in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
mark-question                                           in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
warn                                                    in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
mute                                                    in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
unmute                                                  in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
expel                                                   in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
open-comments-to-observers                              in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-chair
stage-evidence                                          in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
clear-stage                                             in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
write-passage                                           in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
confirm-passage                                         in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
correct-passage                                         in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
give-opinion                                            in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-open
freeze-transcript                                       in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-closed
sign-transcript                                         in  1   1   1   1   1   1   1   1   1   1   1   1  1=auth/password-needed
note-refusal-to-sign                                    in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-closed
appoint-acting                                          in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-closed
note-missing-signature                                  in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-closed
correct-late                                            in  1   1   1   1   2   1   2   2   1   1   1   1  1=hearing/not-participant 2=hearing/not-closed
give-feedback                                           in  1   1   1   1   2   1   no  no  1   1   1   1  1=hearing/not-participant 2=hearing/not-reported
sign-report                                             in  1   1   1   1   1   1   1   1   1   1   1   1  1=auth/password-needed
`

/** The same for its live comments, of which there are none. */
export const COMMENT_COMMANDS = `
                                                        nob app d1 d3 aud sec cha lea rec p3 sys sea adt
comment                                                 in  --  --  --  --  1   --  1   2   --  --  --  --  1=hearing/not-participant 2=hearing/comments-not-for-you
support                                                 in  --  --  --  --  1   --  1   1   --  --  --  --  1=comment/unknown
admit                                                   in  --  --  --  --  1   --  1   2   --  --  --  --  1=comment/not-moderator 2=comment/unknown
admit-all                                               in  --  --  --  --  1   --  1   2   --  --  --  --  1=comment/not-moderator 2=comment/already-done
answer                                                  in  --  --  --  --  1   --  1   2   --  --  --  --  1=comment/not-moderator 2=comment/unknown
hold                                                    in  --  --  --  --  1   --  1   2   --  --  --  --  1=comment/not-moderator 2=comment/unknown
strike                                                  in  --  --  --  --  1   --  1   2   --  --  --  --  1=comment/not-moderator 2=comment/unknown
merge                                                   in  --  --  --  --  1   --  1   2   --  --  --  --  1=comment/not-moderator 2=comment/unknown
`
