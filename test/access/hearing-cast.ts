import type { Phase } from '#domain/hearings/phases.ts'
import type { Outcome } from './attempts.ts'

/** Where the hearing is looked at: each phase, and what comes before, between and after. Two letters head each column. */
export const STOPS = {
  lobby: 'lo',
  identity: 'id',
  rights: 'ri',
  investigation: 'in',
  defence: 'de',
  'third-parties': 'th',
  questions: 'qu',
  debate: 'db',
  suspended: 'su',
  deliberation: 'dl',
  'final-statements': 'fs',
  closing: 'cl',
  signing: 'si',
  frozen: 'fz',
  signed: 'sd',
  finished: 'fi',
} as const satisfies Record<Phase, string> & Record<string, string>
export type Stop = keyof typeof STOPS
export const stops = Object.keys(STOPS) as readonly Stop[]

/** Who looks, says and does; by account of the demo. */
export const PEOPLE = {
  cha: 'hearing-chair',
  mem: 'hearing-member1',
  rec: 'recorder',
  inv: 'investigator',
  par: 'party',
  rep: 'representative',
  thi: 'third-party',
  wit: 'witness',
  out: 'observer3',
  exp: 'expert',
  pub: 'public-seat',
  obs: 'observer1',
  sec: 'secretary',
  lea: 'leader',
  scr: 'secretary2',
  dep: 'organization1',
  non: 'applicant',
  sys: 'sysadmin',
  sea: 'secadmin',
  adt: 'auditor',
  nob: null,
} as const
export type Person = keyof typeof PEOPLE
export const people = Object.keys(PEOPLE) as readonly Person[]

/** In words, for docs/hearing-rights.md. */
export const WHO: Readonly<Record<Person, string>> = {
  cha: 'chair',
  mem: 'member',
  rec: 'recorder',
  inv: 'investigator',
  par: 'party',
  rep: 'representative of the party',
  thi: 'third party',
  wit: 'witness, called in with the third parties and in the questions, outside at all other times',
  out: 'witness who is never called',
  exp: 'expert',
  pub: 'public seat',
  obs: 'observer',
  sec: 'secretary, by office',
  lea: 'leader of another body, by office',
  scr: 'the big screen, opened by a secretary',
  dep: 'somebody of a department that takes part in the case, of no part in the hearing',
  non: 'somebody of no part in case or hearing',
  sys: 'system administrator',
  sea: 'security administrator',
  adt: 'audit administrator',
  nob: 'nobody, not signed in',
}

/** What a sign stands for. */
export const SIGNS = {
  ok: 'done',
  to: 'led on',
  in: 'sign in',
  wr: 'write',
  rd: 'read',
  dn: 'document/not-submitted',
  rp: 'hearing/not-reported',
  ud: 'hearing/case-undecided',
  no: 'access/denied',
  '--': 'access/not-found',
  pw: 'auth/password-needed',
  np: 'hearing/not-participant',
  nc: 'hearing/not-chair',
  nr: 'hearing/not-recorder',
  nm: 'hearing/not-a-member',
  ns: 'hearing/not-a-side',
  sg: 'hearing/not-a-signatory',
  wo: 'hearing/witness-outside',
  ph: 'hearing/not-in-phase',
  be: 'hearing/not-open',
  su: 'hearing/suspended',
  rs: 'hearing/not-suspended',
  go: 'hearing/not-closed',
  en: 'hearing/ended',
  op: 'hearing/already-opened',
  nn: 'hearing/not-noticed',
  sv: 'hearing/already-noticed',
  na: 'hearing/already-named',
  tp: 'hearing/has-taken-part',
  he: 'hearing/already-present',
  ab: 'hearing/not-present',
  ck: 'hearing/identity-checked',
  uk: 'hearing/identity-unchecked',
  nw: 'hearing/not-a-witness',
  ac: 'hearing/already-called',
  om: 'hearing/opinions-missing',
  ne: 'hearing/not-earlier',
  lp: 'hearing/last-phase',
  pe: 'recusal/pending',
  ru: 'recusal/unknown',
  wa: 'floor/already-waiting',
  nb: 'floor/nobody-waiting',
  nk: 'floor/nobody-speaking',
  ny: 'floor/not-yours',
  ot: 'hearing/not-yours',
  pu: 'hearing/passage-unknown',
  qu: 'hearing/question-unknown',
  ca: 'hearing/cannot-answer',
  nt: 'hearing/nothing-staged',
  fz: 'hearing/transcript-frozen',
  nf: 'hearing/transcript-not-frozen',
  as: 'hearing/already-signed',
  sm: 'hearing/signatures-missing',
  cc: 'hearing/comments-closed',
  cn: 'hearing/comments-not-for-you',
  oa: 'hearing/observers-comment-after',
  mo: 'comment/not-moderator',
  cu: 'comment/unknown',
  cw: 'comment/own',
  ad: 'comment/already-done',
} as const satisfies Readonly<Record<string, Outcome>>

/** Refuses what has no sign yet: it goes into the list above first. */
export function signOf(outcome: Outcome): string {
  const found = Object.entries(SIGNS).find(([, meaning]) => meaning === outcome)
  if (!found) throw new Error(`no sign stands for ${outcome}`)
  return found[0]
}
