import { people } from './hearing-cast.ts'
import { always } from './read-rights.ts'

/**
 * WHO SEES, OPENS, SAYS AND DOES WHAT IN A HEARING, at each stop from the notice to the signed report; walked by
 * hearing-rights.test.ts on a running server, told by person in docs/hearing-rights.md. People, stops and signs are in
 * hearing-cast.ts: ++ is seen, ok is done or opened, wr and rd are open for writing and reading, all else says why not.
 * What may be said and done stands in hearing-rights-done.ts. Whoever has no line at a thing has the same sign at every stop: that of `OTHERWISE`.
 *
 * A new command is added to hearing-asks.ts, whatever else can be seen or opened to hearing-walk.ts; the test then prints
 * the lines that are missing here, to be judged before they are put in.
 */

const OUTSIDERS = ['dep', 'non', 'sys', 'sea', 'adt'] as const

export const OTHERWISE = {
  sees: always('..', ...people),
  opens: { ...always('np', ...OUTSIDERS), ...always('in', 'nob') },
  does: always('np', ...OUTSIDERS),
  comments: always('--', 'wit', 'out', ...OUTSIDERS),
} as const

/** What reaches a person by whatever way between the stop before and this one: frames, views, texts, pages. */
export const SEES = `
                                       lo id ri in de th qu db su dl fs cl si fz sd fi
title of the hearing
  cha mem rec inv par rep thi wit out exp pub obs sec lea scr ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
the case it is on
  cha mem rec inv par rep thi wit out exp pub sec lea ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
the notice
  cha mem rec inv par rep thi wit out exp pub sec lea ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
name of the party
  cha mem rec inv par rep thi exp pub sec lea ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  wit                                  .. .. .. .. .. ++ ++ ++ .. .. .. .. .. .. .. ..
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
name of the third party
  cha mem rec inv par rep thi exp pub sec lea ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  wit                                  .. .. .. .. .. ++ ++ ++ .. .. .. .. .. .. .. ..
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
name of a witness
  cha mem rec inv wit sec lea          ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
name of a public seat
  cha mem rec inv pub sec lea          ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
why the public seat was chosen
  cha mem rec pub sec lea              ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
id of what was on stage
  cha mem rec inv sec lea              ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  par rep thi pub                      .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  wit                                  .. .. .. .. .. ++ ++ ++ .. .. .. .. .. .. .. ..
  exp                                  .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ .. .. ..
id of what was shown in the deliberation
  cha mem rec inv sec lea              ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
a question
  cha mem rec inv par rep thi exp pub obs sec lea scr .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
why somebody was warned and silenced
  cha mem rec sec lea                  .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  inv par rep thi                      .. .. .. .. .. .. .. .. .. .. .. .. .. ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
why recusal was asked for, and the ruling
  cha mem rec inv par rep thi pub sec lea .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
why the chair went back a phase
  cha mem rec inv par rep thi pub sec lea .. .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
why the hearing was suspended
  cha mem rec inv par rep thi pub sec lea .. .. .. .. .. .. .. .. ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
what the investigator said
  cha mem rec inv par rep thi pub sec lea .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
what the party said
  cha mem rec inv par rep thi pub sec lea .. .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
what the witness said
  cha mem rec inv par rep thi wit pub sec lea .. .. .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
what a member said in the deliberation
  cha mem rec                          .. .. .. .. .. .. .. .. .. ++ ++ ++ ++ ++ ++ ++
what a member thinks, in his words
  cha mem rec                          .. .. .. .. .. .. .. .. .. ++ ++ ++ ++ ++ ++ ++
  inv sec lea dep                      .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
what the recorder typed
  cha mem rec                          .. .. .. .. .. .. .. .. .. .. .. .. ++ ++ ++ ++
  inv par rep thi sec lea              .. .. .. .. .. .. .. .. .. .. .. .. .. ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
what the chair wrote in the report
  cha mem rec                          .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++ ++
  inv sec lea dep                      .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
why somebody did not sign
  cha mem rec sec lea                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++ ++
a late correction
  cha mem rec inv par rep thi pub sec lea .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++ ++
what the report suggests
  cha mem rec inv sec lea dep          .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
comment of the third party, waiting
  cha rec thi                          .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
comment of the public seat, admitted
  cha mem rec inv par rep thi exp pub obs sec lea .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
the answer to it
  cha mem rec inv par rep thi exp pub obs sec lea .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  dep                                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
comment of the party, held back
  cha rec par                          .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
why it was held back
  cha rec par                          .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
comment of a second party, struck
  cha rec                              .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
why it was struck
  cha rec                              .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
the phase
  cha mem rec inv par rep thi exp pub obs sec lea scr .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  wit                                  .. .. .. .. .. ++ ++ .. .. .. .. .. .. .. .. ..
who takes part
  cha mem rec inv par rep thi exp pub obs sec lea scr ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
  wit                                  .. .. .. .. .. ++ ++ .. .. .. .. .. .. .. .. ..
observers by name
  cha mem rec sec lea                  ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++
who speaks
  cha mem rec                          .. ++ ++ ++ ++ ++ ++ ++ .. ++ ++ ++ .. .. .. ..
  inv par rep thi exp pub obs sec lea scr .. ++ ++ ++ ++ ++ ++ ++ .. .. ++ ++ .. .. .. ..
  wit                                  .. .. .. .. .. ++ ++ .. .. .. .. .. .. .. .. ..
who waits for the floor
  cha mem rec                          .. ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ ++ .. .. .. ..
  inv par rep thi exp pub obs sec lea scr .. ++ ++ ++ ++ ++ ++ ++ ++ .. ++ ++ .. .. .. ..
that something is on stage
  cha mem rec                          .. .. .. ++ ++ ++ ++ ++ ++ ++ ++ ++ .. .. .. ..
  inv par rep thi exp pub obs sec lea scr .. .. .. ++ ++ ++ ++ ++ ++ .. ++ ++ .. .. .. ..
  wit                                  .. .. .. .. .. ++ ++ .. .. .. .. .. .. .. .. ..
who signed
  cha mem rec inv par rep thi pub sec lea .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++ ++
what the majority holds
  cha mem rec inv par rep thi pub sec lea .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ++
`

