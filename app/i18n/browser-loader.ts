import type { BackendModule } from 'i18next'
import { isLanguage, NAMESPACES, type Language, type NounNamespace } from './languages.ts'
import type { Sentences } from './sentences.ts'

type Loaders = Readonly<Record<Language, Readonly<Record<NounNamespace, () => Promise<Sentences>>>>>

/** Each noun is a chunk of its own: a page brings only the sentences it says. */
const LOADERS: Loaders = {
  'zh-CN': {
    common: () => import('./zh-CN/common.ts').then((file) => file.common),
    shell: () => import('./zh-CN/shell.ts').then((file) => file.shell),
    auth: () => import('./zh-CN/auth.ts').then((file) => file.auth),
    people: () => import('./zh-CN/people.ts').then((file) => file.people),
    workbench: () => import('./zh-CN/workbench.ts').then((file) => file.workbench),
    refusals: () => import('./zh-CN/refusals.ts').then((file) => file.refusals),
    calendar: () => import('./zh-CN/calendar.ts').then((file) => file.calendar),
    cases: () => import('./zh-CN/cases.ts').then((file) => file.cases),
    dossiers: () => import('./zh-CN/dossiers.ts').then((file) => file.dossiers),
    evidence: () => import('./zh-CN/evidence.ts').then((file) => file.evidence),
    'evidence-marks': () => import('./zh-CN/evidence-marks.ts').then((file) => file.evidenceMarks),
    'hearings-before': () => import('./zh-CN/hearings-before.ts').then((file) => file.hearingsBefore),
    'hearing-ways': () => import('./zh-CN/hearing-ways.ts').then((file) => file.hearingWays),
    meetings: () => import('./zh-CN/meetings.ts').then((file) => file.meetings),
    ballots: () => import('./zh-CN/ballots.ts').then((file) => file.ballots),
    blocks: () => import('./zh-CN/blocks.ts').then((file) => file.blocks),
    minutes: () => import('./zh-CN/minutes.ts').then((file) => file.minutes),
    record: () => import('./zh-CN/record.ts').then((file) => file.record),
    remarks: () => import('./zh-CN/remarks.ts').then((file) => file.remarks),
    suggestions: () => import('./zh-CN/suggestions.ts').then((file) => file.suggestions),
    templates: () => import('./zh-CN/templates.ts').then((file) => file.templates),
    versions: () => import('./zh-CN/versions.ts').then((file) => file.versions),
    hearings: () => import('./zh-CN/hearings.ts').then((file) => file.hearings),
    comments: () => import('./zh-CN/comments.ts').then((file) => file.comments),
    hearingsAfter: () => import('./zh-CN/hearings-after.ts').then((file) => file.hearingsAfter),
    invitations: () => import('./zh-CN/invitations.ts').then((file) => file.invitations),
    search: () => import('./zh-CN/search.ts').then((file) => file.search),
    word: () => import('./zh-CN/word.ts').then((file) => file.word),
    writing: () => import('./zh-CN/writing.ts').then((file) => file.writing),
  },
  en: {
    common: () => import('./en/common.ts').then((file) => file.common),
    shell: () => import('./en/shell.ts').then((file) => file.shell),
    auth: () => import('./en/auth.ts').then((file) => file.auth),
    people: () => import('./en/people.ts').then((file) => file.people),
    workbench: () => import('./en/workbench.ts').then((file) => file.workbench),
    refusals: () => import('./en/refusals.ts').then((file) => file.refusals),
    calendar: () => import('./en/calendar.ts').then((file) => file.calendar),
    cases: () => import('./en/cases.ts').then((file) => file.cases),
    dossiers: () => import('./en/dossiers.ts').then((file) => file.dossiers),
    evidence: () => import('./en/evidence.ts').then((file) => file.evidence),
    'evidence-marks': () => import('./en/evidence-marks.ts').then((file) => file.evidenceMarks),
    'hearings-before': () => import('./en/hearings-before.ts').then((file) => file.hearingsBefore),
    'hearing-ways': () => import('./en/hearing-ways.ts').then((file) => file.hearingWays),
    meetings: () => import('./en/meetings.ts').then((file) => file.meetings),
    ballots: () => import('./en/ballots.ts').then((file) => file.ballots),
    blocks: () => import('./en/blocks.ts').then((file) => file.blocks),
    minutes: () => import('./en/minutes.ts').then((file) => file.minutes),
    record: () => import('./en/record.ts').then((file) => file.record),
    remarks: () => import('./en/remarks.ts').then((file) => file.remarks),
    suggestions: () => import('./en/suggestions.ts').then((file) => file.suggestions),
    templates: () => import('./en/templates.ts').then((file) => file.templates),
    versions: () => import('./en/versions.ts').then((file) => file.versions),
    hearings: () => import('./en/hearings.ts').then((file) => file.hearings),
    comments: () => import('./en/comments.ts').then((file) => file.comments),
    hearingsAfter: () => import('./en/hearings-after.ts').then((file) => file.hearingsAfter),
    invitations: () => import('./en/invitations.ts').then((file) => file.invitations),
    search: () => import('./en/search.ts').then((file) => file.search),
    word: () => import('./en/word.ts').then((file) => file.word),
    writing: () => import('./en/writing.ts').then((file) => file.writing),
  },
}

function isNamespace(value: string): value is NounNamespace {
  return NAMESPACES.some((namespace) => namespace === value)
}

/** i18next backend for the browser: reads one noun of one language. */
export const browserLoader: BackendModule = {
  type: 'backend',
  init() {
    // Nothing to prepare: the loaders are written out above.
  },
  read(language, namespace, done) {
    if (!isLanguage(language) || !isNamespace(namespace)) {
      done(new Error(`no sentences for ${language}/${namespace}`), false)
      return
    }
    LOADERS[language][namespace]().then(
      (sentences) => done(null, sentences),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
    )
  },
}
