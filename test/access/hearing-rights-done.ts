// The second half of the table that begins in hearing-rights.ts, where it says how it is read.

/** Commands in the hearing. */
export const DOES = `
                                       lo id ri in de th qu db su dl fs cl si fz sd fi
name-participant
  cha sec                              ok ok ok ok ok ok ok ok ok ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs lea no no no no no no no no no no no no en en en en
remove-participant
  cha sec                              ok ok tp tp tp tp tp tp tp tp tp tp en en en en
  mem rec inv par rep thi wit out exp pub obs lea no no no no no no no no no no no no en en en en
register-as-observer
  cha mem rec inv par rep thi wit out exp pub obs na op op op op op op op op op op op op op op en
  sec lea dep non sys sea adt          ok op op op op op op op op op op op op op op en
serve-notice
  cha sec                              sv op op op op op op op op op op op op op op en
  mem rec inv par rep thi wit out exp pub obs lea no op op op op op op op op op op op op op op en
serve-papers
  cha sec                              ok ok ok ok ok ok ok ok ok ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs lea no no no no no no no no no no no no en en en en
give-feedback
  cha mem rec inv par rep thi wit out exp pub obs lea no no no no no no no no no no no no no no no no
  sec                                  nd nd nd nd nd nd nd nd nd nd nd nd nd nd nd cd
serve-papers, of one not submitted
  cha sec                              ds ds ds ds ds ds ds ds ds ds ds ds en en en en
  mem rec inv par rep thi wit out exp pub obs lea no no no no no no no no no no no no en en en en
read-notice
  cha mem rec inv par rep thi wit out exp pub obs ok ok ok ok ok ok ok ok ok ok ok ok en en en en
  sec lea                              np np np np np np np np np np np np en en en en
cancel
  cha sec                              ok op op op op op op op op op op op op op op en
  mem rec inv par rep thi wit out exp pub obs lea no op op op op op op op op op op op op op op en
come-in
  cha mem rec inv par rep thi wit out exp pub obs he he he he he he he he he he he he en en en en
  sec lea                              np np np np np np np np np np np np en en en en
go-out
  cha mem rec inv par rep thi wit out exp pub obs ok ok ok ok ok ok ok ok ok ok ok ok en en en en
  sec lea                              np np np np np np np np np np np np en en en en
check-identity
  cha mem inv par rep thi wit out exp pub obs sec lea be nr nr nr nr nr nr nr su nr nr nr en en en en
  rec                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
call-witness
  cha                                  be ph ph ph ph ok ok ph su ph ph ph en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
release-witness
  cha                                  be nw nw nw nw ok ok nw su nw nw nw en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
open
  cha                                  ok op op op op op op op op op op op op op op en
  mem rec inv par rep thi wit out exp pub obs sec lea nc op op op op op op op op op op op op op op en
next-phase
  cha                                  be uk pe ok ok ok ok ok su om ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
back-to-phase
  cha                                  be ne pe ok ok ok ok ok su ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
postpone
  cha sec                              ok op op op op op op op op op op op op op op en
  mem rec inv par rep thi wit out exp pub obs lea no op op op op op op op op op op op op op op en
suspend
  cha                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
resume
  cha                                  rs rs rs rs rs rs rs rs ok rs rs rs en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea nc nc nc nc nc nc nc nc nc nc nc nc en en en en
terminate
  cha                                  ok ok ok ok ok ok ok ok ok ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea nc nc nc nc nc nc nc nc nc nc nc nc en en en en
apply-for-recusal
  cha                                  ok ok pe ok ok ok ok ok ok ok ok ok en en en en
  mem rec inv par rep thi              ok ok ok ok ok ok ok ok ok ok ok ok en en en en
  wit                                  ns wo wo wo wo ns ns wo ns wo wo wo en en en en
  out                                  ns wo wo wo wo wo wo wo ns wo wo wo en en en en
  exp pub obs                          ns ns ns ns ns ns ns ns ns ns ns ns en en en en
  sec lea                              np np np np np np np np np np np np en en en en
rule-on-recusal
  cha                                  ru ru ok ru ru ru ru ru ru ru ru ru en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea ru ru nc ru ru ru ru ru ru ru ru ru en en en en
ask-to-speak
  cha                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem rec                              be ok ok ph ph ph ok ph su ok ph ok en en en en
  inv                                  be ok ok ok ph ph ok ok su ph ok ph en en en en
  par                                  be ok ok ph ok ph ok ok su ph ok ph en en en en
  rep                                  be wa wa ph wa ph wa wa su ph wa ph en en en en
  thi                                  be ok ok ph ph ok ok ok su ph ok ph en en en en
  wit                                  be wo wo wo wo ok ok wo su wo wo wo en en en en
  out                                  be wo wo wo wo wo wo wo su wo wo wo en en en en
  exp pub                              be ph ph ph ph ok ok ok su ph ph ph en en en en
  obs                                  be ph ph ph ph ph ph ph su ph ph ph en en en en
  sec lea                              be np np np np np np np su np np np en en en en
withdraw
  cha mem rec inv par thi wit out exp pub obs sec lea be nb nb nb nb nb nb nb su nb nb nb en en en en
  rep                                  be ok ok nb ok nb ok ok su nb ok nb en en en en
give-floor
  cha                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
extend-floor
  cha                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
end-floor
  cha                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem rec                              be ny ny ny ny ny ny ny su ny ny ny en en en en
  inv par rep thi exp pub obs          be ny ny ny ny ny ny ny su ph ny ny en en en en
  wit                                  be wo wo wo wo ny ny wo su wo wo wo en en en en
  out                                  be wo wo wo wo wo wo wo su wo wo wo en en en en
  sec lea                              be np np np np np np np su np np np en en en en
put-question
  cha mem inv par rep thi              be ph ph ph ph ph ok ok su ph ph ph en en en en
  rec                                  be ok ph ph ph ph ph ph su ph ph ph en en en en
  wit                                  be wo wo wo wo ph ph wo su wo wo wo en en en en
  out                                  be wo wo wo wo wo wo wo su wo wo wo en en en en
  exp pub obs                          be ph ph ph ph ph ph ph su ph ph ph en en en en
  sec lea                              be np np np np np np np su np np np en en en en
mark-question
  cha rec                              be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem inv par rep thi wit out exp pub obs sec lea be nr nr nr nr nr nr nr su nr nr nr en en en en
warn
  cha                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
mute
  cha                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
unmute
  cha                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
expel
  cha                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea be nc nc nc nc nc nc nc su nc nc nc en en en en
open-comments-to-observers
  cha                                  ok ok ok ok ok ok ok ok ok ok ok ok en en en en
  mem rec inv par rep thi wit out exp pub obs sec lea nc nc nc nc nc nc nc nc nc nc nc nc en en en en
stage-evidence
  cha rec                              be ok ok ok ok ok ok ok su ok ok ok en en en en
  mem inv par rep thi exp pub obs      be ny ny ny ny ny ny ny su ny ny ny en en en en
  wit                                  be wo wo wo wo ny ny wo su wo wo wo en en en en
  out                                  be wo wo wo wo wo wo wo su wo wo wo en en en en
  sec lea                              be np np np np np np np su np np np en en en en
clear-stage
  cha rec                              be nt nt ok ok ok ok ok su ok ok ok en en en en
  mem                                  be nt nt ny ny ny ny ny su ny ny ny en en en en
  inv par rep thi exp pub obs          be nt nt ny ny ny ny ny su ph ny ny en en en en
  wit                                  be wo wo wo wo ny ny wo su wo wo wo en en en en
  out                                  be wo wo wo wo wo wo wo su wo wo wo en en en en
  sec lea                              be np np np np np np np su np np np en en en en
write-passage
  cha mem inv par rep thi wit out exp pub obs sec lea be nr nr nr nr nr nr nr su nr nr nr en en en en
  rec                                  be ok ok ok ok ok ok ok su ok ok ok en en en en
confirm-passage
  cha mem rec rep thi out exp pub obs sec lea be pu pu ot ot ot ot ot ot ot ot ot ot fz fz fz
  inv                                  be pu pu ok ok ok ok ok ok ok ok ok ok fz fz fz
  par                                  be pu pu ot ok ok ok ok ok ok ok ok ok fz fz fz
  wit                                  be pu pu ot ot ok ok ok ok ok ok ok ok fz fz fz
correct-passage
  cha mem rep thi out exp pub obs sec lea be pu pu ot ot ot ot ot ot ot ot ot ot fz fz fz
  rec inv                              be pu pu ok ok ok ok ok ok ok ok ok ok fz fz fz
  par                                  be pu pu ot ok ok ok ok ok ok ok ok ok fz fz fz
  wit                                  be pu pu ot ot ok ok ok ok ok ok ok ok fz fz fz
give-opinion
  cha mem                              be ph ph ph ph ph ph ph su ok ph ph en en en en
  rec inv par rep thi wit out exp pub obs be nm nm nm nm nm nm nm su nm nm nm en en en en
  sec lea                              be np np np np np np np su np np np en en en en
freeze-transcript
  cha mem inv par rep thi wit out exp pub obs sec lea go go go go go go go go go go go go nr nr nr en
  rec                                  go go go go go go go go go go go go ok fz fz en
sign-transcript
  cha mem rec inv par rep thi wit out exp pub obs sec lea dep non sys sea adt pw pw pw pw pw pw pw pw pw pw pw pw pw pw pw pw
note-refusal-to-sign
  cha                                  go go go go go go go go go go go go nf ok as en
  mem rec inv par rep thi wit out exp pub obs sec lea go go go go go go go go go go go go nc nc nc en
note-missing-signature
  cha                                  go go go go go go go go go go go go nf ok as en
  mem rec inv par rep thi wit out exp pub obs sec lea go go go go go go go go go go go go nc nc nc en
appoint-acting
  cha mem rec inv par rep thi wit out exp pub obs lea go go go go go go go go go go go go no no no en
  sec                                  go go go go go go go go go go go go ok ok ok en
correct-late
  cha mem rec inv par rep thi wit      go go go go go go go go go go go go nf ok ok ok
  out exp pub obs sec lea              go go go go go go go go go go go go nf sg sg sg
sign-report
  cha mem rec inv par rep thi wit out exp pub obs sec lea dep non sys sea adt pw pw pw pw pw pw pw pw pw pw pw pw pw pw pw pw
rule-on-recusal, of the chair
  cha mem inv par rep thi wit out exp pub obs sec lea ru ru nr ru ru ru ru ru ru ru ru ru en en en en
  rec                                  ru ru ok ru ru ru ru ru ru ru ru ru en en en en
sign-transcript, by the form with the password
  cha mem rec inv par rep thi wit      go go go go go go go go go go go go nf ok as en
  out exp pub obs sec lea              go go go go go go go go go go go go nf sg sg en
sign-report, by the form with the password
  cha                                  go go go go go go go go go go go go nf sm ok en
  mem rec inv par rep thi wit out exp pub obs sec lea go go go go go go go go go go go go nc nc nc en
`