/** Pages, texts and pieces of evidence by their addresses. */
export const OPENS = `
                                       lo id ri in de th qu db su dl fs cl si fz sd fi
the live comments
  cha mem rec inv par rep thi exp pub obs sec lea ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
  wit out dep non sys sea adt          -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
  scr                                  in in in in in in in in in in in in in in in in
page /hearings/…
  cha mem rec inv par rep thi wit out exp pub obs sec lea ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
page /hearings/…/notice
  cha mem rec inv par rep thi wit out exp pub obs sec lea ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
page /hearings/…/prepare
  cha sec                              ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
  mem rec inv par rep thi wit out exp pub obs lea no no no no no no no no no no no no no no no no
page /hearings/…/transcript
  cha mem rec wit out                  ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
  inv par rep thi sec lea              -- -- -- -- -- -- -- -- -- -- -- -- -- ok ok ok
  exp pub obs                          -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
  dep                                  np np np np np np np np np np np np np np np ok
page /hearings/…/transcript/print
  cha mem rec wit out                  ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
  inv par rep thi sec lea              -- -- -- -- -- -- -- -- -- -- -- -- -- ok ok ok
  exp pub obs                          -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
  dep                                  np np np np np np np np np np np np np np np ok
page /hearings/…/report
  cha mem rec                          ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
  inv sec lea                          -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- ok
  par rep thi wit out exp pub obs      -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
  dep                                  np np np np np np np np np np np np np np np ok
page /hearings/…/report/print
  cha mem rec                          ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
  inv sec lea                          -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- ok
  par rep thi wit out exp pub obs      -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
  dep                                  np np np np np np np np np np np np np np np ok
page /hearings/…/screen
  cha mem rec inv par rep thi wit out exp pub obs sec lea scr ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
text of the transcript
  cha mem                              rd rd rd rd rd rd rd rd rd rd rd rd rd rd rd rd
  rec                                  wr wr wr wr wr wr wr wr wr rd wr wr wr rd rd rd
  inv par rep thi sec lea              -- -- -- -- -- -- -- -- -- -- -- -- -- rd rd rd
  wit out exp pub obs                  -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
  dep                                  np np np np np np np np np np np np np np np rd
text of the report
  cha                                  rd rd rd rd rd rd rd rd rd rd rd rd wr wr wr rd
  mem rec                              rd rd rd rd rd rd rd rd rd rd rd rd rd rd rd rd
  inv sec lea                          -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- rd
  par rep thi wit out exp pub obs      -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- --
  dep                                  np np np np np np np np np np np np np np np rd
evidence: staged
  cha mem rec inv sec lea              ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
  par rep thi pub                      no no no ok ok ok ok ok ok ok ok ok ok ok ok ok
  wit                                  no no no no no ok ok no no no no no no no no no
  out obs                              no no no no no no no no no no no no no no no no
  exp                                  no no no ok ok ok ok ok ok no ok ok no no no no
evidence: inside
  cha mem rec inv sec lea              ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
  par rep thi wit out exp pub obs      no no no no no no no no no no no no no no no no
evidence: kept
  cha mem rec inv sec lea              ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
  par rep thi wit out exp pub obs      no no no no no no no no no no no no no no no no
evidence: withdrawn
  cha mem rec inv par rep thi wit out exp pub obs sec lea no no no no no no no no no no no no no no no no
`
