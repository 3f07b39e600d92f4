import { describe, expect, test } from 'vitest'
import { hearingDocumentAccess } from '#domain/hearings/documents.ts'
import { initialHearing } from '#domain/hearings/initial.ts'
import {
  broughtUp,
  draftReport,
  draftTranscript,
  missingFacts,
  PAPER_SECTIONS,
} from '#domain/hearings/paper-draft.ts'
import { paperFact, resolvePaper, type PaperComment } from '#domain/hearings/paper-facts.ts'
import { PHASES, type Phase } from '#domain/hearings/phases.ts'
import type { Capacity, HearingState, HearingStatus, Participant, Passage } from '#domain/hearings/types.ts'
import type { ProseNode } from '#domain/minutes/prose.ts'
import { isRefusal } from '#domain/record/refusal.ts'

const at = (minute: number) => `2026-08-07T01:${String(minute).padStart(2, '0')}:00.000Z`

const one = (personId: string, name: string, capacity: Capacity): Participant => ({
  personId,
  ref: `masked-${personId}`,
  name,
  bodyName: '某单位',
  capacity,
  represents: null,
  breadth: '',
  removed: null,
  identityCheckedAt: null,
  noticeServedAt: null,
  noticeReadAt: null,
  invitation: null,
  calledAt: capacity === 'witness' ? at(0) : null,
  releasedAt: null,
  spans: [{ in: at(0), out: null }],
  warnings: [],
  mutedAt: null,
  expelled: null,
})

const PEOPLE = [
  one('chair', '蒋平', 'chair'),
  one('m1', '沈洁', 'member'),
  one('rec', '杨柳', 'recorder'),
  one('inv', '朱峰', 'investigator'),
  one('party', '邓某', 'party'),
  one('third', '秦岚', 'third-party'),
  one('wit', '尤静', 'witness'),
  one('obs', '何苗', 'observer'),
]

const passage = (id: string, personId: string, phase: Phase, text: string, minute: number): Passage => ({
  id,
  personId,
  phase,
  text,
  by: 'rec',
  at: at(minute),
  confirmedAt: null,
  corrections: [],
})

const state: HearingState = {
  ...initialHearing('h1'),
  seq: 9,
  title: '听证会',
  caseNumber: '容错〔2026〕1号',
  status: 'open',
  participants: PEOPLE,
  openedAt: at(0),
  passages: [
    passage('p1', 'inv', 'investigation', '承办人的话', 1),
    passage('p2', 'party', 'defence', '当事人的话', 2),
    passage('p3', 'third', 'third-parties', '第三人的话', 3),
    passage('p4', 'wit', 'questions', '证人的话', 4),
    passage('p5', 'party', 'debate', '辩论的话', 5),
    passage('p6', 'm1', 'deliberation', '合议的话', 6),
    passage('p7', 'party', 'final-statements', '最后的话', 7),
  ],
  opinions: [{ personId: 'm1', stand: 'tolerate', reason: '合议的理由', at: at(6) }],
}

const comment: PaperComment = {
  id: 'c1',
  authorName: '邓某',
  capacity: 'party',
  text: '评论的话',
  tie: { phase: 'debate', issueId: null, evidenceId: null, paragraph: null },
  at: at(5),
  status: 'admitted',
  answer: null,
}
const comments = [comment, { ...comment, id: 'c2', text: '未采纳的评论', status: 'held' as const }]
const transcript = { part: 'transcript', state, comments } as const

const words = (node: ProseNode): string => node.text ?? (node.content ?? []).map(words).join('')
const lines = (node: ProseNode) => JSON.stringify(node.attrs?.['lines'] ?? '')

/** By heading: the lines of the facts beneath it. */
function sections(text: ProseNode): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  let title = ''
  for (const node of text.content ?? []) {
    if (node.type === 'heading') title = words(node)
    else found[title] = `${found[title] ?? ''}${words(node)}${lines(node)}`
  }
  return found
}

