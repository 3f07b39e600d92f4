import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProseNode } from '#app/components/editor/prose-json.ts'
import { align } from '#app/components/versions/align.ts'
import { compareProse, countChanges, type Compared } from '#app/components/versions/compare-prose.ts'
import { rowsOf } from '#app/components/versions/comparison-rows.ts'
import { tokensOf } from '#app/components/versions/tokens.ts'
import { withWords } from '#app/components/versions/with-words.ts'

const text = (words: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: (string | ProseNode)[]): ProseNode => ({
  type: 'paragraph',
  content: content.map((one) => (typeof one === 'string' ? text(one) : one)),
})
const doc = (...content: ProseNode[]): ProseNode => ({ type: 'doc', content })
const list = (...items: string[]): ProseNode => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})
const table = (...rows: string[][]): ProseNode => ({
  type: 'table',
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((cell) => ({ type: 'tableCell', content: [paragraph(cell)] })),
  })),
})

/** One of the two texts, told from the comparison alone: type and words of every block. */
function sideOf(all: readonly Compared[], without: 'added' | 'removed'): unknown[] {
  return all.flatMap((one): unknown[] => {
    if (one.kind === 'same') return [plain(one.node)]
    if (one.change === without) return []
    if (one.kind === 'atom') return [plain(one.node)]
    const { type } = without === 'added' && one.was ? one.was : one
    if (one.kind === 'parts') return [[type, ...sideOf(one.parts, without)]]
    const words = one.pieces.filter(({ change }) => change !== without)
    return [[type, words.map(({ text: said, node }) => (node ? '↵' : said)).join('')]]
  })
}
function plain(node: ProseNode): unknown {
  const { type, content = [] } = node
  if (type !== 'paragraph' && type !== 'heading')
    return content.length > 0 || node.content ? [type, ...content.map(plain)] : plainAtom(node)
  return [type, content.map((one) => one.text ?? '↵').join('')]
}
const plainAtom = ({ type }: ProseNode) => [type]
const sides = (before: ProseNode, after: ProseNode) => {
  const all = compareProse(before, after)
  return [sideOf(all, 'added'), sideOf(all, 'removed')]
}
const pieces = (before: ProseNode, after: ProseNode) =>
  compareProse(before, after).flatMap((one) =>
    one.kind === 'words' ? one.pieces.map(({ change, text: said }) => [change, said]) : [],
  )

const words = fc.string({
  unit: fc.constantFrom('容', '错', '免', '减', '责', '。', 'rent', ' ', '12,000', '𠮷'),
  maxLength: 12,
})
const inline = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(words, fc.constantFrom([], ['bold'])).map(([said, marks]) => text(said, ...marks)),
  },
  { weight: 1, arbitrary: fc.constant<ProseNode>({ type: 'hardBreak' }) },
)
const prose = fc.array(inline, { maxLength: 3 }).map((content): ProseNode => ({ type: 'paragraph', content }))
const heading = fc.array(inline, { maxLength: 2 }).map((content): ProseNode => {
  return { type: 'heading', attrs: { level: 2 }, content }
})
const cells = fc.array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
const block = fc.oneof(
  { weight: 6, arbitrary: prose },
  { weight: 2, arbitrary: heading },
  { weight: 1, arbitrary: fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => list(...items)) },
  { weight: 1, arbitrary: cells.map((rows) => table(...rows)) },
  { weight: 1, arbitrary: fc.constant<ProseNode>({ type: 'horizontalRule' }) },
)
const anyDoc = fc.array(block, { maxLength: 8 }).map((content) => doc(...content))

describe('what a comparison takes as one', () => {
  test.each([
    ['减免租金', ['减', '免', '租', '金']],
    ['rent relief', ['rent', ' ', 'relief']],
    ['共12,000.50元', ['共', '12,000.50', '元']],
    ['2026-11-22起', ['2026-11-22', '起']],
    ['邓某don’t𠮷', ['邓', '某', 'don’t', '𠮷']],
  ])('[D-65] %s', (said, tokens) => expect(tokensOf(said)).toEqual(tokens))

  test('[D-65] loses no letter', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (said) => tokensOf(said).join('') === said))
  })
})

