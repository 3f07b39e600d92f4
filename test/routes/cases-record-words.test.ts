import { createInstance, type i18n } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { namesFrom } from '#app/components/record/names-from.ts'
import { tell } from '#app/components/record/tell.ts'
import { en } from '#app/i18n/en/index.ts'
import { i18nOptions } from '#app/i18n/options.ts'
import { zhCN } from '#app/i18n/zh-CN/index.ts'
import { criteriaSets } from '#domain/criteria/sets.ts'
import { DOSSIER_PARTS, STAGES } from '#domain/cases/types.ts'
import { EFFECTS, MEASURES, OUTCOMES } from '#domain/decisions/outcome.ts'
import { BALLOT_METHODS, VOID_GROUNDS } from '#domain/ballots/types.ts'
import { FLOOR_KINDS } from '#domain/meetings/types.ts'
import { MINUTES_STEPS } from '#domain/minutes/types.ts'

const LANGUAGES = ['zh-CN', 'en'] as const
const i18n = {} as Record<(typeof LANGUAGES)[number], i18n>

beforeAll(async () => {
  for (const lng of LANGUAGES) {
    i18n[lng] = createInstance()
    await i18n[lng].init({ ...i18nOptions, lng, resources: { 'zh-CN': zhCN, en } })
  }
})

const result = {
  counts: { MITIGATED: 7, NOT_TOLERATED: 1, ABSTAIN: 1 },
  cast: 9,
  present: 9,
  due: 9,
  quorumMet: true,
  passed: 'MITIGATED',
}
const names = namesFrom(
  {
    people: { p1: '王建国', p2: '孙丽' },
    bodies: { b1: '纪委监委' },
    subjects: { s1: '邓某' },
    items: { i1: '容错〔2026〕1号' },
    polls: { v1: '邓某' },
    recusals: { x1: { person: '孙丽', item: '容错〔2026〕1号', enteredBySecretary: false } },
    speakers: { h1: '孙丽' },
  },
  '?',
)