describe('the drafts', () => {
  const told = sections(resolvePaper(draftTranscript(transcript), transcript))

  test('[H-77] the transcript has its ten parts, each with what was said in it', () => {
    const titles = Object.keys(told)
    expect(titles).toHaveLength(10)
    expect(titles.map((title) => title.replace(/^[^、]+、/, ''))).toEqual([...PAPER_SECTIONS.transcript])
    const spoken = ['承办人的话', '当事人的话', '第三人的话', '辩论的话', '证人的话', '最后的话', '评论的话']
    expect(spoken.map((text) => titles.findIndex((title) => told[title]?.includes(text)))).toEqual([
      3, 4, 5, 6, 7, 8, 9,
    ])
  })

  test('[H-77] the report has its six parts with the count of opinions', () => {
    const source = { ...transcript, part: 'report' } as const
    const report = sections(resolvePaper(draftReport(source), source))
    expect(Object.keys(report).map((title) => title.replace(/^[^、]+、/, ''))).toEqual([
      ...PAPER_SECTIONS.report,
    ])
    expect(Object.values(report).at(-1)).toContain('予以容错1人')
  })

  test('[H-73] nothing of the deliberation is told, also by a block that somebody put in', () => {
    expect(JSON.stringify(told)).not.toContain('合议的')
    expect(JSON.stringify(told)).not.toContain('未采纳的评论')
    expect(paperFact(transcript, 'passage', 'p6')).toEqual([])
    expect(paperFact(transcript, 'opinions', 'h1')).toEqual([])
    expect(paperFact({ ...transcript, part: 'report' }, 'opinions', 'h1')).not.toEqual([])
  })

  test('[H-78] a witness is masked in the text that all sign, the party is not', () => {
    expect(JSON.stringify(told)).toContain('尤某')
    expect(JSON.stringify(told)).not.toContain('尤静')
    expect(JSON.stringify(told)).toContain('邓某')
  })
})

describe('bringing up', () => {
  const own: ProseNode = { type: 'paragraph', content: [{ type: 'text', text: '手写' }] }
  const drafted = draftTranscript({ state: { ...state, passages: [] }, comments: [] })
  const written: ProseNode = {
    ...drafted,
    content: (drafted.content ?? []).flatMap((node) => (node.type === 'heading' ? [node, own] : [node])),
  }

  test('[H-71] adds what is missing and keeps every node in its order', () => {
    const next = broughtUp(written, transcript)
    expect(missingFacts(next, transcript)).toEqual([])
    const kept = (next.content ?? []).filter((node) => written.content?.includes(node))
    expect(kept).toEqual(written.content)
    expect(broughtUp(next, transcript)).toBe(next)
  })

  test('[H-71] a section whose heading was taken out is put at the end', () => {
    const without = {
      ...written,
      content: (written.content ?? []).filter((node) => !words(node).startsWith('四、')),
    }
    const next = broughtUp(without, transcript)
    expect(words((next.content ?? []).findLast((node) => node.type === 'heading') ?? own)).toContain('四、')
  })
})

describe('who may do what with the texts', () => {
  const access = (personId: string, over: Partial<HearingState>, part = 'transcript') => {
    const answer = hearingDocumentAccess({ ...state, ...over }, { personId, audience: 'person' }, part)
    return isRefusal(answer) ? '-' : answer
  }
  const frozen = { versionId: 'v', hash: 'h', at: at(9), latestCorrectionOn: '2026-08-14' }
  const row = (over: Partial<HearingState>, part?: string) =>
    PEOPLE.map(({ personId }) => access(personId, over, part)).join(' ')

  test('[H-70] while it is written, in every phase', () => {
    for (const phase of PHASES)
      expect(row({ phase }), phase).toBe(`read read ${phase === 'deliberation' ? 'read' : 'write'} - - - - -`)
    for (const status of ['terminated', 'cancelled'] satisfies HearingStatus[])
      expect(row({ status })).toBe('read read read - - - - -')
  })

  test('[H-74] frozen', () => {
    const over = { status: 'closed', transcript: { ...state.transcript, frozen } } as const
    expect(row(over)).toBe('read read read read read read - -')
    expect(access('stranger', over)).toBe('-')
  })

  test('[H-76] the report before and after its signature', () => {
    expect(row({}, 'report')).toBe('read read read - - - - -')
    expect(row({ status: 'closed' }, 'report')).toBe('write read read - - - - -')
    expect(row({ status: 'finished' }, 'report')).toBe('read read read read - - - -')
    const viewer = { personId: 'stranger', audience: 'person' } as const
    const asReader = (status: HearingStatus) =>
      hearingDocumentAccess({ ...state, status }, viewer, 'report', { readsCase: true })
    expect(asReader('finished')).toBe('read')
    expect(asReader('closed')).toHaveProperty('refused')
    expect(access('chair', {}, 'notes')).toBe('-')
  })
})