describe('two versions compared', () => {
  test('[D-65] both are told whole by their comparison', () => {
    fc.assert(
      fc.property(anyDoc, anyDoc, (before, after) => {
        expect(sides(before, after)).toEqual([
          (before.content ?? []).map(plain),
          (after.content ?? []).map(plain),
        ])
      }),
      { numRuns: 500 },
    )
  })

  test('[D-65] of two that say the same nothing is marked', () => {
    fc.assert(
      fc.property(anyDoc, (one) => {
        const all = compareProse(one, JSON.parse(JSON.stringify(one)) as ProseNode)
        expect(all.every(({ kind }) => kind === 'same')).toBe(true)
        expect(rowsOf(all).some((row) => row.kind === 'block' && row.place !== null)).toBe(false)
      }),
    )
  })

  test('[D-65] characters for Chinese, words and figures whole', () => {
    const [before, after] = [doc(paragraph('予以容错免责')), doc(paragraph('予以容错减责'))]
    expect(pieces(before, after)).toEqual([
      ['same', '予以容错'],
      ['removed', '免'],
      ['added', '减'],
      ['same', '责'],
    ])
    expect(countChanges(compareProse(before, after))).toEqual({ added: 1, removed: 1 })
    expect(
      pieces(doc(paragraph('The rent of 12,000 yuan')), doc(paragraph('The rent of 15,000 yuan'))),
    ).toEqual([
      ['same', 'The rent of '],
      ['removed', '12,000'],
      ['added', '15,000'],
      ['same', ' yuan'],
    ])
  })

  test('[D-65] a letter that two sentences happen to share does not tear them', () => {
    expect(pieces(doc(paragraph('应当审核。')), doc(paragraph('应当核查。')))).toEqual([
      ['same', '应当'],
      ['removed', '审核'],
      ['added', '核查'],
      ['same', '。'],
    ])
  })

  test('[D-66] a cell that changed is shown in its place in the table', () => {
    const [one] = compareProse(
      doc(table(['项目', '金额'], ['租金', '12,000'], ['滞纳金', '300'])),
      doc(table(['项目', '金额'], ['租金', '15,000'], ['滞纳金', '300'])),
    )
    expect(one).toMatchObject({
      kind: 'parts',
      type: 'table',
      change: 'same',
      parts: [
        { kind: 'same' },
        {
          kind: 'parts',
          type: 'tableRow',
          change: 'same',
          parts: [
            { kind: 'same' },
            {
              type: 'tableCell',
              parts: [
                {
                  pieces: [
                    { change: 'removed', text: '12,000' },
                    { change: 'added', text: '15,000' },
                  ],
                },
              ],
            },
          ],
        },
        { kind: 'same' },
      ],
    })
  })

  test('[D-66] a row, a column, an item that came is all that is marked', () => {
    const row = compareProse(doc(table(['甲'], ['乙'])), doc(table(['甲'], ['丙'], ['乙'])))
    expect(row).toMatchObject([{ parts: [{ kind: 'same' }, { change: 'added' }, { kind: 'same' }] }])
    const column = compareProse(doc(table(['甲', '乙'])), doc(table(['甲', '新', '乙'])))
    expect(column).toMatchObject([
      { parts: [{ change: 'same', parts: [{ kind: 'same' }, { change: 'added' }, { kind: 'same' }] }] },
    ])
    const item = compareProse(
      doc(list('事实清楚', '程序合规')),
      doc(list('事实清楚', '主动纠正', '程序合规')),
    )
    expect(item).toMatchObject([
      { type: 'bulletList', parts: [{ kind: 'same' }, { change: 'added' }, { kind: 'same' }] },
    ])
  })

  test('[D-66] words set otherwise and a paragraph made a heading say so', () => {
    expect(pieces(doc(paragraph('容错')), doc(paragraph('容', text('错', 'bold'))))).toEqual([
      ['same', '容'],
      ['restyled', '错'],
    ])
    const [made] = compareProse(
      doc(paragraph('认定意见')),
      doc({ type: 'heading', attrs: { level: 2 }, content: [text('认定意见')] }),
    )
    expect(made).toMatchObject({ change: 'same', type: 'heading', was: { type: 'paragraph' } })
  })

  test('[D-66] a paragraph that moved goes at one place and comes at another', () => {
    const [a, b, c] = [paragraph('第一段话。'), paragraph('second'), paragraph('三三三三')] as const
    const all = compareProse(doc(a, b, c), doc(b, c, a))
    expect(all.map((one) => (one.kind === 'same' ? 'same' : one.change))).toEqual([
      'removed',
      'same',
      'same',
      'added',
    ])
  })

  test('[D-66] [D-76] a block is compared by the words that it showed with each version', () => {
    const at = (met: string) => {
      const block = { type: 'conditionRow', attrs: { conditionId: 'c1' } }
      const person = { type: 'personRef', attrs: { personId: 'deng' } }
      const words = ({ type }: ProseNode) => (type === 'personRef' ? '邓某' : `条件一：\n${met}`)
      return withWords(doc(paragraph('事实', person), block), words)
    }
    expect(pieces(at('具备'), at('不具备'))).toEqual([
      ['added', '不'],
      ['same', '具备'],
    ])
    expect(compareProse(at('具备'), at('具备')).every(({ kind }) => kind === 'same')).toBe(true)
  })

  test('[D-66] who wrote into an empty text removed nothing', () => {
    const all = compareProse(doc({ type: 'paragraph' }), doc(paragraph('案件事实'), paragraph('另查')))
    expect(countChanges(all)).toEqual({ added: 6, removed: 0 })
    expect(all.some((one) => one.kind !== 'same' && one.change === 'removed')).toBe(false)
  })

  test('[D-67] every change has its number, and what nobody has to read is folded', () => {
    const many = Array.from({ length: 40 }, (_, n) => paragraph(`第${String(n)}段`))
    const changed = many.map((one, n) => (n === 20 ? paragraph('第二十段改了') : one))
    const rows = rowsOf(compareProse(doc(...many), doc(...changed, paragraph('新的一段'))))
    expect(rows.map((row) => (row.kind === 'fold' ? row.blocks.length : row.place))).toEqual(
      [19, null, 1, null, 17, null, 2].map((one) => one),
    )
  })
})

