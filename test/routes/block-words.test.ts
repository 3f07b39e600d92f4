import { expect, it } from 'vitest'
import { pastSight, type Sight } from '#app/components/blocks/sight.tsx'
import { blockWords } from '#app/components/blocks/words.ts'
import { placeSearch } from '#app/components/evidence/paths.ts'
import { parseProse, plainLines } from '#app/components/editor/prose-json.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { UNREGISTERED, type EvidenceMark } from '#domain/cases/evidence-types.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { caseFile, people, type Who } from '../support/case-world.ts'

/** As a page's sentences, but with everything that was put into them in sight. */
const say = (key: string, values: Readonly<Record<string, unknown>> = {}) =>
  [key, ...Object.values(values).map(String)].join(' ')

const file = caseFile().verifying()
file.must('secretary', {
  type: 'add-evidence',
  piece: {
    id: 'e1',
    title: '密件题名',
    fileName: 'a.pdf',
    mediaType: 'application/pdf',
    bytes: 1,
    sha256: 'x',
  },
})
file.must('discipline', {
  type: 'record-finding',
  criterion: 'distinction-1',
  side: 'tolerable',
  reason: '先行先试',
  evidenceIds: ['e1'],
})

function sightOf(who: Who, names: Readonly<Record<string, string>> = {}): Sight {
  const state = caseViewFor(people[who], file.state, { recused: false })
  if (isRefusal(state)) throw new Error(state.refused)
  return { view: { state, people: names, bodies: { discipline: '纪委' } }, isPast: false }
}

const TEXT = JSON.stringify({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '见' },
        { type: 'evidenceRef', attrs: { evidenceId: 'e1', page: 3 } },
        { type: 'personRef', attrs: { kind: 'subject', personId: 'deng' } },
        { type: 'personRef', attrs: { kind: 'person', personId: 'handler' } },
      ],
    },
    { type: 'finding', attrs: { criterion: 'distinction-1' } },
  ],
})
const linesFor = (sight: Sight | null) =>
  plainLines(
    parseProse(TEXT),
    () => '',
    (block) => blockWords(block, sight, say, 'zh-CN'),
  ).join('\n')

it('[D-70] [D-79] a block’s words are the reader’s: whom the case shows less, the same text tells less', () => {
  const department = linesFor(sightOf('organization', { handler: '王办' }))
  expect(department).toContain('密件题名')
  expect(department).toContain('blocks:evidence.at')
  expect(department).toContain('deng')
  expect(department).toContain('王办')
  expect(department).toContain('blocks:finding.said 纪委 dossiers:findings.side.tolerable 先行先试')
  // An applicant is shown no findings, and people whom his page does not name stay unnamed.
  const applicant = linesFor(sightOf('applicant'))
  expect(applicant).not.toMatch(/先行先试|tolerable|王办/)
  expect(applicant).toContain('blocks:person.unseen')
  // A piece of a circle has a title for the circle alone, in the very same text; away from the case nothing has one.
  const register = { ...UNREGISTERED, classification: 'restricted', readerBodyIds: ['political'] } as const
  const restrict = { evidenceId: 'e1', title: '密件题名', register, reason: '涉及举报人' }
  file.must('secretary', { type: 'describe-evidence', ...restrict })
  expect(linesFor(sightOf('political'))).toContain('密件题名')
  for (const outside of ['organization', 'applicant'] as const)
    expect(linesFor(sightOf(outside)), outside).not.toContain('密件题名')
  expect(linesFor(null)).toBe(
    '见blocks:evidence.unseenblocks:person.unseenblocks:person.unseen\nblocks:finding.unseen',
  )
})

it('[E-25] a reference to a mark says its number and place, not its note, and when it was withdrawn', () => {
  const place = { kind: 'zone', page: 7, zone: { x: 1, y: 2, width: 3, height: 4 } } as const
  const mark: EvidenceMark = {
    ...{ id: 'm1', number: 2, place, note: '密记', by: 'political1', at: '', withdrawnAt: null },
  }
  const wordsWith = (changed: Partial<EvidenceMark>) => {
    const sight = sightOf('political')
    const marks = [{ ...mark, ...changed }]
    const evidence = sight.view.state.evidence.map((piece) => ({ ...piece, marks }))
    const node = { type: 'evidenceRef', attrs: { evidenceId: 'e1', markId: 'm1' } }
    const seen = { ...sight, view: { ...sight.view, state: { ...sight.view.state, evidence } } }
    return blockWords(node, seen, say, 'zh-CN')
  }
  expect(wordsWith({})).toMatch(/^blocks:evidence\.at 密件题名 1 7blocks:evidence\.mark 2$/)
  expect(wordsWith({ place: { kind: 'time', second: 83 } })).toContain(
    'blocks:evidence.atTime 密件题名 1 1:23',
  )
  expect(wordsWith({ withdrawnAt: '2026-08-07' })).toContain('blocks:evidence.markGone 2')
  expect(wordsWith({})).not.toContain('密记')
  // Who may not see the piece learns of no mark.
  const node = { type: 'evidenceRef', attrs: { evidenceId: 'e1', markId: 'm1' } }
  expect(blockWords(node, sightOf('organization'), say, 'zh-CN')).toBe('blocks:evidence.unseen')
  expect(placeSearch({ ...mark, place })).toBe('?page=7&mark=m1')
  expect(placeSearch({ ...mark, place: { kind: 'time', second: 83 } })).toBe('?at=83&mark=m1')
})

it('[D-72] of a withdrawn piece the reference says so', () => {
  const { view } = sightOf('political')
  const withdrawn = { at: '', by: '', reason: '' }
  const evidence = view.state.evidence.map((piece) => ({ ...piece, withdrawn }))
  expect(linesFor({ view: { ...view, state: { ...view.state, evidence } }, isPast: false })).toContain(
    'blocks:evidence.withdrawn',
  )
})

it('[D-76] with a version are read the findings of its day', () => {
  const past = pastSight(sightOf('political'), { findings: [], conditions: [] })
  expect(past?.isPast).toBe(true)
  expect(linesFor(past)).not.toContain('先行先试')
  expect(linesFor(past)).toContain('密件题名')
})
