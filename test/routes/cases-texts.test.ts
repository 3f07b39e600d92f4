import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareLines, countChanges, type Piece } from '#app/components/dossiers/text-diff.ts'
import { parseProse, plainLines, safeHref } from '#app/components/editor/prose-json.ts'
import { agreementOf } from '#app/components/opinions/agreement.ts'
import { en } from '#app/i18n/en/index.ts'
import { zhCN } from '#app/i18n/zh-CN/index.ts'
import { FACT_KINDS } from '#domain/minutes/facts.ts'

const side = (rows: readonly (readonly Piece[])[], without: Piece['change']) =>
  rows
    .filter((row) => row.length === 0 || row.some(({ change }) => change !== without))
    .map((row) =>
      row
        .filter(({ change }) => change !== without)
        .map(({ text }) => text)
        .join(''),
    )

describe('comparing two texts', () => {
  test('marks the characters that changed, not the whole paragraph', () => {
    const rows = compareLines(['予以容错免责'], ['予以容错减责'])
    expect(rows).toEqual([
      [
        { text: '予以容错', change: 'same' },
        { text: '免', change: 'removed' },
        { text: '减', change: 'added' },
        { text: '责', change: 'same' },
      ],
    ])
    expect(countChanges(rows)).toEqual({ added: 1, removed: 1 })
  })

  test('loses nothing of either text', () => {
    const line = fc.string({
      unit: fc.constantFrom('容', '错', '免', '减', '责', '。'),
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.array(line, { maxLength: 6 }), (before, after) => {
        const rows = compareLines(before, after)
        expect(side(rows, 'added').join('')).toBe(before.join(''))
        expect(side(rows, 'removed').join('')).toBe(after.join(''))
      }),
    )
  })
})

describe('a stored text', () => {
  test('that cannot be read is shown empty', () => {
    for (const content of [null, '', 'nonsense', '[]', '{"content":3}'])
      expect(plainLines(parseProse(content))).toEqual([])
  })

  test('gives a line for each paragraph, cell and list item with words', () => {
    const paragraph = (text: string) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })
    const doc = {
      type: 'doc',
      content: [
        paragraph('一'),
        paragraph(''),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('二')] }] },
        {
          type: 'table',
          content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('三')] }] }],
        },
      ],
    }
    expect(plainLines(parseProse(JSON.stringify(doc)))).toEqual(['一', '二', '三'])
  })

  test('[N-68] every fact of the record stands under its name in the reader’s language', () => {
    const facts = FACT_KINDS.map((kind) => ({ type: 'recordFact', attrs: { kind, ref: 'r' } }))
    const content = parseProse(JSON.stringify({ type: 'doc', content: facts }))
    const names: Readonly<Record<string, string>> = zhCN.minutes.factKind
    const lines = plainLines(content, (kind) => names[kind] ?? kind)
    expect(lines).toEqual(['〔出席情况〕', '〔议题〕', '〔回避情况〕', '〔表决情况〕', '〔决定〕'])
    expect(Object.keys(en.minutes.factKind).sort()).toEqual([...FACT_KINDS].sort())
  })

  test.each([
    ['https://example.cn/a', true],
    ['mailto:a@example.cn', true],
    ['/cases/1', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['//evil.example', false],
    ['/\\evil.example', false],
    [null, false],
  ])('links to %s: %s', (href, allowed) => {
    expect(safeHref(href) !== null).toBe(allowed)
  })
})

describe('departments', () => {
  test.each([
    [['a', 'a', 'a'], 'agree'],
    [['a', 'b', null], 'differ'],
    [['a', 'a', null], 'incomplete'],
    [[null, null], 'incomplete'],
    [[], 'incomplete'],
  ] as const)('that say %j: %s', (said, agreement) => {
    expect(agreementOf(said)).toBe(agreement)
  })
})