describe('a text of three hundred thousand characters', () => {
  const random = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const chance = random(7)
  const sentence = (length: number) =>
    Array.from({ length }, () => String.fromCodePoint(0x4e00 + Math.floor(chance() * 3_000))).join('')
  const long = Array.from({ length: 3_000 }, () => sentence(100))

  /** Steps, not seconds: what a comparison may cost does not hang on the machine that tests it. */
  test('[D-68] is aligned though every paragraph of it changed', () => {
    const changed = long.map((one, n) => (n % 3 === 0 ? sentence(100) : one.replace(/^..../u, '改动之处')))
    const all = compareProse(
      doc(...long.map((one) => paragraph(one))),
      doc(...changed.map((one) => paragraph(one))),
    )
    const paired = all.filter((one) => one.kind === 'words' && one.change === 'same')
    expect(paired.length).toBe(2_000)
    expect(all.filter((one) => one.kind !== 'same' && one.change !== 'same')).toHaveLength(2_000)
  })

  test('[D-68] finds the few that changed', () => {
    const changed = long.flatMap((one, n) => (n === 1_500 ? [] : n % 1_000 === 7 ? [`${one}补充`] : [one]))
    const all = compareProse(
      doc(...long.map((one) => paragraph(one))),
      doc(...changed.map((one) => paragraph(one))),
    )
    expect(countChanges(all)).toEqual({ added: 6, removed: 100 })
  })

  test('[D-68] one paragraph of all of it is compared, too', () => {
    const words = sentence(300_000)
    const all = compareProse(
      doc(paragraph(words)),
      doc(paragraph(`新${words.slice(0, 150_000)}中${words.slice(150_000)}尾`)),
    )
    expect(countChanges(all)).toEqual({ added: 3, removed: 0 })
  })

  test('[D-68] aligns in rising order whatever stands in it', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), fc.array(key, { maxLength: 30 }), (before, after) => {
        const stretches = align(before, after)
        expect(stretches.flatMap(({ before: b }) => before.slice(...b))).toEqual(before)
        expect(stretches.flatMap(({ after: a }) => after.slice(...a))).toEqual(after)
        for (const { same, before: b, after: a } of stretches)
          if (same) expect(before.slice(...b)).toEqual(after.slice(...a))
      }),
    )
  })
})