/** Commands in its live comments. */
export const COMMENTS = `
                                       lo id ri in de th qu db su dl fs cl si fz sd fi
comment
  cha mem rec                          cn cn cn cn cn cn cn cn cn cn cn cn cn cn cn cn
  inv par rep thi exp pub              be cc cc ok ok ok ok ok su cc cc cc en en en en
  obs                                  oa oa oa oa oa oa oa oa oa oa oa oa ok ok ok ok
  sec lea                              np np np np np np np np np np np np np np np np
support
  cha mem rec                          cu cu cu cn cn cn cn cn cn cn cn cn cn cn cn cn
  inv par rep thi exp                  cu cu cu ok ok ok ok ok su cc cc cc en en en en
  pub                                  cu cu cu cw cw cw cw cw su cc cc cc en en en en
  obs                                  cu cu cu oa oa oa oa oa oa oa oa oa ok ok ok ok
  sec lea                              cu cu cu np np np np np np np np np np np np np
admit
  cha rec                              cu cu cu ok ok ok ok ok ok ok ok ok ok ok ok ok
  mem inv par rep thi exp pub obs sec lea mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo
admit-all
  cha rec                              ad ad ad ok ok ok ok ok ok ok ok ok ok ok ok ok
  mem inv par rep thi exp pub obs sec lea mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo
answer
  cha rec                              cu cu cu ok ok ok ok ok ok ok ok ok ok ok ok ok
  mem inv par rep thi exp pub obs sec lea mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo
hold
  cha rec                              cu cu cu ok ok ok ok ok ok ok ok ok ok ok ok ok
  mem inv par rep thi exp pub obs sec lea mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo
strike
  cha rec                              cu cu cu ok ok ok ok ok ok ok ok ok ok fz fz fz
  mem inv par rep thi exp pub obs sec lea mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo
merge
  cha rec                              cu cu cu ok ok ok ok ok ok ok ok ok ok ok ok ok
  mem inv par rep thi exp pub obs sec lea mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo mo
`