/** One of every kind and of every way of saying it; the type of the table of tellers keeps this list honest. */
const ENTRIES: readonly (readonly [type: string, payload: object])[] = [
  ['case/registered', { number: '容错〔2026〕1号', particulars: { title: 't' }, bodyIds: ['b1'] }],
  ['case/templates-taken', { templates: { facts: { number: 3 }, opinion: { number: 1 } } }],
  ['case/amended', { reason: 'r' }],
  ['case/moved', { from: 'submitted', to: 'accepted', reason: null }],
  ['case/moved', { from: 'in-consultation', to: 'shelved', reason: 'r', until: '2026-11-09' }],
  ['case/handlers-assigned', { handlerIds: ['p1', 'p2'] }],
  ['case/body-invited', { bodyId: 'b1' }],
  ['case/linked', { caseId: 'c', reason: 'r' }],
  ['case/finding-recorded', { criterion: 'look-basis', bodyId: 'b1', side: 'tolerable', reason: 'r' }],
  ['case/condition-set', { subjectId: 's1', text: 't', met: 'met' }],
  ['case/document-submitted', { part: 'facts' }],
  ['case/document-reopened', { part: 'facts', reason: 'r' }],
  ['case/document-pinned', { part: 'opinion-b1' }],
  ['case/opinion-submitted', { bodyId: 'b1', stands: { s1: 'MITIGATED' }, clauses: ['c'] }],
  ['case/opinion-withdrawn', { bodyId: 'b1', reason: 'r' }],
  ['case/evidence-added', { title: 't', fileName: 'f' }],
  ['case/evidence-withdrawn', { reason: 'r' }],
  ['case/listed', {}],
  ['case/item-opened', {}],
  [
    'case/decision-recorded',
    { decisions: [{ subjectId: 's1', outcome: 'MITIGATED', minutesNumber: '纪要〔2026〕1号' }] },
  ],
  ['case/duty-reported', { note: 'n' }],
  ['case/hearing-ordered', { hearingId: 'h1', title: 't' }],
  ['case/hearing-ended', { hearingId: 'h1', how: 'cancelled' }],
  ['case/hearing-ended', { hearingId: 'h1', how: 'terminated' }],
  ['case/hearing-reported', { suggestion: 's', majority: 'not-tolerate', hash: 'ab12' }],
  ['case/hearing-reported', { suggestion: 's', majority: null, hash: 'ab12' }],
  ['case/hearing-answered', { hearingId: 'h1' }],
  ['case/hearing-right-told', { toldOn: '2026-08-07', told: 't', latestOn: '2026-08-14' }],
  ['case/hearing-asked', { requestId: 'q1', reason: 'r' }],
  [
    'case/hearing-asked',
    { requestId: 'q1', reason: 'r', registeredFor: { subjectId: 's1', receivedOn: '2026-08-10' } },
  ],
  ['case/hearing-request-granted', { requestId: 'q1', hearingId: 'h1' }],
  ['case/hearing-request-refused', { requestId: 'q1', reason: 'r' }],
  ['case/examination-chosen', { way: { kind: 'symposium', place: '会议室' }, matter: '事项', reason: 'r' }],
  [
    'case/examination-chosen',
    { way: { kind: 'third-party', institution: '审计事务所' }, matter: '事项', reason: 'r' },
  ],
  ['case/examination-called-off', { reason: 'r' }],
  ['case/document-submitted', { part: 'symposium-1' }],
  ['case/document-submitted', { part: 'third-party-1' }],
  ['meeting/convened', { title: 't', place: 'p', chairId: 'p1', membersDue: [1], attendees: [], items: [1] }],
  ...(['self', 'secretary', 'code'] as const).map(
    (way) => ['meeting/member-checked-in', { personId: 'p1', way }] as const,
  ),
  ['meeting/member-checked-out', { personId: 'p1' }],
  ['meeting/member-checked-out', { personId: 'p1', disabled: true }],
  ['meeting/member-checked-out', { personId: 'p1', roleEnded: true }],
  ['meeting/leave-taken', { personId: 'p1', reason: 'r' }],
  ['meeting/code-renewed', {}],
  ['meeting/opened', { present: 8, due: 9 }],
  ['meeting/adjourned', { reason: 'r' }],
  ['meeting/resumed', { present: 8, due: 9 }],
  ['meeting/closed', {}],
  ['meeting/cancelled', { reason: 'r' }],
  ['meeting/chair-handed-over', { from: 'p1', to: 'p2' }],
  ['meeting/chair-handed-over', { from: 'p1', to: 'p2', reason: 'r', appointed: true }],
  ['meeting/minutes-drafted', { minutesId: 'm' }],
  ['agenda/reordered', { itemIds: ['i1'] }],
  ['agenda/item-proposed', { caseTitle: 't' }],
  ['agenda/item-added', { item: { caseNumber: 'n', caseTitle: 't' } }],
  ['agenda/item-declined', { reason: 'r' }],
  ['agenda/item-opened', { itemId: 'i1', presenterId: 'p1' }],
  ['agenda/item-opened', { itemId: 'i1', presenterId: null }],
  ['agenda/phase-entered', { itemId: 'i1', phase: 'questions' }],
  ['agenda/phase-entered', { itemId: 'i1', phase: 'statements' }],
  ['agenda/item-deferred', { itemId: 'i1', reason: 'r' }],
  ['agenda/item-finished', { itemId: 'i1' }],
  ['recusal/declared', { itemId: 'i1', personId: 'p1', reason: 'r' }],
  ['recusal/applied-for', { itemId: 'i1', personId: 'p1', reason: 'r' }],
  ['recusal/ruled', { recusalId: 'x1', granted: true, reason: 'r' }],
  ['recusal/ruled', { recusalId: 'x1', granted: false, reason: 'r', authority: 'chair' }],
  ['recusal/ruled', { recusalId: 'x1', granted: true, reason: 'r', authority: 'superior' }],
  ['recusal/ruled', { recusalId: 'x1', granted: false, reason: 'r', authority: 'superior' }],
  ['floor/hand-raised', { kind: 'question' }],
  ['floor/hand-withdrawn', {}],
  ['floor/granted', { requestId: 'h1', seconds: 180 }],
  ['floor/ended', {}],
  ['statement/made', { stand: 'FOR', reason: 'r' }],
  ['statement/corrected', { text: 't' }],
  ...([1, 2] as const).map(
    (round) =>
      [
        'ballot/opened',
        {
          subjectId: 's1',
          question: 'q',
          options: ['MITIGATED'],
          method: 'secret',
          round,
          roll: [{ entitled: true }],
        },
      ] as const,
  ),
  ['ballot/hands-entered', { counts: { MITIGATED: 3 } }],
  ['ballot/count-confirmed', {}],
  ['ballot/closed', { pollId: 'v1', votedIds: ['p1', 'p2'], result }],
  ['ballot/closed', { pollId: 'v1', votedIds: ['p1'], result: { ...result, passed: null } }],
  [
    'ballot/closed',
    { pollId: 'v1', votedIds: ['p1'], result: { ...result, passed: null, quorumMet: false } },
  ],
  ['ballot/closed', { pollId: 'v1', votedIds: [], result: null }],
  ['ballot/voided', { pollId: 'v1', reason: 'r' }],
  ['ballot/voided', { pollId: 'v1', reason: 'r', ground: 'roll-wrong', askedBy: 'p1' }],
  ['ballot/void-declined', { pollId: 'v1' }],
  ...VOID_GROUNDS.map((ground) => ['ballot/void-asked', { pollId: 'v1', reason: 'r', ground }] as const),
  ['ballot/announced', { pollId: 'v1' }],
  ['ballot/reconsideration-asked', { subjectId: 's1', reason: 'r' }],
  ['ballot/reconsideration-consented', { granted: true }],
  ['ballot/reconsideration-consented', { granted: false }],
  ['minutes/drafted', { meetingTitle: 't' }],
  ['minutes/regenerated', {}],
  ['minutes/decision-detailed', { subjectId: 's1', measure: 'talk-reminder', measureText: '', duties: [] }],
  ['minutes/decision-detailed', { subjectId: 's1', measure: null, measureText: '', duties: [] }],
  ['minutes/departure-reasoned', { caseId: 'c', reason: 'r' }],
  ['minutes/departure-consented', { caseId: 'c' }],
  ['minutes/sent-to-review', {}],
  ['minutes/change-proposed', { text: 't' }],
  ['minutes/proposal-answered', { accepted: true, note: 'n' }],
  ['minutes/proposal-answered', { accepted: false, note: 'n' }],
  ['minutes/sent-to-countersign', {}],
  ['minutes/countersigned', { bodyId: 'b1', agreed: true, reason: '' }],
  ['minutes/countersigned', { bodyId: 'b1', agreed: false, reason: 'r' }],
  ['minutes/sent-to-sign', {}],
  ['minutes/issued', { number: '纪要〔2026〕1号' }],
  ['minutes/returned', { from: 'in-review', reason: 'r' }],
]

