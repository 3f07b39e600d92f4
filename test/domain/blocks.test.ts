import { describe, expect, it, test } from 'vitest'
import { matrixOf, matrixRow } from '#domain/criteria/matrix.ts'
import { centsOf, isCents, lossTotals, yuanOf } from '#domain/dossiers/cents.ts'
import { caseViewFor } from '#domain/cases/view.ts'
import { isRefusal } from '#domain/record/refusal.ts'
import { cited, citable, rulebooks } from '#domain/rulebooks/cite.ts'
import type { Rulebook } from '#domain/rulebooks/types.ts'
import { proseText } from '#domain/search/prose-text.ts'
import { caseFile, people, type Who } from '../support/case-world.ts'

const finding = (side: 'tolerable' | 'punishable' | 'unclear', criterion = 'distinction-1') =>
  ({ type: 'record-finding', criterion, side, reason: '理由', evidenceIds: [] }) as const

/** The matrix as one person's page computes it. */
function matrixFor(who: Who, file: ReturnType<typeof caseFile>) {
  const view = caseViewFor(people[who], file.state, { recused: false })
  if (isRefusal(view)) throw new Error(view.refused)
  return matrixOf(view)
}

describe('the matrix', () => {
  it('[D-75] shows per criterion and department what was found, who has said nothing, and where they differ', () => {
    const file = caseFile().verifying()
    const row = () => matrixRow(file.state, 'distinction-1')
    expect(row()).toMatchObject({ agreement: 'incomplete', missing: file.state.bodyIds })
    file.must('discipline', finding('tolerable'))
    expect(row()?.missing).toEqual(file.state.bodyIds.filter((id) => id !== 'discipline'))
    expect(row()?.agreement).toBe('incomplete')
    file.must('organization', finding('punishable'))
    expect(row()?.agreement).toBe('differ')
    file.must('organization', finding('tolerable'))
    file.must('political', finding('tolerable'))
    expect(row()).toMatchObject({ agreement: 'agree', missing: [] })
    expect(row()?.cells.map(({ bodyId, finding: said }) => [bodyId, said?.side])).toEqual(
      file.state.bodyIds.map((id) => [id, 'tolerable']),
    )
    expect(matrixOf(file.state)).toHaveLength(9)
    expect(matrixRow(file.state, 'weather')).toBeNull()
  })

  it('[D-75] is made from the view of who looks: an applicant’s is empty', () => {
    const file = caseFile().verifying()
    file.must('discipline', finding('tolerable'))
    const said = (who: Who) =>
      matrixFor(who, file).flatMap(({ cells }) => cells.filter((cell) => cell.finding !== null))
    expect(said('organization')).toHaveLength(1)
    expect(said('applicant')).toHaveLength(0)
  })
})

describe('losses', () => {
  test.each([
    ['12,345.67', 1_234_567],
    ['0.1', 10],
    ['１２．３', 1_230],
    ['', 0],
    ['8', 800],
    ['1.005', null],
    ['-1', null],
    ['1e5', null],
    ['九万', null],
    ['999999999999999', null],
  ])('[D-77] %s is %s cents', (typed, cents) => expect(centsOf(typed)).toBe(cents))

  it('[D-77] sums are whole cents, also where floats would be a cent off', () => {
    const rows = Array.from({ length: 1_000 }, () => ({ loss: 10, recovered: 20 }))
    expect(lossTotals(rows)).toEqual({ loss: 10_000, recovered: 20_000, open: -10_000 })
    expect(yuanOf(lossTotals([{ loss: 110, recovered: 20 }]).open)).toBe('0.90')
    expect([yuanOf(0), yuanOf(5), yuanOf(-1_234_567), yuanOf(100_000_000)]).toEqual([
      '0.00',
      '0.05',
      '-12,345.67',
      '1,000,000.00',
    ])
    expect([0.5, -1, NaN, Infinity, 2 ** 53, '1', null].filter(isCents)).toEqual([])
  })
})

describe('clauses', () => {
  const clause = (text: string) => ({ id: 'b-1', place: '第一条', text })
  const book: Rulebook = {
    id: 'b',
    instrument: '《甲办法》',
    versions: [
      { id: 'b-old', name: '2016年', until: '2020-12-31', clauses: [clause('旧')] },
      { id: 'b-new', name: '2021年', until: null, clauses: [clause('新')] },
    ],
  }
  const at = (versionId: string, day: string) => cited({ clauseId: 'b-1', versionId }, day, [book])

  it('[D-73] a citation keeps the wording of its version and says when that is no longer in force', () => {
    expect(at('b-old', '2020-12-31')).toMatchObject({ clause: { text: '旧' }, isInForce: true })
    expect(at('b-old', '2021-01-01')).toMatchObject({ clause: { text: '旧' }, isInForce: false })
    expect(at('b-new', '2026-01-01')).toMatchObject({ clause: { text: '新' }, isInForce: true })
    expect(at('b-other', '2026-01-01')).toBeNull()
    expect(citable('2026-01-01', [book]).map(({ version }) => version.id)).toEqual(['b-new'])
  })

  it('[D-73] every clause has an id of its own, the same in all versions of its book alone', () => {
    const versions = rulebooks.flatMap((rulebook) => rulebook.versions)
    expect(new Set(versions.map(({ id }) => id)).size).toBe(versions.length)
    for (const { clauses } of versions) expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length)
    expect(citable('2026-11-22')).toHaveLength(9)
  })
})

it('[D-70] the search index gets of a block what it says to everybody, and no id', () => {
  const inline = [
    { type: 'text', text: '见' },
    { type: 'evidenceRef', attrs: { evidenceId: 'secret-piece', page: 3 } },
    { type: 'personRef', attrs: { kind: 'subject', personId: 'deng' } },
    { type: 'dueDay', attrs: { day: '2026-12-01' } },
    { type: 'clauseRef', attrs: { clauseId: 'xinzhou-situation-1', version: 'xinzhou-trial' } },
  ]
  const rows = [
    { type: 'lossRow', attrs: { loss: 5, recovered: 0 }, content: [{ type: 'text', text: '租金' }] },
  ]
  const text = proseText({
    type: 'doc',
    content: [
      { type: 'paragraph', content: inline },
      { type: 'finding', attrs: { criterion: 'distinction-1' } },
      { type: 'lossTable', content: rows },
    ],
  })
  expect(text).toContain('容错情形第一项')
  expect(text).toContain('2026-12-01')
  expect(text).toContain('租金')
  expect(text).not.toMatch(/secret-piece|deng|distinction/)
})
