import { createInstance, type i18n } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { hearingTellers } from '#app/components/record/tell-hearing.ts'
import { namesFrom } from '#app/components/record/names-from.ts'
import { tell } from '#app/components/record/tell.ts'
import { en } from '#app/i18n/en/index.ts'
import { i18nOptions } from '#app/i18n/options.ts'
import { zhCN } from '#app/i18n/zh-CN/index.ts'
import { CLOSED_GROUNDS, PHASES, TERMINATE_GROUNDS } from '#domain/hearings/phases.ts'
import { CAPACITIES } from '#domain/hearings/types.ts'

const LANGUAGES = ['zh-CN', 'en'] as const
const i18n = {} as Record<(typeof LANGUAGES)[number], i18n>

beforeAll(async () => {
  for (const lng of LANGUAGES) {
    i18n[lng] = createInstance()
    await i18n[lng].init({ ...i18nOptions, lng, resources: { 'zh-CN': zhCN, en } })
  }
})

const names = namesFrom(
  {
    people: { p1: '王建国', p2: '孙丽' },
    recusals: { x1: { person: '孙丽', item: '', enteredBySecretary: false } },
    speakers: { f1: '孙丽' },
  },
  '?',
)
const p1 = { personId: 'p1' }
const why = { reason: 'r' }

/** One of every kind and of every way of saying it. */
const ENTRIES: readonly (readonly [type: string, payload: object])[] = [
  ['hearing/ordered', { title: 't', orderingBodyName: '纪委监委', ...why }],
  ['hearing/notice-served', { shortReason: null, latestOn: '2026-08-07' }],
  ['hearing/notice-served', { shortReason: 'r', latestOn: '2026-08-07' }],
  ['papers/served', { papers: [{ title: '案件事实' }], late: false }],
  ['papers/served', { papers: [], late: true }],
  ['hearing/feedback-given', { text: 't' }],
  ['hearing/notice-read', {}],
  ['hearing/cancelled', why],
  ['hearing/opened', { closedGround: null, present: 9 }],
  ...CLOSED_GROUNDS.map((closedGround) => ['hearing/opened', { closedGround, present: 9 }] as const),
  ...(['hearing/postponed', 'hearing/suspended'] as const).flatMap((type) => [
    [type, { ...why, resumeOn: null }] as const,
    [type, { ...why, resumeOn: '2026-08-07' }] as const,
  ]),
  ['hearing/resumed', {}],
  ...TERMINATE_GROUNDS.map((ground) => ['hearing/terminated', { ground, ...why }] as const),
  ['hearing/closed', {}],
  ...PHASES.map((phase) => ['phase/entered', { phase, backReason: null }] as const),
  ['phase/entered', { phase: 'debate', backReason: 'r' }],
  ...CAPACITIES.map((capacity) => ['participant/named', { name: '王建国', capacity, breadth: '' }] as const),
  ['invitation/issued', p1],
  ['invitation/entered', { way: 'link' }],
  ['invitation/entered', { way: 'code' }],
  ['invitation/revoked', { ...p1, ...why }],
  ['participant/removed', { ...p1, ...why }],
  ['participant/came-in', {}],
  ['participant/went-out', p1],
  ['participant/went-out', { ...p1, disabled: true }],
  ['participant/identity-checked', p1],
  ['witness/called', p1],
  ['witness/released', p1],
  ['recusal/applied-for', { ...p1, ...why }],
  ...(['chair', 'superior'] as const).flatMap((authority) =>
    [true, false].map(
      (granted) => ['recusal/ruled', { recusalId: 'x1', granted, authority, ...why }] as const,
    ),
  ),
  ['floor/hand-raised', { alsoFor: [] }],
  ['floor/hand-raised', { alsoFor: ['p1', 'p2'] }],
  ['floor/hand-withdrawn', {}],
  ['floor/granted', { requestId: 'f1', seconds: 300 }],
  ['floor/extended', { requestId: 'f1', seconds: 60 }],
  ['floor/ended', {}],
  ['question/put', { to: 'p1', text: 't' }],
  ['question/marked', { answered: true }],
  ['question/marked', { answered: false }],
  ['order/warned', { ...p1, ...why }],
  ['order/muted', { ...p1, ...why }],
  ['order/unmuted', p1],
  ['order/expelled', { ...p1, ...why }],
  ['order/observers-comment', { open: true }],
  ['order/observers-comment', { open: false }],
  ['stage/shown', { page: 2 }],
  ['stage/shown', { page: 2, title: '会议纪要', toHall: true }],
  ['stage/cleared', {}],
  ...(['tolerate', 'not-tolerate', 'other'] as const).map(
    (stand) => ['deliberation/opinion-given', { stand, ...why }] as const,
  ),
  ['transcript/passage-written', { ...p1, text: 't' }],
  ['transcript/passage-confirmed', {}],
  ['transcript/passage-corrected', { text: 't' }],
  ['transcript/frozen', { latestCorrectionOn: '2026-08-14' }],
  ['transcript/signed', { hash: 'ab12' }],
  ['transcript/signature-refused', { ...p1, ...why }],
  ['transcript/signature-missing', { ...p1, ...why }],
  ['tribunal/acting-appointed', { capacity: 'chair', name: '甲', ...why }],
  ['tribunal/acting-appointed', { capacity: 'recorder', name: '甲', ...why }],
  ['transcript/corrected-late', { text: 't' }],
  ['report/signed', { suggestion: 's' }],
]

describe.each(LANGUAGES)('the record of a hearing in %s', (language) => {
  test.each(ENTRIES)('[H-79] tells %s in words', (type, payload) => {
    const entry = { stream: 'hearing/h1', type, payload, actorName: '周敏' }
    const { sentence } = tell(entry, i18n[language].t, names, language)
    // No key, no placeholder, no code, nobody unknown.
    expect(sentence).not.toMatch(/record[:.]|\{\{|undefined|\?|[a-z]+-[a-z]+\/|\[object/)
    expect(sentence).not.toContain(type)
    if (language === 'zh-CN') expect(sentence).not.toMatch(/[a-z]{4,}/)
    expect(sentence.length).toBeGreaterThan(4)
  })
})

test('[H-79] every kind of entry is among those tried', () => {
  const tried = new Set(ENTRIES.map(([type]) => type))
  expect(Object.keys(hearingTellers).filter((type) => !tried.has(type))).toEqual([])
})
