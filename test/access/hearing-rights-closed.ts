import { always } from './read-rights.ts'

/**
 * WHAT IS OTHERWISE IN A CLOSED HEARING to which a representative, third party, witness, expert and public seat come without
 * an account; all else is as in hearing-rights.ts and hearing-rights-done.ts, which say how this is read. Walked by
 * hearing-rights-closed.test.ts.
 */

/** Of no part in it: an observer is one of them, as a closed hearing has none. */
const OUTSIDE = ['obs', 'dep', 'non', 'sys', 'sea', 'adt'] as const

/** To them it is not there. */
export const NOT_THERE = {
  sees: always('..', 'obs'),
  opens: always('--', ...OUTSIDE),
  does: always('--', ...OUTSIDE),
  comments: always('--', ...OUTSIDE),
} as const

/** But for this. */
export const CLOSED = {
  sees: `
                                       lo id ri in de th qu db su dl fs cl si fz sd fi
observers by name
  cha mem rec sec lea                  .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
`,
  opens: `
                                       lo id ri in de th qu db su dl fs cl si fz sd fi
page /hearings/…/transcript
  dep                                  -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- ok
page /hearings/…/transcript/print
  dep                                  -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- ok
page /hearings/…/report
  dep                                  -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- ok
page /hearings/…/report/print
  dep                                  -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- ok
text of the transcript
  dep                                  -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- rd
text of the report
  dep                                  -- -- -- -- -- -- -- -- -- -- -- -- -- -- -- rd
`,
  does: `
                                       lo id ri in de th qu db su dl fs cl si fz sd fi
register-as-observer
  cha mem rec inv par rep thi wit out exp pub sec lea co op op op op op op op op op op op op op op en
sign-transcript
  obs dep non sys sea adt              pw pw pw pw pw pw pw pw pw pw pw pw pw pw pw pw
sign-report
  obs dep non sys sea adt              pw pw pw pw pw pw pw pw pw pw pw pw pw pw pw pw
`,
  comments: '',
} as const