describe.each(LANGUAGES)('the record in %s', (language) => {
  test.each(ENTRIES)('tells %s in words', (type, payload) => {
    const { sentence } = tell({ type, payload, actorName: '周敏' }, i18n[language].t, names, language)
    // No key, no placeholder, no code, nobody unknown.
    expect(sentence).not.toMatch(/record:|\{\{|undefined|\?|[a-z]+-[a-z]+\/|MITIGATED|\[object/)
    expect(sentence).not.toContain(type)
    expect(sentence.length).toBeGreaterThan(4)
  })

  test('has a word for every code it may meet', () => {
    const codes: Record<string, readonly string[]> = {
      outcome: [...OUTCOMES, 'ABSTAIN'],
      stage: STAGES,
      measure: MEASURES,
      part: DOSSIER_PARTS,
      criterion: criteriaSets.flatMap(({ wordings }) => wordings[0].criteria.map(({ id }) => id)),
      side: ['tolerable', 'punishable', 'unclear'],
      met: ['met', 'not-met', 'unclear'],
      method: BALLOT_METHODS,
      stand: ['FOR', 'AGAINST', 'DEFER'],
      floor: FLOOR_KINDS,
      step: MINUTES_STEPS,
    }
    const { t } = i18n[language]
    const missing = Object.entries(codes).flatMap(([kind, known]) =>
      known
        .filter((code) => t(`record:words.${kind}.${code}`, { defaultValue: '' }) === '')
        .map((code) => `${kind} ${code}`),
    )
    expect(missing).toEqual([])
    expect(EFFECTS.filter((effect) => t(`cases:effect.${effect}`, { defaultValue: '' }) === '')).toEqual([])
  })

  test('names an entry that it does not know by its type', () => {
    const { sentence } = tell(
      { type: 'case/of-tomorrow', actorName: '周敏' },
      i18n[language].t,
      names,
      language,
    )
    expect(sentence).toContain('case/of-tomorrow')
  })
})
